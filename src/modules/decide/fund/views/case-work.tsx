import type { Html } from '#jsx/jsx-runtime';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { REFUSAL_REASONS } from '../rules/application.ts';
import { soughtOf } from '../rules/money.ts';
import { UNDECIDED } from '../rules/status.ts';
import { fundText } from '../text/pages.ts';
import { advisePlace, asidePlace, askPlace, decidePlace, takeUpPlace } from '../urls.ts';
import type { CaseProps } from './case.tsx';

/** What those who look after the case, and those who decide it, see and do. */
export function CaseWork(props: CaseProps): Html {
  const { language, application, may, status, available } = props;
  const words = fundText(language);
  const { id } = application;
  const open = UNDECIDED.includes(status);
  return (
    <>
      {may.seeDeliberation && <Deliberation {...props} />}
      {may.attend && open && (
        <>
          {application.reviews.length === 0 && (
            <Form action={takeUpPlace({ id })}>
              <Button look="secondary">{words.takeUp}</Button>
            </Form>
          )}
          <Disclosure summary={words.ask}>
            <Form action={askPlace({ id })}>
              <TextArea language={language} id="ask-words" name="words" label={words.question} rows={3} />
              <Button look="secondary">{words.askSend}</Button>
            </Form>
          </Disclosure>
          <Disclosure summary={words.adviseTitle}>
            <Form action={advisePlace({ id })}>
              <AnswerFields {...props} prefix="advise" />
              <Button look="secondary">{words.adviseSend}</Button>
            </Form>
          </Disclosure>
        </>
      )}
      {may.decide && (open || status === 'waiting_list') && (
        <section class="stack">
          <Heading level={2}>{words.decideTitle}</Heading>
          {available !== null && <p>{words.canGive(formatOre(toOre(available), language))}</p>}
          <Form action={decidePlace({ id })}>
            <AnswerFields {...props} prefix="decide" />
            <TextArea language={language} name="terms" label={words.termsField} rows={3} optional />
            <Select
              language={language}
              name="reason"
              label={words.reason}
              optional
              options={REFUSAL_REASONS.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
            />
            <TextField language={language} name="reference" label={words.reference} optional />
            <Button>{words.decideSend}</Button>
          </Form>
        </section>
      )}
      {may.standAside && (open || status === 'waiting_list') && (
        <Disclosure summary={words.standAside}>
          <Form action={asidePlace({ id })}>
            <Radios
              language={language}
              id="aside-reason"
              name="reason"
              label={words.standAsideWhy}
              options={(['family', 'neighbour_group', 'own_interest'] as const).map((reason) => ({
                value: reason,
                label: words.standAsideReasons[reason],
              }))}
            />
            <Button look="secondary">{words.standAside}</Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Deliberation({ language, application, names }: CaseProps): Html | null {
  const words = fundText(language);
  if (application.recommendations.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.deliberation}</Heading>
      {application.recommendations.map((one) => (
        <Card as="article">
          <p>
            <strong>
              {words.advice}: {words.results[one.advice]} {one.amount !== null && formatOre(one.amount, language)}
            </strong>{' '}
            {names.get(one.by) ?? ''}
          </p>
          <p lang="da">{one.words}</p>
        </Card>
      ))}
    </section>
  );
}

function AnswerFields(props: CaseProps & { readonly prefix: string }): Html {
  const { language, application, prefix, problems } = props;
  const words = fundText(language);
  return (
    <>
      <Radios
        language={language}
        id={`${prefix}-result`}
        name="result"
        label={words.result}
        problems={problems}
        options={(['commit', 'wait', 'refuse'] as const).map((result) => ({
          value: result,
          label: words.results[result],
        }))}
      />
      <AmountField
        language={language}
        id={`${prefix}-amount`}
        name="amount"
        label={words.amountGiven}
        value={formatOre(soughtOf(application), 'da').replace(/ kr\.$/, '')}
        optional
        problems={problems}
      />
      <TextArea
        language={language}
        id={`${prefix}-words`}
        name="words"
        label={words.words}
        rows={3}
        optional
        problems={problems}
      />
    </>
  );
}
