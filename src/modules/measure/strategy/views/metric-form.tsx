import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { type Figure, UNITS } from '../../../../platform/figures/figures.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { BETTER, type Definition } from '../rules/metric.ts';
import { FREQUENCIES } from '../rules/period.ts';
import { periodsText } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';
import { writingText } from '../text/writing.ts';
import { OwnerField, type Somebody } from './plan.tsx';

interface Common {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
  readonly action: string;
}

export function MetricFormPage(
  props: Common & { readonly figures: readonly Figure[]; readonly people: readonly Somebody[] },
): Html {
  const { language, problems, figures } = props;
  const words = writingText(language);
  const common = { language, problems };
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action} warnUnsaved>
        <Select
          {...common}
          name="figure"
          label={words.source}
          hint={words.sourceHint}
          empty={words.sourceTyped}
          options={figures.map(({ code, name }) => ({ value: code, label: name[language] }))}
          optional
        />
        <TextField {...common} name="name" label={words.metricName} hint={words.metricNameHint} optional />
        <TextArea {...common} name="definition" label={words.metricDefinition} rows={3} maxlength={1000} optional />
        <Select
          {...common}
          name="unit"
          label={words.unit}
          hint={words.unitTypedHint}
          value="number"
          options={UNITS.map((unit) => ({ value: unit, label: words.units[unit] }))}
          optional
        />
        <Checkbox {...common} name="people" label={words.people} />
        <BetterField {...common} />
        <Radios
          {...common}
          name="frequency"
          label={words.frequency}
          value="year"
          options={FREQUENCIES.map((one) => ({ value: one, label: periodsText(language).frequencies[one] }))}
        />
        <DateField {...common} name="from" label={words.firstDay} hint={words.firstDayHint} />
        <OwnerField {...common} people={props.people} />
        <Goals {...common} known={null} />
        <Button>{words.makeMetric}</Button>
      </Form>
    </>
  );
}

export function RedefinePage(props: Common & { readonly now: Definition }): Html {
  const { language, problems, now } = props;
  const words = writingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.redefineIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action} warnUnsaved>
        <TextField {...common} name="name" label={words.metricName} value={now.name} />
        <TextArea
          {...common}
          name="definition"
          label={words.metricDefinition}
          value={now.definition}
          rows={3}
          maxlength={1000}
          optional
        />
        <BetterField {...common} value={now.better} />
        <DateField {...common} name="from" label={words.fromDay} />
        <TextArea {...common} name="why" label={words.why} rows={2} maxlength={500} />
        <Goals {...common} known={now} />
        <Button>{words.redefine}</Button>
      </Form>
    </>
  );
}

function BetterField(props: Omit<Common, 'action'> & { readonly value?: string }): Html {
  return (
    <Radios
      language={props.language}
      problems={props.problems}
      name="better"
      label={writingText(props.language).better}
      value={props.value ?? 'up'}
      options={BETTER.map((one) => ({ value: one, label: strategyText(props.language).better[one] }))}
    />
  );
}

function Goals(props: Omit<Common, 'action'> & { readonly known: Definition | null }): Html {
  const { language, problems, known } = props;
  const words = writingText(language);
  const common = { language, problems, optional: true };
  const typed = (hundredths: number | undefined) =>
    hundredths === undefined ? undefined : String(hundredths / 100).replace('.', ',');
  return (
    <Fieldset legend={`${words.baseline}, ${words.target.toLowerCase()}`} hint={words.goalHint}>
      <NumberField {...common} name="baseline" label={words.baseline} value={typed(known?.baseline?.hundredths)} />
      <NumberField {...common} name="baselineYear" label={words.baselineYear} value={known?.baseline?.year} />
      <NumberField {...common} name="target" label={words.target} value={typed(known?.target?.hundredths)} />
      <NumberField {...common} name="targetYear" label={words.targetYear} value={known?.target?.year} />
    </Fieldset>
  );
}
