import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../kernel/day.ts';
import { formatDay, formatDayWithWeekday } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { formatOre, formatOreFull, type Ore } from '../../kernel/money.ts';

// Amounts, days and names keep their own direction: without <bdi> an Arabic page writes ".kr 4.500".

/** "4.500 kr."; in a column of figures (`full`) "4.500,00 kr.". Never broken over two lines. */
export function Amount(props: { readonly ore: Ore; readonly language: Language; readonly full?: boolean }): Html {
  const write = props.full ? formatOreFull : formatOre;
  return <bdi class="amount">{write(props.ore, props.language)}</bdi>;
}

/** "22. november 2026", which machines can read too. */
export function DateText(props: {
  readonly day: Day;
  readonly language: Language;
  readonly style?: 'long' | 'short' | 'weekday';
}): Html {
  const { day, language, style = 'long' } = props;
  return (
    <time datetime={day}>
      <bdi>{style === 'weekday' ? formatDayWithWeekday(day, language) : formatDay(day, language, style)}</bdi>
    </time>
  );
}

/** Text from a person in another language than the page, or a name. */
export function Words(props: { readonly children: Child; readonly lang?: Language | string }): Html {
  return <bdi lang={props.lang}>{props.children}</bdi>;
}

/** What somebody wrote, in their own paragraphs and lines. */
export function Lines(props: { readonly text: string }): Html {
  return (
    <>
      {props.text.split(/\n{2,}/).map((paragraph) => (
        <p>
          {paragraph.split('\n').map((line, at) => (
            <>
              {at > 0 && <br />}
              <bdi>{line}</bdi>
            </>
          ))}
        </p>
      ))}
    </>
  );
}
