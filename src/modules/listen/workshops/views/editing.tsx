import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField, TimeField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST_WORDS, PAPERS, USUAL_PICTURE_DAYS, type Workshop } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';
import { editWorkshopPlace, newWorkshopPlace } from '../urls.ts';

export interface EditProps {
  readonly language: Language;
  /** Null: a new one. */
  readonly known: Workshop | null;
  readonly gatherings: readonly { readonly id: string; readonly name: string }[];
  readonly problems?: FormProblems | undefined;
}

export function EditPage({ language, known, gatherings, problems }: EditProps): Html {
  const words = formWords(language);
  const common = { language, problems };
  return (
    <Form action={known ? editWorkshopPlace({ id: known.id }) : newWorkshopPlace({})} warnUnsaved>
      <ErrorSummary language={language} problems={problems} />
      <TextField {...common} name="name" label={words.name} hint={words.nameHint} value={known?.name} maxlength={120} />
      <DateField {...common} name="on" label={words.on} value={known?.on} />
      <TimeField {...common} name="startsAt" label={words.startsAt} value={known?.startsAt} optional />
      <TimeField {...common} name="endsAt" label={words.endsAt} value={known?.endsAt} optional />
      <TextField {...common} name="place" label={words.place} value={known?.place} maxlength={120} optional />
      <NumberField {...common} name="seats" label={words.seats} value={known?.seats ?? undefined} optional />
      <TextArea
        {...common}
        name="about"
        label={words.about}
        value={known?.about}
        maxlength={MOST_WORDS}
        rows={4}
        lix
        optional
      />
      <Radios
        {...common}
        name="paper"
        label={words.paper}
        value={known?.paper ?? 'a3'}
        options={PAPERS.map((paper) => ({ value: paper, label: words.papers[paper] }))}
      />
      <Checkbox
        {...common}
        name="twoPeople"
        label={words.twoPeople}
        hint={words.twoPeopleHint}
        checked={known?.twoPeople ?? false}
      />
      <Checkbox
        {...common}
        name="inSteps"
        label={words.inSteps}
        hint={words.inStepsHint}
        checked={known?.inSteps ?? false}
      />
      <DateField
        {...common}
        name="openUntil"
        label={words.openUntil}
        hint={words.openUntilHint}
        value={known?.openUntil}
        optional
      />
      <NumberField
        {...common}
        name="pictureDays"
        label={words.pictureDays}
        hint={words.pictureDaysHint}
        unit={words.pictureDaysUnit}
        value={known?.pictureDays ?? USUAL_PICTURE_DAYS}
      />
      {gatherings.length > 0 && (
        <Select
          {...common}
          name="gathering"
          label={words.gathering}
          hint={words.gatheringHint}
          empty={words.gatheringNone}
          value={known?.gatheringId ?? undefined}
          options={gatherings.map(({ id, name }) => ({ value: id, label: name }))}
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
