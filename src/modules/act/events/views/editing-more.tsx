import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { DAYS_BEFORE, DUTIES, type DutyRules } from '../rules/duties.ts';
import { type Event, type EventText, REASONS, TEXT_LANGUAGES } from '../rules/event.ts';
import { dutiesText } from '../text/duties.ts';
import { editingText } from '../text/editing.ts';
import { eventsText } from '../text/events.ts';
import { cancelPlace, rulesPlace, textsPlace } from '../urls.ts';

interface Common {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

/** Why, and what else to say to everybody. */
export function CancelPage(props: Common & { readonly event: Event; readonly people: number }): Html {
  const { language, problems, event } = props;
  const words = editingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.cancelLead(props.people)}</p>
      <Form action={cancelPlace({ id: event.id })}>
        <ErrorSummary language={language} problems={problems} />
        <Radios
          {...common}
          name="reason"
          label={words.reason}
          options={REASONS.map((value) => ({ value, label: eventsText(language).reasons[value] }))}
        />
        <TextArea
          {...common}
          name="words"
          label={words.words}
          hint={words.wordsHint}
          rows={3}
          maxlength={2000}
          optional
        />
        <p>
          <Button look="danger">{words.cancel}</Button>
        </p>
      </Form>
    </>
  );
}

/** The invitation in each language that is not the house's own. */
export function TextsPage(
  props: Common & { readonly event: Event; readonly own: Language; readonly texts: readonly EventText[] },
): Html {
  const { language, problems, event, own } = props;
  const words = editingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.textsLead}</p>
      <Form action={textsPlace({ id: event.id })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        {TEXT_LANGUAGES.filter((one) => one !== own).map((one) => {
          const known = props.texts.find((text) => text.language === one);
          const name = eventsText(language).languages[one];
          return (
            <Fieldset legend={name.charAt(0).toUpperCase() + name.slice(1)}>
              <TextField
                {...common}
                name={`title_${one}`}
                label={words.textTitle}
                value={known?.title}
                maxlength={80}
                optional
              />
              <TextArea
                {...common}
                name={`what_${one}`}
                label={words.textWhat}
                value={known?.what}
                rows={3}
                maxlength={2000}
                optional
              />
            </Fieldset>
          );
        })}
        <p>
          <Button>{words.save}</Button>
        </p>
      </Form>
    </>
  );
}

/** How this house does each thing on the checklist. */
export function RulesPage(props: Common & { readonly rules: DutyRules }): Html {
  const { language, problems, rules } = props;
  const words = dutiesText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.rulesLead}</p>
      <Form action={rulesPlace({})} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        {DUTIES.map((code) => {
          const rule = rules.get(code);
          const { title, says, source } = words.duties[code];
          return (
            <Fieldset legend={<Words>{title}</Words>} hint={[says, source].filter(Boolean).join(' ')}>
              <Checkbox {...common} name={`active_${code}`} label={words.active} checked={rule?.active ?? true} />
              <NumberField
                {...common}
                name={`days_${code}`}
                label={words.days}
                value={rule?.daysBefore ?? DAYS_BEFORE[code]}
              />
              <TextField
                {...common}
                name={`words_${code}`}
                label={words.words}
                hint={words.wordsHint}
                value={rule?.words}
                maxlength={120}
                optional
              />
            </Fieldset>
          );
        })}
        <p>
          <Button>{words.save}</Button>
        </p>
      </Form>
    </>
  );
}
