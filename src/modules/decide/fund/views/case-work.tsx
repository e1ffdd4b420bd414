import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { REFUSAL_REASONS } from '../rules/application.ts';
import type { Closeness } from '../rules/impartiality.ts';
import type { Meeting } from '../rules/meetings.ts';
import { soughtOf } from '../rules/money.ts';
import type { Policy } from '../rules/policy.ts';
import type { Warning } from '../rules/similar.ts';
import { UNDECIDED } from '../rules/status.ts';
import { fundText } from '../text/pages.ts';
import { advisePlace, asidePlace, askPlace, takeUpPlace } from '../urls.ts';
import type { CaseProps } from './case.tsx';
import { CaseAfter } from './case-after.tsx';
import { CaseDecide } from './case-decide.tsx';
import { CaseSigns } from './case-signs.tsx';
import { problemsAt } from './refused.ts';

/** What those who look after a case and decide it see beside it. */
export interface WorkProps {
  /** Who of the deciding body is close to the case, for staff. */
  readonly closePeople: readonly (Closeness & { readonly name: string })[];
  /** Why the reader may be close to it. */
  readonly ownCloseness: Closeness['why'] | null;
  /** Whom the applicant named of those who handle and decide, for them to answer; for the one who is named, only themselves. */
  readonly namings: readonly { readonly personId: Id<'person'>; readonly name: string; readonly self: boolean }[];
  /** Of those, who could decide: nothing is decided before they are answered for. */
  readonly namingFirst: readonly string[];
  /** Null where one person decides alone. */
  readonly quorum: { readonly free: number; readonly all: number } | null;
  readonly warnings: readonly Warning[];
  /** The meeting that has the case before it. */
  readonly meeting: Meeting | null;
  readonly policy: Policy | null;
  readonly today: Day;
  /** Co-applicants who could carry it on. */
  readonly heirs: readonly { readonly id: Id<'person'>; readonly name: string }[];
  /** Who carries it now, when it was handed on. */
  readonly carrier: string | null;
}

export type AtWork = CaseProps & { readonly work: WorkProps };

/** What those who look after the case, and those who decide it, see and do. */
export function CaseWork(props: AtWork): Html {
  const { may, status } = props;
  const open = UNDECIDED.includes(status);
  const asked = open || status === 'waiting_list';
  return (
    <>
      <CaseSigns {...props} />
      {may.seeDeliberation && <Deliberation {...props} />}
      {may.decide && asked && <CaseDecide {...props} />}
      {may.attend && open && <Attend {...props} />}
      {may.standAside && asked && <StandAside {...props} />}
      {may.attend && <CaseAfter {...props} />}
    </>
  );
}

function Attend(props: AtWork): Html {
  const { language, application } = props;
  const words = fundText(language);
  const { id } = application;
  const asking = problemsAt(props, askPlace({ id }));
  const advising = problemsAt(props, advisePlace({ id }));
  return (
    <>
      {application.reviews.length === 0 && (
        <Form action={takeUpPlace({ id })}>
          <Button look="secondary">{words.takeUp}</Button>
        </Form>
      )}
      <Disclosure summary={words.ask} open={asking !== undefined}>
        <Form action={askPlace({ id })}>
          <TextArea language={language} id="ask-words" name="words" label={words.question} rows={3} problems={asking} />
          <Button look="secondary">{words.askSend}</Button>
        </Form>
      </Disclosure>
      <Disclosure summary={words.adviseTitle} open={advising !== undefined}>
        <Form action={advisePlace({ id })}>
          <AnswerFields {...props} prefix="advise" problems={advising} />
          <Button look="secondary">{words.adviseSend}</Button>
        </Form>
      </Disclosure>
    </>
  );
}

function StandAside(props: AtWork): Html {
  const { language, application } = props;
  const words = fundText(language);
  const problems = problemsAt(props, asidePlace({ id: application.id }));
  return (
    <Disclosure summary={words.standAside} open={problems !== undefined}>
      <Form action={asidePlace({ id: application.id })}>
        <Radios
          language={language}
          id="aside-reason"
          name="reason"
          label={words.standAsideWhy}
          problems={problems}
          options={(['family', 'neighbour_group', 'own_interest'] as const).map((reason) => ({
            value: reason,
            label: words.standAsideReasons[reason],
          }))}
        />
        <Button look="secondary">{words.standAside}</Button>
      </Form>
    </Disclosure>
  );
}

function Deliberation({ language, application, names }: AtWork): Html | null {
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
          {one.terms !== '' && (
            <p lang="da">
              {words.terms}: {one.terms}
            </p>
          )}
          {one.reason !== null && (
            <p>
              {words.reason}: {words.reasons[one.reason]}
            </p>
          )}
        </Card>
      ))}
    </section>
  );
}

/** The answer, its amount and its reasons: an advice, or a decision. */
export function AnswerFields(props: AtWork & { readonly prefix: string }): Html {
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
        optional={prefix !== 'advise'}
        problems={problems}
      />
      <TextArea
        language={language}
        id={`${prefix}-terms`}
        name="terms"
        label={words.termsField}
        rows={3}
        optional
        problems={problems}
      />
      <Select
        language={language}
        id={`${prefix}-reason`}
        name="reason"
        label={words.reason}
        optional
        options={REFUSAL_REASONS.map((reason) => ({ value: reason, label: words.reasons[reason] }))}
        problems={problems}
      />
    </>
  );
}
