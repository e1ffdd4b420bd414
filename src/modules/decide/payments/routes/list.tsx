import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf } from '../../../../platform/web/who.ts';
import { mayPay, organisationsSeen } from '../access.ts';
import { OPEN_STATUSES } from '../rules/lists.ts';
import { STATUSES, type Status } from '../rules/payment.ts';
import { paymentCounts, paymentsIn } from '../store/lists.ts';
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
    const counts = await paymentCounts(tx, organisations);
    const shown: Status = asked ?? OPEN_STATUSES.find((status) => counts[status]) ?? 'waiting_first';
    const page = pageNumber(query);
    return visit.page(
      { title: paymentsText(language).title, wide: true },
      PaymentsPage({
        language,
        shown,
        counts,
        page,
        payments: await paymentsIn(tx, organisations, shown, page),
        pay: organisations.some((id) => mayPay(visit.actor, id).pay),
      }),
    );
  });
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
