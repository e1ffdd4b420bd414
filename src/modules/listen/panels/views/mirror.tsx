import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import type { Panel } from '../rules/panel.ts';
import { FEATURES } from '../rules/people.ts';
import { combinations, type Lean, type Leaning, plainCells, type Reflected, roomIn } from '../rules/profile.ts';
import { percent } from '../rules/shares.ts';
import { chooseText } from '../text/choose.ts';
import { type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { profilePlace } from '../urls.ts';

export interface MirrorProps {
  readonly language: Language;
  readonly panel: Panel;
  /** For those who select: every figure. Null for all others. */
  readonly figures: readonly Reflected[] | null;
  /** For everybody else: how the group leans, once there are five in it; null before. */
  readonly leanings: readonly Leaning[] | null;
  readonly applied: number;
  readonly inside: number;
  /** How many who applied lack a group. */
  readonly outside: number;
  readonly departments: DepartmentNames;
}

/** How well the group mirrors the residents: figures for those who select, words for the others. */
export function MirrorPage(props: MirrorProps): Html {
  return (
    <div class="stack" id="spejl" data-live={`panel:${props.panel.id}`}>
      {props.figures ? <Figures {...props} figures={props.figures} /> : <Words {...props} />}
    </div>
  );
}

function Figures(props: MirrorProps & { readonly figures: readonly Reflected[] }): Html {
  const { language, panel, figures } = props;
  const words = chooseText(language);
  const thin = FEATURES.filter((feature) => {
    const cells = plainCells(figures).filter((cell) => cell.feature === feature);
    return cells.length > 0 && roomIn(cells, props.applied) < panel.seats;
  });
  const wrong = figures.filter(({ problem, feature }) => problem === 'too_few' || thin.includes(feature)).length;
  const both = combinations(figures);
  return (
    <>
      <p class="lead">{words.mirrorLead}</p>
      <p>
        {words.signedUp(props.applied)} {words.takePart(props.inside, seatsOf(panel))}
      </p>
      {figures.length > 0 && panel.kind === 'drawn' && (
        <Notice kind={wrong > 0 ? 'warning' : 'success'}>
          <p>{wrong > 0 ? words.problems : words.enough}</p>
        </Notice>
      )}
      {props.outside > 0 && (
        <Notice kind="warning">
          <p>{words.outside(props.outside)}</p>
        </Notice>
      )}
      {FEATURES.map((feature) => (
        <Feature
          {...props}
          title={groupsText(language).features[feature]}
          figures={plainCells(figures).filter((cell) => cell.feature === feature)}
        />
      ))}
      <Feature {...props} title={words.combinations} figures={both} />
      <p>
        <LinkButton href={profilePlace({ id: panel.id })} look="secondary">
          {words.editProfile}
        </LinkButton>
      </p>
    </>
  );
}

/** An open group has room for all who come. */
function seatsOf({ kind, seats }: Panel): number | null {
  return kind === 'open' ? null : seats;
}

function Feature(props: MirrorProps & { readonly title: string; readonly figures: readonly Reflected[] }): Html | null {
  const { language, panel, title, figures, departments } = props;
  const words = chooseText(language);
  if (figures.length === 0) return null;
  // Combinations are not all of the residents together.
  const room = figures.some(({ also }) => also) ? panel.seats : roomIn(figures, props.applied);
  return (
    <section class="stack">
      <Heading level={2}>{title}</Heading>
      {panel.kind === 'drawn' && room < panel.seats && (
        <p class="ds-validation-message">{words.room(room, panel.seats)}</p>
      )}
      <Table
        language={language}
        caption={title}
        captionHidden
        rows={figures}
        columns={[
          {
            heading: words.group,
            names: true,
            cell: (cell) => (
              <div>
                {groupName(language, cell, departments)}
                {cell.problem === 'too_few' && panel.kind === 'drawn' && (
                  <p class="ds-validation-message">{words.needs(cell.fewest, cell.applied)}</p>
                )}
              </div>
            ),
          },
          { heading: words.share, numeric: true, cell: (cell) => (cell.also ? '' : percent(cell.share, language)) },
          { heading: words.wanted, numeric: true, cell: (cell) => words.asked(cell.fewest, cell.most) },
          { heading: words.applied, numeric: true, cell: (cell) => cell.applied },
          { heading: words.inside, numeric: true, cell: (cell) => cell.inside },
        ]}
      />
    </section>
  );
}

function Words(props: MirrorProps): Html {
  const { language, panel, leanings } = props;
  const words = chooseText(language);
  return (
    <>
      <p class="lead">{words.mirrorLead}</p>
      <p>{words.mirrorBoard}</p>
      {leanings === null ? (
        <p>{words.few}</p>
      ) : (
        <>
          <p>{words.takePart(props.inside, seatsOf(panel))}</p>
          <Leanings {...props} leanings={leanings} level={2} />
        </>
      )}
    </>
  );
}

const COLOURS = { fewer: 'sol', as_residents: 'accent', more: 'himmel' } as const satisfies Record<Lean, string>;

/** How some people lean against the residents, group by group, without a figure. */
export function Leanings(props: {
  readonly language: Language;
  readonly leanings: readonly Leaning[];
  readonly departments: DepartmentNames;
  /** Of its headings: 3 below one of its own. */
  readonly level?: 2 | 3;
}): Html {
  const { language, leanings, departments, level = 3 } = props;
  const words = chooseText(language);
  return (
    <>
      {FEATURES.filter((feature) => leanings.some((cell) => cell.feature === feature)).map((feature) => (
        <section class="stack">
          <Heading level={level}>{groupsText(language).features[feature]}</Heading>
          <ul class="plain-list">
            {leanings
              .filter((cell) => cell.feature === feature)
              .map((cell) => (
                <li>
                  {groupName(language, cell, departments)}{' '}
                  <Tag colour={COLOURS[cell.lean]}>{words.leans[cell.lean]}</Tag>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
