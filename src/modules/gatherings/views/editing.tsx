import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkboxes, Radios } from '../../../ui/forms/choices.tsx';
import { DateField } from '../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { NumberField } from '../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { GATHERING_KINDS, type Gathering, GRACE_DAYS, MOST_WORDS } from '../rules.ts';
import { formWords } from '../text/forms.ts';
import { gatheringsText } from '../text/gatherings.ts';
import { editGatheringPlace, newGatheringPlace } from '../urls.ts';

export interface EditProps {
  readonly language: Language;
  /** Null: a new one. */
  readonly known: Gathering | null;
  readonly chosen: readonly string[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: FormProblems | undefined;
}

export function EditPage(props: EditProps): Html {
  const { language, known, problems } = props;
  const words = formWords(language);
  const common = { language, problems };
  return (
    <Form action={known ? editGatheringPlace({ id: known.id }) : newGatheringPlace({})} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <WhatItIs {...props} />
      <WhenItIs {...props} />
      {props.organisations.length > 0 && (
        <Checkboxes
          {...common}
          name="organisations"
          label={words.organisations}
          hint={words.organisationsHint}
          values={props.chosen}
          options={props.organisations.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <input type="hidden" name="version" value={String(known?.version ?? 0)} />
      <p>
        <Button>{known ? words.save : words.open}</Button>
      </p>
    </Form>
  );
}

function WhatItIs({ language, known, problems }: EditProps): Html {
  const words = formWords(language);
  const common = { language, problems };
  return (
    <>
      <Radios
        {...common}
        name="kind"
        label={words.kind}
        value={known?.kind}
        options={GATHERING_KINDS.map((kind) => ({ value: kind, label: gatheringsText(language).kinds[kind] }))}
      />
      <TextField {...common} name="name" label={words.name} hint={words.nameHint} value={known?.name} maxlength={120} />
      <TextArea
        {...common}
        name="about"
        label={words.about}
        hint={words.aboutHint}
        value={known?.about}
        maxlength={MOST_WORDS}
        lix
        optional
      />
      <TextArea
        {...common}
        name="programme"
        label={words.programme}
        hint={words.programmeHint}
        value={known?.programme}
        rows={7}
        maxlength={MOST_WORDS}
        optional
      />
      <TextField {...common} name="place" label={words.place} value={known?.place} maxlength={120} optional />
    </>
  );
}

function WhenItIs({ language, known, problems }: EditProps): Html {
  const words = formWords(language);
  const common = { language, problems };
  return (
    <>
      <DateField {...common} name="from" label={words.from} value={known?.from} />
      <DateField {...common} name="until" label={words.until} value={known?.until} />
      <NumberField
        {...common}
        name="graceDays"
        label={words.graceDays}
        hint={words.graceHint}
        value={known?.graceDays ?? GRACE_DAYS}
      />
    </>
  );
}
