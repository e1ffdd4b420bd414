import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkbox, Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField, TimeField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { ASPECTS, EVERYWHERE, type EventWords } from '../rules/event.ts';
import { editingText } from '../text/editing.ts';
import { eventsText } from '../text/events.ts';
import { editEventPlace, newEventPlace } from '../urls.ts';
import type { DepartmentNames } from './card.tsx';

interface Common {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

export interface EditProps extends Common {
  readonly today: Day;
  readonly departments: DepartmentNames;
  /** What stands there: a saved event, what a new one begins with, or nothing. */
  readonly known: Partial<EventWords> & { readonly id?: string; readonly version?: number };
  readonly initiative: { readonly id: string; readonly title: string } | null;
  /** Filled in after another event. */
  readonly copyOf: string | null;
  /** Somebody has signed up: they are told of another time or place. */
  readonly signedUp: boolean;
}

export function EditPage(props: EditProps): Html {
  const { language, problems, known, initiative } = props;
  const words = editingText(language);
  const { id } = known;
  return (
    <>
      {!id && <p class="lead">{words.newLead}</p>}
      {initiative && !id && <p>{words.initiative(initiative.title)}</p>}
      {props.copyOf && <p>{words.copyOf(props.copyOf)}</p>}
      {id && props.signedUp && (
        <Notice>
          <p>{words.moveWarning}</p>
        </Notice>
      )}
      <Form action={id ? editEventPlace({ id }) : newEventPlace({}, { initiativ: initiative?.id ?? null })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        <What {...props} />
        <WhenWhere {...props} />
        <Whom {...props} />
        <HowMany {...props} />
        <Checkboxes
          language={language}
          problems={problems}
          name="aspects"
          label={words.aspects}
          hint={words.aspectsHint}
          values={known.aspects}
          options={ASPECTS.map((value) => ({ value, label: eventsText(language).aspects[value] }))}
          optional
        />
        <CallWho {...props} />
        {id && <input type="hidden" name="version" value={String(known.version ?? 0)} />}
        <p>
          <Button>{id ? words.save : words.saveNew}</Button>
        </p>
      </Form>
    </>
  );
}

function What({ language, problems, known }: EditProps): Html {
  const words = editingText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.what}>
      <TextField
        {...common}
        name="title"
        label={words.title}
        hint={words.titleHint}
        value={known.title}
        maxlength={80}
      />
      <TextArea
        {...common}
        name="what"
        label={words.says}
        hint={words.saysHint}
        value={known.what}
        rows={5}
        maxlength={2000}
        lix
      />
    </Fieldset>
  );
}

function WhenWhere({ language, problems, known }: EditProps): Html {
  const words = editingText(language);
  const common = { language, problems };
  const several = known.until !== undefined && known.until !== known.on;
  return (
    <Fieldset legend={words.whenWhere}>
      <DateField {...common} name="on" label={words.on} value={known.on} />
      <TimeField {...common} name="starts" label={words.starts} value={known.starts} />
      <TimeField {...common} name="ends" label={words.ends} value={known.ends ?? undefined} optional />
      <DateField
        {...common}
        name="until"
        label={words.until}
        hint={words.untilHint}
        value={several ? known.until : undefined}
        optional
      />
      <TextField
        {...common}
        name="place"
        label={words.place}
        hint={words.placeHint}
        value={known.place}
        maxlength={120}
      />
    </Fieldset>
  );
}

function Whom({ language, problems, known, departments }: EditProps): Html {
  const words = editingText(language);
  return (
    <>
      <Checkboxes
        language={language}
        problems={problems}
        name="where"
        label={words.whom}
        values={known.wholeOrganisation ? [EVERYWHERE] : known.departmentIds}
        options={[
          { value: EVERYWHERE, label: words.whole },
          ...[...departments].map(([value, label]) => ({ value, label })),
        ]}
      />
      <Checkbox
        language={language}
        problems={problems}
        name="closed"
        label={words.closed}
        hint={words.closedHint}
        checked={known.openToAll === false}
      />
    </>
  );
}

function HowMany({ language, problems, known }: EditProps): Html {
  const words = editingText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.seats}>
      <Checkbox {...common} name="signUp" label={words.signUp} hint={words.signUpHint} checked={known.signUp ?? true} />
      <NumberField
        {...common}
        name="capacity"
        label={words.capacity}
        hint={words.capacityHint}
        value={known.capacity ?? undefined}
        optional
      />
      <NumberField
        {...common}
        name="expected"
        label={words.expected}
        hint={words.expectedHint}
        value={known.expected ?? undefined}
        optional
      />
      <DateField {...common} name="signUpBy" label={words.signUpBy} value={known.signUpBy ?? undefined} optional />
    </Fieldset>
  );
}

function CallWho({ language, problems, known }: EditProps): Html {
  const words = editingText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.call}>
      <TextField
        {...common}
        name="callWho"
        label={words.callWho}
        hint={words.callWhoHint}
        value={known.callWho}
        maxlength={120}
        optional
      />
      <TextField
        {...common}
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        value={known.phone ?? undefined}
        size={16}
        optional
      />
    </Fieldset>
  );
}
