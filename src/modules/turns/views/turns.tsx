import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { daysBetween } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { type TurnItem, TurnList } from '../../../ui/components/turn-list.tsx';
import { Pagination } from '../../../ui/components/wayfinding.tsx';
import { firstWords, type ToldTurn, TURNS_A_PAGE } from '../rules.ts';
import { turnsText } from '../text.ts';
import { messagesPlace, turnsPlace } from '../urls.ts';

/** Told turns as the list on a page shows them. */
export function turnItems(turns: readonly ToldTurn[], today: Day, language: Language): TurnItem[] {
  const text = turnsText(language);
  return turns.map((turn) => {
    const late = turn.due !== null && turn.due < today;
    const day = turn.due && formatDay(turn.due, language);
    return {
      href: turn.path,
      sentence: turn.words ? `${turn.sentence} ${text.quoted(firstWords(turn.words))}` : turn.sentence,
      about: turn.about ?? undefined,
      due: day ? (late ? text.late(day) : text.due(day)) : text.waited(daysBetween(turn.since, today)),
      late,
    };
  });
}

/** The whole list. */
export function TurnsPage(props: {
  readonly language: Language;
  readonly turns: readonly ToldTurn[];
  readonly count: number;
  /** More than `count` wait: they were counted no further. */
  readonly more?: boolean;
  readonly page: number;
  readonly today: Day;
}): Html {
  const { language, count, page } = props;
  const text = turnsText(language);
  return (
    <>
      {count > 0 && <p>{text.intro}</p>}
      <TurnList
        items={turnItems(props.turns, props.today, language)}
        empty={{ title: text.emptyTitle, text: text.emptyText }}
      />
      <Pagination
        language={language}
        page={page}
        pages={Math.ceil(count / TURNS_A_PAGE)}
        more={props.more ?? false}
        href={(one) => turnsPlace({}, { side: one === 1 ? null : one })}
      />
      <p class="quiet">
        <a href={messagesPlace({})}>{text.chooseMessages}</a>
      </p>
    </>
  );
}

/** The first few on the front page, and the way to the rest. */
export function TurnsOnFront(props: {
  readonly language: Language;
  readonly turns: readonly ToldTurn[];
  readonly count: number;
  readonly today: Day;
}): Html {
  const text = turnsText(props.language);
  return (
    <section aria-labelledby="din-tur">
      <Heading level={2} id="din-tur">
        {text.title}
      </Heading>
      <TurnList
        items={turnItems(props.turns, props.today, props.language)}
        empty={{ title: text.emptyTitle, text: text.emptyText }}
      />
      {props.count > props.turns.length && (
        <p>
          <LinkButton look="secondary" href={turnsPlace({})}>
            {text.all(props.count)}
          </LinkButton>
        </p>
      )}
    </section>
  );
}
