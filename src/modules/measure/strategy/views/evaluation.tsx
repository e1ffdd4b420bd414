import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { COURSES, type Evaluation, type EvaluationApproval } from '../rules/evaluation.ts';
import type { Area } from '../rules/version.ts';
import { evaluationText } from '../text/evaluation.ts';
import { strategyText } from '../text/strategy.ts';
import { approveEvaluationPlace, evaluateAreaPlace } from '../urls.ts';
import { Paragraphs } from './parts.tsx';
import { DecisionForm } from './version.tsx';

export interface YearLine {
  readonly name: string;
  readonly href: string;
  readonly now: string;
  readonly before: string;
}

export interface EvaluationProps {
  readonly language: Language;
  readonly year: number;
  readonly areas: readonly {
    readonly area: Area;
    readonly written: Evaluation | null;
    readonly lines: readonly YearLine[];
  }[];
  readonly approval: EvaluationApproval | null;
  readonly mayWrite: boolean;
  /** Which form came back: an area's id, or `approval`. */
  readonly refused?: { readonly form: string; readonly problems: FormProblems } | null;
}

/** A year thought through, area by area, last year beside it. */
export function EvaluationPage(props: EvaluationProps): Html {
  const { language, year, approval, mayWrite, refused } = props;
  const words = evaluationText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} problems={refused?.problems} />
      {approval && (
        <Notice kind="success">{words.approved(formatDay(approval.decidedOn, language), approval.decision)}</Notice>
      )}
      {props.areas.map((one) => (
        <section class="stack">
          <Heading level={2}>
            <span lang="da">{one.area.title}</span>
          </Heading>
          <Lines language={language} lines={one.lines} />
          {mayWrite && !approval ? (
            <Writing {...props} one={one} />
          ) : (
            <Read language={language} written={one.written} />
          )}
        </section>
      ))}
      {mayWrite && !approval && props.areas.length > 0 && (
        <section class="stack">
          <Heading level={2}>{words.approveTitle}</Heading>
          <p>{words.approveIntro}</p>
          <DecisionForm
            language={language}
            problems={refused?.form === 'approval' ? refused.problems : undefined}
            action={approveEvaluationPlace({ year: String(year) })}
            button={words.approve}
          />
        </section>
      )}
    </>
  );
}

function Lines({ language, lines }: { readonly language: Language; readonly lines: readonly YearLine[] }): Html {
  const words = evaluationText(language);
  const labels = strategyText(language);
  return (
    <Table
      language={language}
      caption={labels.metrics}
      rows={lines}
      empty={<p class="quiet">{labels.noMetrics}</p>}
      columns={[
        {
          heading: labels.metric,
          names: true,
          cell: ({ name, href }) => (
            <a href={href} lang="da">
              {name}
            </a>
          ),
        },
        { heading: words.yearNow, numeric: true, cell: ({ now }) => now },
        { heading: words.yearBefore, numeric: true, cell: ({ before }) => before },
      ]}
    />
  );
}

function Read({ language, written }: { readonly language: Language; readonly written: Evaluation | null }): Html {
  const words = evaluationText(language);
  if (!written?.course) return <p class="quiet">{words.unwritten}</p>;
  return (
    <>
      <Heading level={3}>{words.done}</Heading>
      <Paragraphs text={written.done} />
      {written.learned !== '' && (
        <>
          <Heading level={3}>{words.learned}</Heading>
          <Paragraphs text={written.learned} />
        </>
      )}
      <p>
        <strong>{words.courses[written.course]}</strong>
      </p>
    </>
  );
}

function Writing(props: EvaluationProps & { readonly one: EvaluationProps['areas'][number] }): Html {
  const { language, year, one, refused } = props;
  const { area, written } = one;
  const words = evaluationText(language);
  const problems = refused?.form === area.id ? refused.problems : undefined;
  const common = { language, problems };
  return (
    <Form action={evaluateAreaPlace({ year: String(year), area: area.id })} label={area.title} warnUnsaved>
      <input type="hidden" name="version" value={String(written?.version ?? 0)} />
      <TextArea
        {...common}
        id={`done-${area.id}`}
        name="done"
        label={words.done}
        value={written?.done}
        rows={4}
        maxlength={4000}
      />
      <TextArea
        {...common}
        id={`learned-${area.id}`}
        name="learned"
        label={words.learned}
        value={written?.learned}
        rows={4}
        maxlength={4000}
        optional
      />
      <Radios
        {...common}
        id={`course-${area.id}`}
        name="course"
        label={words.course}
        value={written?.course ?? undefined}
        options={COURSES.map((course) => ({ value: course, label: words.courses[course] }))}
      />
      <Button look="secondary">{words.save}</Button>
    </Form>
  );
}
