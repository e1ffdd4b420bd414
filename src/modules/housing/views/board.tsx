import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../kernel/format.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { NumberField } from '../../../ui/forms/number-field.tsx';
import { type FormProblems, typedValue } from '../../../ui/forms/problems.ts';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import { Select } from '../../../ui/forms/select.tsx';
import { type Board, OFFICES, type Office } from '../rules.ts';
import { formText } from '../text/forms.ts';
import { housesText } from '../text/houses.ts';
import { text } from '../text/names.ts';

/** Somebody who is or could be in the board. */
export interface Candidate {
  readonly personId: Id<'person'>;
  readonly name: string;
  readonly address: string | null;
  /** Null: not in the board now. */
  readonly office: Office | null;
}

export function BoardPage(props: {
  readonly language: Language;
  readonly action: Path;
  readonly board: Board;
  readonly candidates: readonly Candidate[];
  /** What was searched for; null before. */
  readonly search: string | null;
  readonly nobodyFound: boolean;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, board, problems } = props;
  const fields = formText(language);
  const words = housesText(language);
  return (
    <>
      {board.constitutedOn && (
        <p class="quiet">
          {words.constitutedOn} {formatDay(board.constitutedOn, language)}
        </p>
      )}
      <Heading level={2}>{words.addMember}</Heading>
      <p>{words.addMemberHint}</p>
      <SearchBox language={language} action={props.action} value={props.search ?? ''} label={words.addMember} />
      {props.nobodyFound && <Notice kind="info">{words.nobodyFound}</Notice>}
      <Heading level={2}>{words.constitute}</Heading>
      {props.candidates.length === 0 ? (
        <EmptyState level={3} title={words.emptyBoard} text={words.emptyBoardText} scene="table" />
      ) : (
        <Form action={props.action} warnUnsaved>
          <ErrorSummary language={language} problems={problems} />
          <p>{words.constituteIntro}</p>
          <NumberField
            language={language}
            problems={problems}
            name="seats"
            label={fields.seats}
            hint={fields.seatsHint}
            value={board.id ? board.seats : ''}
          />
          <DateField
            language={language}
            problems={problems}
            name="until"
            label={fields.termUntil}
            hint={fields.untilHint}
            optional
          />
          {props.candidates.map((candidate) => (
            <CandidateRow language={language} candidate={candidate} problems={problems} />
          ))}
          <Button>{words.constitute}</Button>
        </Form>
      )}
    </>
  );
}

function CandidateRow(props: {
  readonly language: Language;
  readonly candidate: Candidate;
  readonly problems: FormProblems | undefined;
}): Html {
  const { candidate, language } = props;
  const name = `office.${candidate.personId}`;
  const offices = text(language).offices;
  return (
    <Select
      language={language}
      problems={props.problems}
      name={name}
      label={candidate.address ? `${candidate.name}, ${candidate.address}` : candidate.name}
      optional
      empty={housesText(language).notIn}
      options={OFFICES.map((office) => ({ value: office, label: offices[office] }))}
      value={typedValue(props.problems, name, candidate.office ?? '')}
    />
  );
}
