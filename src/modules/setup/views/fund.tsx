import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import type { Proposal } from '../rules/proposal.ts';
import { setupForms } from '../text/forms.ts';
import { papersText } from '../text/papers.ts';
import { invitationPaperPlace, printedPlace, stepHref } from '../urls.ts';
import { StepFrame, type StepPage } from './frame.tsx';
import { Onward } from './people.tsx';

export function FundStepPage(
  props: StepPage & {
    readonly proposal: Proposal;
    /** The fund there is, and its next deadline; null while there is none. */
    readonly there: { readonly name: string; readonly href: string; readonly closesOn: Day | null } | null;
  },
): Html {
  const { language, there } = props;
  const words = setupForms(language).fund;
  if (there) {
    return (
      <StepFrame {...props}>
        <p>
          {words.there(there.name)} {there.closesOn && words.closes(formatDay(there.closesOn, language))}
        </p>
        <Onward href={there.href} label={words.see} />
      </StepFrame>
    );
  }
  return (
    <StepFrame {...props}>
      <FundFields {...props} />
    </StepFrame>
  );
}

function FundFields(props: Parameters<typeof FundStepPage>[0]): Html {
  const { language, problems, proposal } = props;
  const words = setupForms(language).fund;
  const common = { language, problems };
  return (
    <Form action={stepHref('fund')} warnUnsaved>
      <TextField {...common} name="name" label={words.name} value={words.usualName} />
      <TextField {...common} name="total" label={words.total} value="100.000" inputmode="decimal" size={12} />
      <TextField {...common} name="projectMax" label={words.projectMax} value="20.000" inputmode="decimal" size={12} />
      <DateField {...common} name="startsOn" label={words.startsOn} value={proposal.startsOn} />
      <DateField {...common} name="endsOn" label={words.endsOn} value={proposal.endsOn} />
      <DateField {...common} name="closesOn" label={words.closesOn} value={proposal.closesOn} />
      <DateField {...common} name="answersOn" label={words.answersOn} value={proposal.answersOn} />
      <DateField {...common} name="approvedOn" label={words.approvedOn} hint={words.approvedOnHint} />
      <TextField {...common} name="approvedReference" label={words.approvedReference} optional />
      <TextArea
        {...common}
        name="words"
        label={words.words}
        hint={words.wordsHint}
        rows={16}
        value={papersText(language).policy}
      />
      <Button>{words.open}</Button>
    </Form>
  );
}

export function InvitationPage(
  props: StepPage & {
    /** Null while there is nothing to tell of, and `why` says what comes first. */
    readonly wording: { readonly subject: string; readonly body: string; readonly signer: string } | null;
    readonly why: string | null;
    /** Null while the letter is not saved. */
    readonly paper: { readonly homes: number; readonly files: number; readonly printedOn: Day | null } | null;
  },
): Html {
  const { language, problems, wording } = props;
  const words = setupForms(language).invitation;
  const common = { language, problems };
  return (
    <StepFrame {...props}>
      {props.why && <Notice>{props.why}</Notice>}
      {props.paper && <Paper {...props} paper={props.paper} />}
      {wording && (
        <Form action={stepHref('invitation')} warnUnsaved>
          <TextField {...common} name="subject" label={words.subject} value={wording.subject} />
          <TextArea
            {...common}
            name="body"
            label={words.body}
            hint={words.bodyHint}
            rows={14}
            value={wording.body}
            lix
          />
          <TextField {...common} name="signer" label={words.signer} value={wording.signer} optional />
          <Button look={props.paper ? 'secondary' : 'strong'}>{words.save}</Button>
        </Form>
      )}
    </StepFrame>
  );
}

function Paper(
  props: Pick<StepPage, 'language'> & {
    readonly paper: { readonly homes: number; readonly files: number; readonly printedOn: Day | null };
  },
): Html {
  const { language, paper } = props;
  const words = setupForms(language).invitation;
  const names = papersText(language);
  const files = Array.from({ length: paper.files }, (_, at) => at + 1);
  return (
    <section class="stack">
      <Heading level={2}>{words.paper}</Heading>
      <p>
        <strong>{words.letters(paper.homes)}.</strong> {words.paperText}
      </p>
      <ul>
        {files.map((file) => (
          <li>
            <a href={invitationPaperPlace({ paper: `${names.paperFile}-${file}.pdf` })}>
              {words.file(file, paper.files)}
            </a>
          </li>
        ))}
        <li>
          <a href={invitationPaperPlace({ paper: `${names.posterFile}.pdf` })}>{words.poster}</a>
        </li>
      </ul>
      {paper.printedOn ? (
        <p>{words.printedOn(formatDay(paper.printedOn, language))}</p>
      ) : (
        paper.homes > 0 && (
          <Form action={printedPlace({})}>
            <Button>{words.printed}</Button>
          </Form>
        )
      )}
    </section>
  );
}
