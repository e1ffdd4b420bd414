import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { ANSWERS, type Cap } from '../rules/asking.ts';
import { type Help, OFTEN } from '../rules/counts.ts';
import { countsText } from '../text/counts.ts';
import { capPlace } from '../urls.ts';

export interface CountsProps {
  readonly language: Language;
  readonly help: Help;
  readonly cap: Cap;
  readonly maySetCap: boolean;
  readonly problems?: FormProblems | undefined;
}

/** Who helps, as numbers alone; and how often one neighbour may be asked. */
export function CountsPage(props: CountsProps): Html {
  const { language, help } = props;
  const words = countsText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      {help.tasks === 0 && help.made === 0 ? (
        <EmptyState title={words.none} text={words.noneText} />
      ) : (
        <>
          <Figures language={language} help={help} />
          <Fair language={language} help={help} />
          <Answers language={language} help={help} />
        </>
      )}
      <CapForm {...props} />
    </>
  );
}

type Told = Pick<CountsProps, 'language' | 'help'>;

function guarded(language: Language, count: number | null): string {
  return count === null ? countsText(language).hidden : String(count);
}

function Figures({ language, help }: Told): Html {
  const words = countsText(language);
  const rows = [
    [words.tasks, String(help.tasks)],
    [words.helpers, guarded(language, help.helpers)],
    [words.first, guarded(language, help.first)],
    [words.asked, help.askedShare === null ? words.hidden : words.percent(help.askedShare)],
  ] as const;
  return <Counted language={language} caption={words.title} rows={rows} />;
}

function Fair({ language, help }: Told): Html {
  const words = countsText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.fair}</Heading>
      {help.busiest !== null && (
        <p>
          {words.fairText(help.busiest)} {words.fairHint}
        </p>
      )}
      <Counted
        language={language}
        caption={words.fairTable}
        rows={OFTEN.map((often) => [words.often[often], guarded(language, help.often[often])])}
      />
    </section>
  );
}

function Answers({ language, help }: Told): Html {
  const words = countsText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.asks}</Heading>
      <Counted
        language={language}
        caption={words.asksMade(help.made)}
        rows={[...ANSWERS, 'none' as const].map((one) => [words.answers[one], guarded(language, help.answers[one])])}
      />
    </section>
  );
}

function Counted(props: {
  readonly language: Language;
  readonly caption: string;
  readonly rows: readonly (readonly [string, string])[];
}): Html {
  const words = countsText(props.language);
  return (
    <Table
      language={props.language}
      caption={props.caption}
      columns={[
        { heading: words.what, names: true, cell: ([name]) => name },
        { heading: words.count, numeric: true, cell: ([, count]) => count },
      ]}
      rows={props.rows}
    />
  );
}

function CapForm({ language, cap, maySetCap, problems }: CountsProps): Html {
  const words = countsText(language);
  const common = { language, problems, inputmode: 'numeric', size: 4 } as const;
  return (
    <section class="stack">
      <Heading level={2}>{words.cap}</Heading>
      <p>{words.capNow(cap.asks, cap.days)}</p>
      {maySetCap && (
        <>
          <ErrorSummary language={language} problems={problems} />
          <Form action={capPlace({})}>
            <TextField {...common} name="asks" label={words.capAsks} value={String(cap.asks)} />
            <TextField {...common} name="days" label={words.capDays} value={String(cap.days)} />
            <Button look="secondary">{words.capSave}</Button>
          </Form>
        </>
      )}
    </section>
  );
}
