import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { CATEGORIES, type Card, type CardWords, DOERS, EFFORTS, SETTINGS } from '../rules/card.ts';
import { catalogueText } from '../text/catalogue.ts';
import { editingText } from '../text/editing.ts';
import { editCardPlace, proposePlace } from '../urls.ts';

interface FieldsProps {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
  /** The card that is edited, and its words in the language that they are edited in. */
  readonly card?: Card;
  readonly words?: CardWords | undefined;
}

export interface ProposeProps extends FieldsProps {
  readonly byStaff: boolean;
  /** Somebody without an account can be answered by e-mail. */
  readonly visitor: boolean;
}

/** Anybody's proposal: what they know of it. The editors add the rest. */
export function ProposePage(props: ProposeProps): Html {
  const { language, problems } = props;
  const labels = editingText(language);
  return (
    <>
      <p class="lead">{labels.proposeIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={proposePlace({})} warnUnsaved>
        <WordFields {...props} />
        <Lists {...props} />
        {props.visitor && (
          <>
            <TextField language={language} name="contactName" label={labels.contactName} optional problems={problems} />
            <TextField
              language={language}
              name="contactEmail"
              type="email"
              autocomplete="email"
              label={labels.contactEmail}
              hint={labels.contactHint}
              optional
              problems={problems}
            />
          </>
        )}
        {props.byStaff && (
          <>
            <Radios
              language={language}
              name="channel"
              label={labels.channel}
              value="self"
              problems={problems}
              options={(['self', 'paper', 'phone'] as const).map((value) => ({
                value,
                label: labels.channels[value] ?? '',
              }))}
            />
            <TextField language={language} name="contactName" label={labels.contactName} optional problems={problems} />
            <TextField
              language={language}
              name="contactEmail"
              type="email"
              label={labels.contactEmail}
              optional
              problems={problems}
            />
          </>
        )}
        <Button>{labels.send}</Button>
      </Form>
    </>
  );
}

/** All of a card, its words in one language at a time. */
export function EditCardPage(props: FieldsProps & { readonly card: Card; readonly editing: Language }): Html {
  const { language, card, editing, problems } = props;
  const labels = editingText(language);
  const other: Language = editing === 'da' ? 'en' : 'da';
  return (
    <>
      <p>
        {labels.languageLabel} <strong>{labels.languages[editing]}</strong>.{' '}
        <a href={editCardPlace({ id: card.id }, { sprog: other })}>{labels.otherLanguage[other]}</a>
      </p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={editCardPlace({ id: card.id }, { sprog: editing })} warnUnsaved>
        <input type="hidden" name="version" value={card.version} />
        <WordFields {...props} />
        <Lists {...props} />
        <MoreWords {...props} />
        <Facts {...props} />
        <Button>{labels.save}</Button>
      </Form>
    </>
  );
}

function WordFields({ language, problems, card, words }: FieldsProps): Html {
  const labels = editingText(language);
  const common = { language, problems };
  return (
    <>
      <TextField {...common} name="title" label={labels.name} value={words?.title} />
      <TextArea {...common} name="what" label={labels.what} hint={labels.whatHint} rows={4} value={words?.what} lix />
      <TextArea {...common} name="why" label={labels.why} rows={3} optional value={words?.why} />
      <Radios
        {...common}
        name="category"
        label={labels.category}
        value={card?.category}
        options={CATEGORIES.map((value) => ({ value, label: catalogueText(language).category[value] ?? '' }))}
      />
    </>
  );
}

function Lists({ language, problems, card, words }: FieldsProps): Html {
  const labels = editingText(language);
  const common = { language, problems, optional: true };
  const budget = card && words && card.budgetOre.map((ore, at) => `${typed(ore)} ${words.budget[at] ?? words.title}`);
  const tasks = card && words && card.taskMinutes.map((minutes, at) => `${minutes} ${words.tasks[at] ?? words.title}`);
  return (
    <>
      <TextArea
        {...common}
        name="steps"
        label={labels.steps}
        hint={labels.linesHint}
        rows={5}
        value={words?.steps.join('\n')}
      />
      <TextArea
        {...common}
        name="needs"
        label={labels.needs}
        hint={labels.linesHint}
        rows={4}
        value={words?.needs.join('\n')}
      />
      <TextArea
        {...common}
        name="budget"
        label={labels.budget}
        hint={labels.budgetHint}
        rows={4}
        value={budget?.join('\n')}
      />
      <TextArea
        {...common}
        name="tasks"
        label={labels.tasks}
        hint={labels.tasksHint}
        rows={5}
        value={tasks?.join('\n')}
      />
    </>
  );
}

/** As the form reads it: "450", "1.234,50". */
function typed(ore: Ore): string {
  return formatOre(ore, 'da').replace(/\s*kr\.$/, '');
}

function MoreWords({ language, problems, words }: FieldsProps): Html {
  const labels = editingText(language);
  const common = { language, problems, optional: true };
  return (
    <>
      <TextArea
        {...common}
        name="tips"
        label={labels.tips}
        hint={labels.linesHint}
        rows={3}
        value={words?.tips.join('\n')}
      />
      <TextArea {...common} name="whoHelps" label={labels.whoHelps} rows={2} value={words?.whoHelps} />
      <TextArea {...common} name="permissions" label={labels.permissions} rows={2} value={words?.permissions} />
      <TextField
        {...common}
        name="keywords"
        label={labels.keywords}
        hint={labels.keywordsHint}
        value={words?.keywords}
      />
    </>
  );
}

function Facts({ language, problems, card }: FieldsProps): Html {
  const labels = editingText(language);
  const common = { language, problems };
  const list = catalogueText(language);
  const options = (values: readonly string[], names: Readonly<Record<string, string>>) =>
    values.map((value) => ({ value, label: names[value] ?? '' }));
  return (
    <>
      <Select
        {...common}
        name="doneBy"
        label={labels.doneBy}
        value={card?.doneBy}
        options={options(DOERS, labels.doer)}
      />
      <Select
        {...common}
        name="setting"
        label={labels.setting}
        value={card?.setting}
        options={options(SETTINGS, list.setting)}
      />
      <Select
        {...common}
        name="effort"
        label={labels.effort}
        value={card?.effort}
        options={options(EFFORTS, list.effort)}
      />
      <NumberField {...common} name="minutes" label={labels.minutes} hint={labels.minutesHint} value={card?.minutes} />
      <NumberField {...common} name="helpers" label={labels.helpers} value={card?.helpers} />
      <NumberField {...common} name="participants" label={labels.participants} value={card?.participants} />
      <TextField
        {...common}
        name="months"
        label={labels.months}
        hint={labels.monthsHint}
        optional
        value={card?.months.join(', ')}
      />
      <Checkbox {...common} name="needsMeeting" label={labels.needsMeeting} checked={card?.needsMeeting ?? false} />
      <Checkbox
        {...common}
        name="needsOperations"
        label={labels.needsOperations}
        checked={card?.needsOperations ?? false}
      />
      <Checkbox {...common} name="rentEffect" label={labels.rentEffect} checked={card?.rentEffect ?? false} />
      <NumberField
        {...common}
        name="operationsHours"
        label={labels.operationsHours}
        hint={labels.operationsHoursHint}
        optional
        value={card?.operationsHours ?? undefined}
      />
      <TextField
        {...common}
        name="goals"
        label={labels.goals}
        hint={labels.goalsHint}
        optional
        value={card?.goals.join(', ')}
      />
      <TextField {...common} name="licence" label={labels.licence} optional value={card?.licence} />
      <TextField {...common} name="credit" label={labels.credit} optional value={card?.credit} />
    </>
  );
}
