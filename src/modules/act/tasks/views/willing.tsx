import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type OptIn, TIMES } from '../rules/asking.ts';
import { KINDS } from '../rules/task.ts';
import { askingText } from '../text/asking.ts';
import { tasksText } from '../text/tasks.ts';
import { unwillingPlace, willingPlace } from '../urls.ts';

const LENGTHS = ['10', '20', '30', '60'] as const;

/** "Spørg mig gerne": what, when, how long; and off again in one tap. */
export function WillingPage(props: {
  readonly language: Language;
  readonly now: OptIn | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, now, problems } = props;
  const words = askingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.willingLead}</p>
      <p>{words.willingWho}</p>
      {now && (
        <Notice kind="success">
          <p>{words.willingOn}</p>
          <Form action={unwillingPlace({})} class="actions">
            <Button look="secondary">{words.willingStop}</Button>
          </Form>
        </Notice>
      )}
      <ErrorSummary language={language} problems={problems} />
      <Form action={willingPlace({})}>
        <Checkboxes
          {...common}
          name="kinds"
          label={words.willingKinds}
          hint={words.willingKindsHint}
          optional
          values={now?.kinds ?? []}
          options={KINDS.map((kind) => ({ value: kind, label: tasksText(language).kinds[kind] }))}
        />
        <Checkboxes
          {...common}
          name="times"
          label={words.willingTimes}
          optional
          values={now?.times ?? []}
          options={TIMES.map((time) => ({ value: time, label: words.times[time] }))}
        />
        <Radios
          {...common}
          name="mostMinutes"
          label={words.willingMinutes}
          value={String(now?.mostMinutes ?? 30)}
          options={LENGTHS.map((minutes) => ({ value: minutes, label: tasksText(language).minutes(Number(minutes)) }))}
        />
        <Button>{now ? words.willingChange : words.willingSave}</Button>
      </Form>
    </>
  );
}
