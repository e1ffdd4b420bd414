import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { ProgressBar } from '../../../../ui/components/progress-bar.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { answersGone, cellNamed, type DrawRow, isUndecided } from '../rules/draw.ts';
import type { Panel } from '../rules/panel.ts';
import { decimal, percent } from '../rules/shares.ts';
import { chooseText } from '../text/choose.ts';
import { drawText } from '../text/draw.ts';
import { type DepartmentNames, groupName } from '../text/groups.ts';
import { keptText } from '../text/kept.ts';
import {
  applicantPlace,
  drawPlace,
  drawsPlace,
  drumPlace,
  notePlace,
  pressPlace,
  profilePlace,
  stopDrawPlace,
} from '../urls.ts';
import { DrawTag } from './draws.tsx';

export interface DrawProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly draw: DrawRow;
  /** Names of those who pressed. */
  readonly pressers: readonly string[];
  readonly pressed: boolean;
  readonly selectors: number;
  /** Those drawn, by name: only once they are. */
  readonly drawn: readonly { readonly id: string; readonly name: string }[];
  readonly departments: DepartmentNames;
  readonly problems?: FormProblems | undefined;
}

/** One draw: how far it is, what it came to, and the press that decides it. */
export function DrawPage(props: DrawProps): Html {
  const { language, panel, draw, problems } = props;
  const words = drawText(language);
  const runs = draw.state === 'waiting' || draw.state === 'running';
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <div class="stack" id="hvor-langt" data-live={`panel:${panel.id}`}>
        <p class="tags">
          <DrawTag language={language} state={draw.state} />
        </p>
        {runs && <Running {...props} />}
        {draw.state === 'infeasible' && <Infeasible {...props} />}
        {draw.state === 'failed' && <p>{words.failedText}</p>}
        {isUndecided(draw) && <Deciding {...props} />}
        {draw.number !== null && <p class="lead">{words.number(String(draw.number).padStart(3, '0'))}</p>}
        {draw.result && <Facts {...props} />}
      </div>
      {props.drawn.length > 0 && <Drawn {...props} />}
      {draw.number !== null && (
        <p>
          <LinkButton href={notePlace({ id: panel.id, draw: draw.id })}>{words.note}</LinkButton>
        </p>
      )}
    </>
  );
}

function Running({ language, panel, draw }: DrawProps): Html {
  const words = drawText(language);
  const percentDone = Math.round(draw.progress / 10);
  return (
    <>
      <ProgressBar
        id="fremdrift"
        label={words.progress}
        value={draw.progress}
        max={1000}
        text={draw.state === 'waiting' ? words.waits : words.runs(percentDone)}
      />
      <p>
        <a href={drawPlace({ id: panel.id, draw: draw.id })}>{words.look}</a>
      </p>
      <Form action={stopDrawPlace({ id: panel.id, draw: draw.id })}>
        <Button look="danger">{words.stop}</Button>
      </Form>
    </>
  );
}

function Infeasible({ language, panel, draw, departments }: DrawProps): Html {
  const words = drawText(language);
  const lines = draw.relaxations.flatMap((change) => {
    const { min, max } = change;
    const cell = cellNamed(draw.quotas, change);
    const name = cell ? groupName(language, cell, departments) : words.boards;
    return [
      ...(min[1] < min[0] ? [words.relaxLower(name, min[0], min[1])] : []),
      ...(max[1] > max[0] ? [words.relaxRaise(name, max[0], max[1])] : []),
    ];
  });
  return (
    <Notice kind="warning" heading={words.infeasible}>
      <p>{lines.length > 0 ? words.relax : words.relaxNone}</p>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      <p>
        <a href={panel.locked ? drawsPlace({ id: panel.id }) : profilePlace({ id: panel.id })}>
          {panel.locked ? words.reopen : chooseText(language).editProfile}
        </a>
      </p>
    </Notice>
  );
}

function Deciding({ language, panel, draw, pressers, pressed, selectors }: DrawProps): Html {
  const words = drawText(language);
  const drum = drumPlace({ id: panel.id, draw: draw.id });
  if (draw.kind === 'public') {
    return (
      <>
        <p>
          <LinkButton href={drum}>{words.drum}</LinkButton>
        </p>
        {draw.throws.length === 0 && <GiveUp language={language} panel={panel} draw={draw} />}
      </>
    );
  }
  return (
    <section class="stack">
      <p>{words.pressWhy}</p>
      <p>
        <a href={drum}>{words.published}</a>
      </p>
      {pressers.length > 0 && <p>{words.pressedBy(pressers.join(', '))}</p>}
      {selectors < 2 && <p>{words.needsTwo}</p>}
      {pressed ? (
        <p>{words.youPressed}</p>
      ) : (
        <Form action={pressPlace({ id: panel.id, draw: draw.id })}>
          <Button>{words.press}</Button>
        </Form>
      )}
      {pressers.length === 0 && <GiveUp language={language} panel={panel} draw={draw} />}
    </section>
  );
}

/** Where something was forgotten: the list is given up, and everybody can see that it was. */
function GiveUp({ language, panel, draw }: Pick<DrawProps, 'language' | 'panel' | 'draw'>): Html {
  const words = drawText(language);
  return (
    <Disclosure summary={words.giveUp}>
      <p>{words.giveUpWhy}</p>
      <Form action={stopDrawPlace({ id: panel.id, draw: draw.id })}>
        <Button look="danger">{words.giveUp}</Button>
      </Form>
    </Disclosure>
  );
}

function Facts({ language, draw }: DrawProps): Html | null {
  const words = drawText(language);
  const { result } = draw;
  if (!result) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.facts}</Heading>
      <DescriptionList
        rows={[
          { term: words.pool, content: String(draw.pool.length) },
          { term: words.seats, content: String(draw.seats) },
          { term: words.least, content: percent(result.minimum, language) },
          { term: words.greatest, content: percent(Math.max(...result.chances), language) },
          { term: words.gini, content: `${decimal(result.gini, language)} (${words.giniText})` },
          {
            term: words.unreachable,
            content: result.unreachable.length > 0 && words.unreachableText(result.unreachable.length),
          },
          { term: words.hash, content: <code class="hash">{draw.listHash}</code> },
          { term: words.seed, content: <code class="hash">{draw.seed}</code> },
        ]}
      />
      {answersGone(draw) && <p>{keptText(language).drawGone}</p>}
      <p>{result.optimal ? words.proved : words.notProved(percent(result.gap ?? 1, language))}</p>
    </section>
  );
}

function Drawn({ language, panel, drawn }: DrawProps): Html {
  const words = drawText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.drawnPeople}</Heading>
      <ul>
        {drawn.map((one) => (
          <li>
            <a href={applicantPlace({ id: panel.id, person: one.id })}>
              <Words>{one.name}</Words>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
