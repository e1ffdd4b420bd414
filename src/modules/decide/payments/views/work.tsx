import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import { formatOreFull } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { currentApprovals, destinationOf, liveExport, type Status } from '../rules/payment.ts';
import { paymentsText } from '../text/pages.ts';
import { accountPlace, approvePlace, bouncedPlace, paidPlace } from '../urls.ts';
import { newRoleText } from './new-role.ts';
import type { PaymentProps } from './payment.tsx';

type Props = PaymentProps & { readonly status: Status };

/** What is wanted of the reader: a yes, another account, or what the bank answered. */
export function PaymentWork(props: Props): Html | null {
  const { status, pay } = props;
  const open = status === 'waiting_first' || status === 'waiting_second' || status === 'bounced';
  return (
    <>
      {open && <Approval {...props} />}
      {pay && (open || status === 'ready') && <AccountForm {...props} />}
      {status === 'exported' && <AtBank {...props} />}
      {pay && (status === 'exported' || status === 'awaited') && <PaidForm {...props} />}
      {pay && (status === 'exported' || status === 'paid') && liveExport(props.payment) && <BouncedForm {...props} />}
    </>
  );
}

function Approval(props: Props): Html {
  const { language, payment, names, refusal, needed, step, digest, beside } = props;
  const words = paymentsText(language);
  const given = currentApprovals(payment);
  const amount = formatOreFull(payment.amount, language);
  return (
    <Card as="section" colour={refusal === null ? 'accent' : 'neutral'}>
      <Heading level={2}>{words.approvals}</Heading>
      {given.length === 0 ? (
        <p>{words.nobodyYet}</p>
      ) : (
        <ul>
          {given.map((one) => {
            const roleNote = newRoleText(one, props);
            return (
              <li>
                {words.approvedBy(names.get(one.by) ?? '')}
                {roleNote && (
                  <>
                    <br />
                    <span class="quiet">{roleNote}</span>
                  </>
                )}
              </li>
            );
          })}
        </ul>
      )}
      {refusal !== null ? (
        <p>{words.refusals[refusal]}</p>
      ) : (
        <Form action={approvePlace({ id: payment.id })}>
          <p>{words.approveHelp(amount, payment.payee)}</p>
          <p class="quiet">
            {needed === 1 ? words.approveOnly : step === 1 ? words.approveFirst : words.approveSecond}
          </p>
          {beside > 0 && <p class="quiet">{words.beside(formatOreFull(beside, language))}</p>}
          <input type="hidden" name="digest" value={digest} />
          <Button>{words.approve}</Button>
        </Form>
      )}
    </Card>
  );
}

function AccountForm({ language, payment, problems }: Props): Html {
  const words = paymentsText(language);
  const ask = { language, problems };
  const wrong = problems?.messages.some(({ field }) => ['account', 'slip', 'words'].includes(field));
  const { to } = destinationOf(payment);
  return (
    <Disclosure summary={words.changeAccount} open={wrong || to.kind === 'unknown'}>
      <p>{words.changeAccountHelp}</p>
      <Form action={accountPlace({ id: payment.id })}>
        <Radios
          {...ask}
          name="way"
          label={words.way}
          value={to.kind === 'slip' ? 'slip' : 'account'}
          options={(['account', 'slip'] as const).map((one) => ({ value: one, label: words.ways[one] }))}
        />
        <TextField {...ask} name="account" label={words.accountField} hint={words.accountHint} size={28} optional />
        <TextField {...ask} name="slip" label={words.slipField} hint={words.slipHint} size={34} optional />
        <TextArea {...ask} name="words" label={words.why} hint={words.whyHint} rows={2} />
        <Button look="secondary">{words.saveAccount}</Button>
      </Form>
    </Disclosure>
  );
}

function AtBank({ language, payment }: Props): Html | null {
  const words = paymentsText(language);
  const live = liveExport(payment);
  if (!live) return null;
  return (
    <Notice>
      <p>{live.byHand ? words.byHand : words.atBank(formatDay(live.executeOn, language))}</p>
    </Notice>
  );
}

function PaidForm({ language, payment, today, problems }: Props): Html {
  const words = paymentsText(language);
  const known = liveExport(payment)?.executeOn ?? today;
  return (
    <Form action={paidPlace({ id: payment.id })}>
      <DateField
        language={language}
        problems={problems}
        name="on"
        label={words.paidOn}
        value={known < today ? known : today}
        max={today}
      />
      <Button>{payment.amount < 0 ? words.markReceived : words.markPaid}</Button>
    </Form>
  );
}

function BouncedForm({ language, payment, today, problems }: Props): Html {
  const words = paymentsText(language);
  const wrong = problems?.messages.some(({ field }) => field === 'bouncedOn' || field === 'words');
  return (
    <Disclosure summary={words.markBounced} open={wrong === true}>
      <Form action={bouncedPlace({ id: payment.id })}>
        <DateField
          language={language}
          problems={problems}
          name="bouncedOn"
          label={words.paidOn}
          value={today}
          max={today}
        />
        <TextArea
          language={language}
          problems={problems}
          name="words"
          label={words.bouncedWhy}
          hint={words.bouncedHint}
          rows={2}
        />
        <Button look="danger">{words.markBounced}</Button>
      </Form>
    </Disclosure>
  );
}
