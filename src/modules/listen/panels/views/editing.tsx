import type { Html } from '#jsx/jsx-runtime';
import { addDays, type Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import {
  MEMBER_MONTHS,
  OFFER_DAYS,
  PANEL_KINDS,
  type Panel,
  SHORTEST_CALL_DAYS,
  UNCHOSEN_MONTHS,
} from '../rules/panel.ts';
import { callText } from '../text/call.ts';
import { callLettersPlace, editPanelPlace, newPanelPlace } from '../urls.ts';

export interface EditProps {
  readonly language: Language;
  readonly today: Day;
  /** Null: a new one. */
  readonly known: Panel | null;
  readonly problems?: FormProblems | undefined;
}

export function EditPage(props: EditProps): Html {
  const { language, today, known, problems } = props;
  const words = callText(language);
  const common = { language, problems };
  return (
    <Form action={known ? editPanelPlace({ id: known.id }) : newPanelPlace({})} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <Radios
        {...common}
        name="kind"
        label={words.kind}
        value={known?.kind ?? 'drawn'}
        options={PANEL_KINDS.map((kind) => ({ value: kind, label: words.kinds[kind], hint: words.kindHints[kind] }))}
      />
      <TextField {...common} name="name" label={words.name} hint={words.nameHint} value={known?.name} maxlength={120} />
      <TextArea
        {...common}
        name="purpose"
        label={words.purpose}
        hint={words.purposeHint}
        value={known?.purpose}
        maxlength={2000}
        lix
      />
      <TextArea
        {...common}
        name="practical"
        label={words.practical}
        hint={words.practicalHint}
        value={known?.practical}
        rows={3}
        maxlength={2000}
        optional
      />
      <NumberField {...common} name="seats" label={words.seatsLabel} value={known?.seats ?? 12} />
      <DateField {...common} name="opensOn" label={words.opensOn} value={known?.opensOn ?? today} />
      <DateField
        {...common}
        name="closesOn"
        label={words.closesOn}
        hint={words.closesHint}
        value={known ? (known.closesOn ?? undefined) : addDays(today, SHORTEST_CALL_DAYS)}
        optional
      />
      <Terms {...props} />
      <input type="hidden" name="version" value={String(known?.version ?? 0)} />
      <p>
        <Button>{known ? words.save : words.open}</Button>
      </p>
    </Form>
  );
}

/** What most leave as it is. */
function Terms({ language, known, problems }: EditProps): Html {
  const words = callText(language);
  const common = { language, problems };
  const wrong = problems?.messages.some(({ field }) => TERMS.includes(field)) ?? false;
  return (
    <Disclosure summary={words.terms} open={wrong}>
      <NumberField {...common} name="minAge" label={words.minAgeLabel} value={known?.minAge ?? 16} />
      <NumberField {...common} name="offerDays" label={words.offerDays} value={known?.offerDays ?? OFFER_DAYS} />
      <NumberField
        {...common}
        name="boardLimit"
        label={words.boardLimit}
        hint={words.boardLimitHint}
        value={known ? (known.boardLimit ?? '') : 0}
        optional
      />
      <NumberField
        {...common}
        name="unchosenMonths"
        label={words.unchosen}
        value={known?.unchosenMonths ?? UNCHOSEN_MONTHS}
      />
      <NumberField {...common} name="memberMonths" label={words.members} value={known?.memberMonths ?? MEMBER_MONTHS} />
    </Disclosure>
  );
}
const TERMS = ['minAge', 'offerDays', 'boardLimit', 'unchosenMonths', 'memberMonths'];

export interface CallLettersProps {
  readonly language: Language;
  readonly id: string;
  readonly departments: readonly { readonly id: string; readonly name: string }[];
  readonly subject: string;
  readonly body: string;
  readonly problems?: FormProblems | undefined;
}

/** A letter to each home of a department. */
export function CallLettersPage(props: CallLettersProps): Html {
  const { language, problems } = props;
  const words = callText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.lettersLead}</p>
      <Form action={callLettersPlace({ id: props.id })}>
        <ErrorSummary language={language} problems={problems} />
        <Select
          {...common}
          name="department"
          label={words.lettersDepartment}
          options={props.departments.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <TextField {...common} name="subject" label={words.lettersSubject} value={props.subject} maxlength={120} />
        <TextArea {...common} name="body" label={words.lettersBody} value={props.body} rows={14} maxlength={4000} lix />
        <p>
          <Button>{words.lettersPrint}</Button>
        </p>
      </Form>
    </>
  );
}
