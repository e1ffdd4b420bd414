import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay, formatRelativeDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { TurnList } from '../../../ui/components/turn-list.tsx';
import { FRAME_PATHS } from '../../../ui/layout-paths.ts';
import {
  Counts,
  type Idea,
  type Card as Initiative,
  ideaPlace,
  ideasPlace,
  initiativesPlace,
  insidePlace,
  newIdeaPlace,
  overviewPlace,
  type QuietCard,
  type Status,
  titleFrom,
} from '../../initiatives/public.ts';
import type { ToldTurn } from '../../turns/public.ts';
import { frontText } from '../text.ts';
import { Cards, Growing } from './visitor.tsx';

/** What staff see below their turns. */
export interface StaffView {
  readonly ideas: readonly Idea[];
  readonly quiet: readonly QuietCard[];
  readonly counts: Readonly<Record<Status, number>>;
}

export interface HomeProps {
  readonly language: Language;
  readonly today: Day;
  readonly firstName: string;
  readonly turns: readonly ToldTurn[];
  readonly departments: ReadonlyMap<string, string>;
  /** Those that the reader drives. */
  readonly mine: readonly Initiative[];
  /** Where the reader lives, or sits on the board: what goes on there. */
  readonly home: {
    readonly name: string;
    readonly initiatives: readonly Initiative[];
    /** For its board: those that look for people. */
    readonly looking: readonly Initiative[];
  } | null;
  readonly staff: StaffView | null;
  /** A role without a room of its own here yet: it is told so. */
  readonly otherRole: 'operations' | 'municipal_officer' | null;
  /** For the secretariat of a house that is being opened: how far it has come. */
  readonly setup: Html | null;
  /** For those who pay: what waits where. */
  readonly money: Html | null;
  /** For those without a department: what goes on everywhere. */
  readonly initiatives: readonly Initiative[];
}

/** The first thing after sign-in: what waits, oldest promise first. Then one's own, one's department, one's work. */
export function HomePage(props: HomeProps): Html {
  const { language } = props;
  const words = frontText(language);
  return (
    <>
      <Turns {...props} />
      {props.setup}
      {props.staff && <StaffSections {...props} staff={props.staff} />}
      {props.mine.length > 0 && (
        <section>
          <Heading level={2}>{words.mine}</Heading>
          <Cards language={language} initiatives={props.mine} departments={props.departments} />
        </section>
      )}
      {props.home && <HomeDepartment {...props} home={props.home} />}
      {props.money}
      {props.otherRole && (
        <Card as="section" colour="himmel">
          <Heading level={2}>{words.staffElse}</Heading>
          <p>{words.staffElseText[props.otherRole]}</p>
          {props.otherRole === 'operations' && (
            <p>
              <a href={initiativesPlace({}, { emne: 'green' })}>{words.greenInitiatives}</a>
            </p>
          )}
        </Card>
      )}
      {!props.home && !props.staff && (
        <Growing language={language} initiatives={props.initiatives} departments={props.departments} />
      )}
      <p class="actions">
        <LinkButton href={newIdeaPlace({})} look={props.turns.length > 0 ? 'secondary' : 'strong'}>
          {words.moreIdea}
        </LinkButton>
      </p>
    </>
  );
}

function Turns(props: HomeProps): Html {
  const { language, today } = props;
  const words = frontText(language);
  return (
    <section data-live="turns">
      <Heading level={2}>{words.turnHeading}</Heading>
      <TurnList
        empty={{ title: words.turnEmpty, text: words.turnEmptyText }}
        items={props.turns.map((turn) => ({
          href: turn.path,
          sentence: turn.sentence,
          about: turn.about,
          due: dueWords(turn, today, language),
          late: turn.due !== null && turn.due < today,
        }))}
      />
      {props.turns.length > 0 && (
        <p>
          <a href={FRAME_PATHS.turn}>{words.turnAll}</a>
        </p>
      )}
    </section>
  );
}

function dueWords(turn: ToldTurn, today: Day, language: Language): string {
  const words = frontText(language);
  if (turn.due === null) return words.waited(formatRelativeDay(turn.since, today, language));
  if (turn.due === today) return words.dueToday;
  const when = formatRelativeDay(turn.due, today, language);
  return turn.due < today ? words.late(when) : words.due(when);
}

function HomeDepartment(props: HomeProps & { readonly home: NonNullable<HomeProps['home']> }): Html {
  const { language, home, departments } = props;
  const words = frontText(language);
  return (
    <>
      {home.looking.length > 0 && (
        <section>
          <Heading level={2}>{words.lookingIn(home.name)}</Heading>
          <p class="quiet">{words.lookingText}</p>
          <Cards language={language} initiatives={home.looking} departments={departments} />
        </section>
      )}
      <section>
        <Heading level={2}>{words.inDepartment(home.name)}</Heading>
        {home.initiatives.length === 0 ? (
          <p>{home.looking.length + props.mine.length > 0 ? words.nothingMore : words.nothingInDepartment}</p>
        ) : (
          <Cards language={language} initiatives={home.initiatives} departments={departments} />
        )}
      </section>
    </>
  );
}

function StaffSections(props: HomeProps & { readonly staff: StaffView }): Html {
  const { language, today, staff } = props;
  const words = frontText(language);
  return (
    <>
      <section>
        <Heading level={2}>{words.newIdeas}</Heading>
        {staff.ideas.length === 0 && <p class="quiet">{words.noNewIdeas}</p>}
        <ul class="short-list">
          {staff.ideas.map((idea) => (
            <li>
              <a lang="da" href={ideaPlace({ id: idea.id })}>
                {titleFrom(idea.said)}
              </a>
              <span class="quiet"> {words.promised(formatDay(idea.readBy, language))}</span>
            </li>
          ))}
        </ul>
        <p>
          <a href={ideasPlace({})}>{words.newIdeasAll}</a>
        </p>
      </section>
      <section>
        <Heading level={2}>{words.quiet}</Heading>
        <ul class="short-list">
          {staff.quiet.map((card) => (
            <li>
              <a lang="da" href={insidePlace({ id: card.id })}>
                {card.title}
              </a>
              <span class="quiet">
                {' '}
                {card.lastHeard
                  ? words.quietSince(formatRelativeDay(card.lastHeard, today, language))
                  : words.neverHeard}
              </span>
            </li>
          ))}
        </ul>
        <p>
          <a href={overviewPlace({})}>{words.quietAll}</a>
        </p>
      </section>
      <section>
        <Heading level={2}>{words.counts}</Heading>
        <Counts language={language} counts={staff.counts} />
      </section>
    </>
  );
}
