import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Area, Content, Version, VersionWords } from '../rules/version.ts';
import { periodsText } from '../text/periods.ts';
import { strategyText } from '../text/strategy.ts';
import { writingText } from '../text/writing.ts';
import { approvePlace, areaPlace, draftPlace, editionFilePlace, newAreaPlace, newVersionPlace } from '../urls.ts';
import { Paragraphs, valueText } from './parts.tsx';

interface Common {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

export function NewVersionPage(props: Common): Html {
  const { language, problems } = props;
  const words = writingText(language);
  return (
    <>
      <p class="lead">{words.newIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={newVersionPlace({})}>
        <VersionFields {...props} known={null} />
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}

function VersionFields({ language, problems, known }: Common & { readonly known: VersionWords | null }): Html {
  const words = writingText(language);
  const common = { language, problems };
  return (
    <>
      <TextField {...common} name="title" label={words.name} hint={words.nameHint} value={known?.title} />
      <TextArea
        {...common}
        name="words"
        label={words.words}
        hint={words.wordsHint}
        value={known?.words}
        rows={8}
        maxlength={4000}
        lix
        optional
      />
      <DateField {...common} name="from" label={words.from} value={known?.from} />
      <DateField {...common} name="until" label={words.until} value={known?.until} />
    </>
  );
}

export interface DraftProps extends Common {
  readonly version: Version;
  readonly areas: readonly Area[];
  readonly mayWrite: boolean;
  /** Which of the page's forms came back: an area's id, `new` for another area, null for the version's own. */
  readonly refused?: string | null;
}

/** The draft: its words, its focus areas, and the way to the board's approval. */
export function DraftPage(props: DraftProps): Html {
  const { language, version, areas, mayWrite, problems, refused = null } = props;
  const words = writingText(language);
  const own = refused === null ? problems : undefined;
  if (!mayWrite) return <ReadOnly {...props} />;
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={draftPlace({ version: version.id })} warnUnsaved>
        <input type="hidden" name="version" value={String(version.version)} />
        <VersionFields language={language} problems={own} known={version} />
        <Button>{words.save}</Button>
      </Form>
      <section class="stack">
        <Heading level={2}>{words.areas}</Heading>
        {areas.length === 0 && <p>{words.noAreas}</p>}
        {areas.map((area) => (
          <AreaForm {...props} area={area} problems={refused === area.id ? problems : undefined} />
        ))}
        <AreaForm {...props} area={null} problems={refused === 'new' ? problems : undefined} />
      </section>
      <p class="actions">
        <LinkButton href={approvePlace({ version: version.id })} look="secondary">
          {words.approveTitle}
        </LinkButton>
      </p>
    </>
  );
}

function ReadOnly({ version, areas }: DraftProps): Html {
  return (
    <>
      <Paragraphs text={version.words} />
      {areas.map((area) => (
        <section class="stack">
          <Heading level={2}>
            <span lang="da">{area.title}</span>
          </Heading>
          <Paragraphs text={area.words} />
        </section>
      ))}
    </>
  );
}

function AreaForm({
  language,
  version,
  area,
  problems,
}: Omit<DraftProps, 'areas'> & { readonly area: Area | null }): Html {
  const words = writingText(language);
  const action = area ? areaPlace({ version: version.id, area: area.id }) : newAreaPlace({ version: version.id });
  const id = area?.id ?? 'new';
  const common = { language, problems };
  return (
    <Card>
      <Form action={action} label={area?.title ?? words.addArea}>
        <TextField
          {...common}
          id={`title-${id}`}
          name="title"
          label={area ? words.areaName : words.addArea}
          value={area?.title}
        />
        <TextArea
          {...common}
          id={`words-${id}`}
          name="words"
          label={words.areaWords}
          value={area?.words}
          rows={3}
          maxlength={4000}
          optional
        />
        <div class="actions">
          <Button look={area ? 'secondary' : 'strong'}>{area ? words.saveArea : words.addArea}</Button>
          {area && (
            <Button look="tertiary" name="remove" value="ja">
              {words.removeArea}
            </Button>
          )}
        </div>
      </Form>
    </Card>
  );
}

/** The board's decision is written in: for a strategy, and for a year's evaluation. */
export function DecisionForm(props: Common & { readonly action: string; readonly button: string }): Html {
  const { language, problems } = props;
  const words = writingText(language);
  return (
    <Form action={props.action}>
      <DateField language={language} problems={problems} name="decidedOn" label={words.decidedOn} />
      <TextField
        language={language}
        problems={problems}
        name="decision"
        label={words.decision}
        hint={words.decisionHint}
      />
      <Button>{props.button}</Button>
    </Form>
  );
}

export function ApprovePage(props: Common & { readonly version: Version }): Html {
  const { language, problems, version } = props;
  const words = writingText(language);
  return (
    <>
      <p class="lead">{words.approveIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <DecisionForm {...props} action={approvePlace({ version: version.id })} button={words.approve} />
    </>
  );
}

/** What the board decided, word for word. */
export function EditionPage(props: {
  readonly language: Language;
  readonly version: Version;
  readonly content: Content;
  readonly annexHref: string | null;
  readonly annexLabel: string;
}): Html {
  const { language, version, content } = props;
  const words = strategyText(language);
  const { approval } = version;
  return (
    <>
      <p class="lead">
        {words.inForce(version.number, formatDay(content.from, language), formatDay(content.until, language))}{' '}
        {approval && words.approved(formatDay(approval.decidedOn, language), approval.decision)}
      </p>
      <p class="actions">
        <LinkButton href={editionFilePlace({ version: version.id })}>{words.openPdf}</LinkButton>{' '}
        {props.annexHref && <a href={props.annexHref}>{props.annexLabel}</a>}
      </p>
      <Paragraphs text={content.words} />
      {content.areas.map((area) => (
        <section class="stack">
          <Heading level={2}>
            <span lang="da">{area.title}</span>
          </Heading>
          <Paragraphs text={area.words} />
          <DecidedMetrics language={language} area={area} />
          <DecidedPlans language={language} area={area} />
        </section>
      ))}
    </>
  );
}

type DecidedArea = Content['areas'][number];

function DecidedMetrics({ language, area }: { readonly language: Language; readonly area: DecidedArea }): Html {
  const words = strategyText(language);
  if (area.metrics.length === 0) return <p class="quiet">{words.noMetrics}</p>;
  return (
    <>
      <Heading level={3}>{words.metrics}</Heading>
      <ul lang="da">
        {area.metrics.map(({ name, definition, unit, target, frequency }) => (
          <li>
            <strong>{name}</strong> ({periodsText(language).frequencies[frequency]}). {definition}{' '}
            {target &&
              `${words.target}: ${words.inYear(
                valueText(unit, { kind: 'measured', hundredths: target.hundredths, of: null }, language),
                target.year,
              )}.`}
          </li>
        ))}
      </ul>
    </>
  );
}

function DecidedPlans({ language, area }: { readonly language: Language; readonly area: DecidedArea }): Html {
  const words = strategyText(language);
  if (area.plans.length === 0) return <p class="quiet">{words.noPlans}</p>;
  return (
    <>
      <Heading level={3}>{words.plans}</Heading>
      <ul lang="da">
        {area.plans.map(({ title, deadline, budget }) => (
          <li>
            <strong>{title}</strong>. {words.deadline} {formatDay(deadline, language)}
            {budget !== null && `. ${words.budget}: ${formatOre(budget, language)}`}
          </li>
        ))}
      </ul>
    </>
  );
}
