import type { Child, Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Chart } from '../../../../ui/components/chart.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import {
  decimal,
  HAPPENINGS,
  type HappeningKind,
  keptShare,
  type Span,
  type Status,
  type StatusFigures,
  yearBefore,
} from '../rules/status.ts';
import { statusText } from '../text/status.ts';
import { statusFilePlace, statusPlace } from '../urls.ts';
import { Divided, MONEY } from './status-parts.tsx';

export interface StatusProps {
  readonly language: Language;
  readonly fundId: string;
  readonly funds: readonly { readonly id: string; readonly name: string }[];
  readonly status: Status;
  readonly periods: readonly Span[];
  readonly quarters: readonly (Span & { readonly year: number; readonly number: number })[];
  /** Where a figure opens to its rows. */
  readonly behind: (kind: HappeningKind, narrow?: Readonly<Record<string, string>>) => string;
  readonly notice: string | null;
  readonly problems?: FormProblems | undefined;
}

/** A fund's year, or another span, in figures that open to their rows. */
export function StatusPage(props: StatusProps): Html {
  const { language, status, fundId } = props;
  const words = statusText(language);
  const { span } = status;
  const before = yearBefore(span);
  const said = (on: Span['from']) => formatDay(on, language);
  return (
    <>
      <ErrorSummary language={language} problems={props.problems} />
      {props.notice && (
        <Notice kind="warning">
          <p>{props.notice}</p>
        </Notice>
      )}
      <p class="lead">{words.lead}</p>
      <Choose {...props} />
      <p>
        <strong>{words.span(said(span.from), said(span.to))}</strong> {words.beside(said(before.from), said(before.to))}
      </p>
      <Money {...props} />
      <Answers {...props} />
      <Divided {...props} />
      <section class="stack">
        <Heading level={2}>{words.howCounted}</Heading>
        <ul>
          {words.method.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
      <Form action={statusFilePlace({})}>
        <input type="hidden" name="pulje" value={fundId} />
        <input type="hidden" name="fra" value={span.from} />
        <input type="hidden" name="til" value={span.to} />
        <p class="actions">
          <Button name="form" value="pdf">
            {words.pdf}
          </Button>
          <Button look="secondary" name="form" value="docx">
            {words.word}
          </Button>
        </p>
      </Form>
    </>
  );
}

function Choose({ language, fundId, funds, status, periods, quarters, problems }: StatusProps): Html {
  const words = statusText(language);
  const short = (on: Span['from']) => formatDay(on, language, 'short');
  const link = (span: Span, label: string) => (
    <li>
      <a href={statusPlace({}, { pulje: fundId, fra: span.from, til: span.to })}>{label}</a>
    </li>
  );
  return (
    <>
      <Form action={statusPlace({})} method="get" class="filters" label={words.quick}>
        {funds.length > 1 && (
          <Select
            language={language}
            name="pulje"
            label={words.fund}
            value={fundId}
            options={funds.map(({ id, name }) => ({ value: id, label: name }))}
          />
        )}
        <DateField language={language} problems={problems} name="fra" label={words.from} value={status.span.from} />
        <DateField language={language} problems={problems} name="til" label={words.to} value={status.span.to} />
        <Button look="secondary">{words.show}</Button>
      </Form>
      <nav aria-label={words.quick}>
        <ul class="spans">
          {periods.map((span) => link(span, words.period(short(span.from), short(span.to))))}
          {quarters.map((span) => link(span, words.quarter(span.number, span.year)))}
        </ul>
      </nav>
    </>
  );
}

function Money({ language, status, behind }: StatusProps): Html {
  const words = statusText(language);
  const { now, before, waiting } = status;
  const opened = (kind: HappeningKind, shown: string) =>
    now.all[kind].count === 0 ? shown : <a href={behind(kind)}>{shown}</a>;
  return (
    <section class="stack">
      <Heading level={2}>{words.money}</Heading>
      <Chart
        language={language}
        title={words.money}
        summary={words.moneySummary}
        labelHeading={words.figure}
        valueHeading={words.amount}
        tableLabel={words.seeFigures}
        points={MONEY.map((kind) => ({
          label: words.figures[kind],
          value: now.all[kind].amount,
          text: formatOre(now.all[kind].amount, language),
        }))}
      />
      <Table
        language={language}
        caption={words.money}
        captionHidden
        rows={HAPPENINGS}
        columns={[
          { heading: words.figure, names: true, cell: (kind) => words.figures[kind] },
          { heading: words.number, numeric: true, cell: (kind) => opened(kind, String(now.all[kind].count)) },
          {
            heading: `${words.number} (${words.before.toLowerCase()})`,
            numeric: true,
            cell: (kind) => before?.all[kind].count ?? <NoFigure language={language} />,
          },
          {
            heading: words.amount,
            numeric: true,
            cell: (kind) => (kind === 'told' ? '' : opened(kind, formatOre(now.all[kind].amount, language))),
          },
          {
            heading: `${words.amount} (${words.before.toLowerCase()})`,
            numeric: true,
            cell: (kind) =>
              kind === 'told' ? (
                ''
              ) : before ? (
                formatOre(before.all[kind].amount, language)
              ) : (
                <NoFigure language={language} />
              ),
          },
        ]}
      />
      <p>
        {words.waiting}: <strong>{waiting}</strong>
      </p>
    </section>
  );
}

function Answers({ language, status }: StatusProps): Html {
  const words = statusText(language);
  const { now, before } = status;
  const { people, counted, few } = now.came;
  return (
    <>
      <section class="stack">
        <Heading level={2}>{words.answers}</Heading>
        {now.answers.answered === 0 ? (
          <p>{words.noAnswers}</p>
        ) : (
          <>
            <p>{words.answersIntro}</p>
            <Table
              language={language}
              caption={words.answers}
              captionHidden
              rows={[
                {
                  name: words.median,
                  now: decimal(now.answers.medianDays, language) ?? <NoFigure language={language} />,
                  before: decimal(before?.answers.medianDays ?? null, language) ?? <NoFigure language={language} />,
                },
                {
                  name: words.kept,
                  now: keptShown(now.answers, language),
                  before: keptShown(before?.answers ?? null, language),
                },
              ]}
              columns={[
                { heading: words.figure, names: true, cell: (row) => row.name },
                { heading: words.now, numeric: true, cell: (row) => row.now },
                { heading: words.before, numeric: true, cell: (row) => row.before },
              ]}
            />
          </>
        )}
      </section>
      <section class="stack">
        <Heading level={2}>{words.feedback}</Heading>
        {counted + few === 0 ? (
          <p>{words.noFeedback}</p>
        ) : (
          <p>
            {words.came}: <strong>{people}</strong> ({words.cameFrom(counted)}). {few > 0 && words.few(few)}
          </p>
        )}
      </section>
    </>
  );
}

function keptShown(one: StatusFigures['answers'] | null, language: Language): Child {
  const words = statusText(language);
  const share = one && keptShare(one);
  return !one || share === null ? <NoFigure language={language} /> : words.keptOf(one.kept, one.answered, share);
}

/** There is nothing to count: not a fault, so a dash to the eye and words to the ear. */
function NoFigure({ language }: { readonly language: Language }): Html {
  return (
    <>
      <span aria-hidden="true">–</span>
      <span class="only-heard">{statusText(language).missing}</span>
    </>
  );
}
