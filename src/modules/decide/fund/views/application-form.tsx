import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { type FormProblems, messagesFor } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Page } from '../rules/application.ts';
import type { Finding } from '../rules/findings.ts';
import { applyingText } from '../text/applying.ts';
import { formWords } from '../text/forms.ts';
import { ApplicantFields, EconomyFields, ProjectFields, WhyFields } from './application-fields.tsx';
import { Findings, findingSentence } from './says.tsx';

export interface ApplicationFormProps {
  readonly language: Language;
  readonly action: string;
  /** Where script asks what the policy would say while one types. */
  readonly ask: string;
  readonly page: Page;
  readonly version: number;
  /** Budget lines and names of co-applicants on the form. */
  readonly lines: number;
  readonly coApplicants: number;
  readonly departments: readonly { readonly id: Id<'department'>; readonly name: string }[];
  /** The funds to choose from; the choice is left out where there is one. */
  readonly funds: readonly FundChoice[];
  /** What the policy would say to the page as it is. */
  readonly findings: readonly Finding[];
  /** The reader asked what the rules say: then it stands at the top too. */
  readonly asked: boolean;
  /** How full the typeset page is; null where nobody can measure. */
  readonly fill: number | null;
  /** Staff may write in what came on paper or by telephone. */
  readonly byStaff: boolean;
  readonly intro: string;
  /** What is on its way by the same form: who was asked to join may say no. */
  readonly declinePlace?: string | null;
  readonly problems?: FormProblems | undefined;
}

export interface FundChoice {
  readonly id: Id<'fund'>;
  readonly name: string;
  readonly hint: string;
  readonly chosen: boolean;
}

/** The whole application on one page. What the policy says stands beside the field that it is about. */
export function ApplicationForm(props: ApplicationFormProps): Html {
  const { language, page, problems } = props;
  const own = applyingText(language);
  const words = formWords(language);
  // What already stands as an error at its field is not said there a second time.
  const told = new Set(problems?.messages.map(({ message }) => message));
  const fields = { ...props, findings: props.findings.filter((one) => !told.has(findingSentence(one, language))) };
  return (
    <>
      <p class="lead">{props.intro}</p>
      <ErrorSummary language={language} problems={problems} />
      {props.asked && props.findings.length === 0 && <p>{own.nothingToSay}</p>}
      {props.asked && <Findings language={language} findings={props.findings} heading={own.rulesSay} />}
      <Form action={props.action} ask={props.ask} warnUnsaved>
        {/* Enter in a field presses the first button: it keeps, and never sends. */}
        <button class="only-heard" type="submit" name="do" value="look" tabindex={-1}>
          {own.look}
        </button>
        <input type="hidden" name="version" value={String(props.version)} />
        <input type="hidden" name="lines" value={String(props.lines)} />
        {page.initiativeId && <input type="hidden" name="initiative" value={page.initiativeId} />}
        <FundField {...props} />
        {props.byStaff && <ChannelFields {...props} />}
        <ProjectFields {...fields} />
        <EconomyFields {...fields} />
        <WhyFields {...fields} />
        <ApplicantFields {...fields} />
        <Together {...props} />
        <div class="actions">
          <Button name="do" value="send">
            {words.send}
          </Button>
          <Button name="do" value="save" look="secondary">
            {words.save}
          </Button>
          <Button name="do" value="look" look="tertiary">
            {own.look}
          </Button>
          <Button name="do" value="page" look="tertiary">
            {own.page}
          </Button>
        </div>
      </Form>
      {props.declinePlace && (
        <Form action={props.declinePlace}>
          <Button look="danger">{own.decline}</Button>
        </Form>
      )}
    </>
  );
}

function FundField({ language, funds, problems }: ApplicationFormProps): Html | null {
  const [only, another] = funds;
  if (!another) return only ? <input type="hidden" name="fund" value={only.id} /> : null;
  return (
    <Radios
      language={language}
      problems={problems}
      name="fund"
      label={applyingText(language).which}
      value={funds.find((fund) => fund.chosen)?.id}
      options={funds.map(({ id, name, hint }) => ({ value: id, label: name, hint }))}
    />
  );
}

function ChannelFields({ language, page, problems }: ApplicationFormProps): Html {
  const words = formWords(language);
  const own = applyingText(language);
  const ask = { language, problems, optional: true };
  return (
    <>
      <Radios
        {...ask}
        name="channel"
        label={words.channel}
        value="self"
        options={[
          { value: 'self', label: words.self },
          { value: 'paper', label: words.paper },
          { value: 'phone', label: words.byPhone },
        ]}
      />
      <DateField
        {...ask}
        name="receivedOn"
        label={own.receivedOn}
        hint={own.receivedOnHint}
        value={page.receivedOn ?? undefined}
      />
    </>
  );
}

/** Others who apply too; folded away until somebody needs it. */
function Together(props: ApplicationFormProps): Html {
  const { language, page, problems } = props;
  const words = applyingText(language);
  const ask = { language, problems, optional: true };
  const numbers = Array.from({ length: props.coApplicants }, (_, at) => at + 1);
  const open = page.coApplicants.length > 0 || numbers.some((at) => wrong(problems, at));
  return (
    <Disclosure summary={words.together} open={open}>
      <p>{words.togetherIntro}</p>
      <div class="fieldset-fields">
        {numbers.map((at) => {
          const one = page.coApplicants[at - 1];
          const name = one?.declinedOn ? `${words.with(at)} (${words.saidNo})` : words.with(at);
          return (
            <>
              <TextField {...ask} name={`with${at}`} label={name} value={one?.name ?? ''} />
              <TextField
                {...ask}
                name={`withEmail${at}`}
                type="email"
                label={words.withEmail(at)}
                value={one?.email ?? ''}
              />
            </>
          );
        })}
      </div>
    </Disclosure>
  );
}

function wrong(problems: FormProblems | undefined, at: number): boolean {
  return messagesFor(problems, `with${at}`).length + messagesFor(problems, `withEmail${at}`).length > 0;
}
