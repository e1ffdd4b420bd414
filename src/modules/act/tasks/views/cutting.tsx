import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../../ui/components/card.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { namesOf, type Offered, TEMPLATE_KEYS, TEMPLATES, type Template } from '../rules/templates.ts';
import { tasksText } from '../text/tasks.ts';
import { templateText } from '../text/templates.ts';
import { whenOf } from '../text/when.ts';

/** Which template it is most like. */
export function TemplatesPage(props: {
  readonly language: Language;
  /** Where the job is cut, by template; '' for none. */
  readonly hrefOf: (template: Template | '') => Path;
}): Html {
  const { language, hrefOf } = props;
  const words = tasksText(language);
  const names = templateText(language);
  return (
    <>
      <p class="lead">{words.newIntro}</p>
      <CardGrid narrow>
        {[
          ...TEMPLATE_KEYS.map((key) => (
            <Card>
              <p>
                <a href={hrefOf(key)}>{names.names[key]}</a>
              </p>
              <p class="quiet">{firstPieces(key, names[key])}</p>
            </Card>
          )),
          <Card>
            <p>
              <a href={hrefOf('')}>{words.newOwn}</a>
            </p>
            <p class="quiet">{words.newOwnText}</p>
          </Card>,
        ]}
      </CardGrid>
    </>
  );
}

function firstPieces(key: Template, names: Readonly<Record<string, string>>): string {
  return `${TEMPLATES[key]
    .slice(0, 3)
    .map((one) => names[one.key])
    .join(', ')} …`;
}

export interface CutProps {
  readonly language: Language;
  readonly action: Path;
  readonly title: string;
  readonly dueOn: Day | null;
  readonly offered: readonly Offered[];
  readonly problems?: FormProblems | undefined;
}

/** The job: its day, what is offered, and one's own. */
export function CutPage(props: CutProps): Html {
  const { language, offered, problems } = props;
  const words = tasksText(language);
  const common = { language, problems };
  const names = namesOf(offered);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={props.action}>
        <TextField {...common} name="title" label={words.jobTitle} value={props.title} />
        <DateField
          {...common}
          name="dueOn"
          label={words.jobDay}
          hint={words.jobDayHint}
          value={props.dueOn ?? undefined}
          optional
        />
        {offered.length > 0 && (
          <Checkboxes
            {...common}
            name="pieces"
            label={words.pieces}
            hint={words.piecesHint}
            optional
            values={names.filter((_, at) => offered[at]?.chosen)}
            options={offered.map((one, at) => ({
              value: names[at] ?? '',
              label: one.says,
              hint: hintOf(one, language),
            }))}
          />
        )}
        <TextArea {...common} name="lines" label={words.lines} hint={words.linesHint} rows={4} optional />
        <Button>{words.make}</Button>
      </Form>
    </>
  );
}

function hintOf(one: Offered, language: Language): string {
  const words = tasksText(language);
  return [
    words.minutes(one.minutes),
    whenOf(one, language),
    one.learnedFrom > 0 ? words.learned(one.learnedFrom) : '',
    one.piece === '' ? words.usedLast : '',
  ]
    .filter(Boolean)
    .join(' · ');
}
