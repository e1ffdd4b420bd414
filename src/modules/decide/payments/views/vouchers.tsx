import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Pagination } from '../../../../ui/components/wayfinding.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { listed, PAYMENTS_A_PAGE } from '../rules/lists.ts';
import type { Payment } from '../rules/payment.ts';
import { voucherText } from '../text/voucher.ts';
import { vouchersCsvPlace, vouchersPlace, vouchersZipPlace } from '../urls.ts';
import { PaymentTable } from './list.tsx';

/** What the bookkeeper fetches: the vouchers of a period. */
export function VouchersPage(props: {
  readonly language: Language;
  readonly from: Day;
  readonly until: Day;
  readonly payments: readonly Payment[];
  readonly page: number;
  readonly total: number;
}): Html {
  const { language, from, until, page } = props;
  const words = voucherText(language);
  const period = { fra: from, til: until };
  return (
    <>
      <p class="lead">{words.listIntro}</p>
      <Form action={vouchersPlace({})} method="get">
        <DateField language={language} name="fra" label={words.from} value={from} />
        <DateField language={language} name="til" label={words.until} value={until} />
        <Button look="secondary">{words.show}</Button>
      </Form>
      {props.total > 0 && <p class="quiet">{words.zipHint}</p>}
      {props.total > 0 && (
        <p class="actions">
          <LinkButton href={vouchersZipPlace({}, { ...period, side: page })} download>
            {words.getZip}
          </LinkButton>
          <LinkButton href={vouchersCsvPlace({}, period)} download look="secondary">
            {words.getCsv}
          </LinkButton>
        </p>
      )}
      <PaymentTable
        language={language}
        caption={words.listTitle}
        payments={props.payments.map(listed)}
        withStatus
        empty={<EmptyState title={words.none} />}
      />
      <Pagination
        language={language}
        page={page}
        pages={Math.max(1, Math.ceil(props.total / PAYMENTS_A_PAGE))}
        href={(to) => vouchersPlace({}, { ...period, side: to })}
      />
    </>
  );
}
