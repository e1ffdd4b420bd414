import { FileLinks, type ListFile, listFile, wantedFile } from '../../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf } from '../../../../platform/web/who.ts';
import { mayPay, organisationsSeen } from '../access.ts';
import { type Listed, OPEN_STATUSES, PAYMENTS_A_PAGE } from '../rules/lists.ts';
import { STATUSES, type Status } from '../rules/payment.ts';
import { paymentCounts, paymentsListed } from '../store/lists.ts';
import { paymentsText } from '../text/pages.ts';
import { paymentsPlace } from '../urls.ts';
import { PaymentsPage } from '../views/list.tsx';

/** Who has anything to do with payments; finer questions are asked of the organisation that pays. */
export const payers = anyOf('finance', 'secretariat', 'consultant');

export function listRoutes(web: Web): void {
  web.get(paymentsPlace, payers, async (visit) => {
    const { tx, language, query } = visit;
    const organisations = seen(visit);
    const asked = STATUSES.find((status) => status === query.get('vis'));
    const page = pageNumber(query);
    const format = wantedFile(query);
    const listed = (status: Status) => (format ? [] : paymentsListed(tx, organisations, status, page));
    // Asked at once where the reader says which; else what there is says it.
    const [counts, chosen] = await Promise.all([paymentCounts(tx, organisations), asked && listed(asked)]);
    const shown: Status = asked ?? OPEN_STATUSES.find((status) => counts[status]) ?? 'waiting_first';
    if (format) {
      const at = (number: number) => paymentsListed(tx, organisations, shown, number);
      return listFile(visit, format, paymentsFile(language, at));
    }
    const payments = chosen ?? (await listed(shown));
    const pay = organisations.some((id) => mayPay(visit.actor, id).pay);
    return visit.page({ title: paymentsText(language).title, wide: true }, () => (
      <>
        {PaymentsPage({ language, shown, counts, page, payments, pay })}
        <FileLinks language={language} query={query} />
      </>
    ));
  });
}

function paymentsFile(language: Visit['language'], page: ListFile<Listed>['page']): ListFile<Listed> {
  const words = paymentsText(language);
  return {
    title: words.title,
    columns: [
      [words.voucher, ({ number }) => number],
      [words.payee, ({ payee }) => payee],
      [words.about, ({ reference }) => reference],
      [words.due, ({ dueOn }) => ({ day: dueOn })],
      [words.status, ({ status }) => words.statuses[status]],
      [words.amount, ({ amount }) => ({ ore: amount })],
    ],
    page,
    size: PAYMENTS_A_PAGE,
  };
}

/** The organisations whose payments the reader sees; somebody who sees none finds no such page. */
export function seen({ actor }: Pick<Visit, 'actor'>) {
  const organisations = organisationsSeen(actor);
  return organisations.length > 0 ? organisations : missing();
}

/** The one the reader pays for: the first of those they may. */
export function payer({ actor }: Pick<Visit, 'actor'>) {
  return organisationsSeen(actor).find((id) => mayPay(actor, id).pay) ?? missing();
}

export function trail({ language }: Pick<Visit, 'language'>) {
  return [{ href: paymentsPlace({}), label: paymentsText(language).title }];
}
