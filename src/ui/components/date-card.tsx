import type { Child, Html } from '#jsx/jsx-runtime';
import { type Day, utc } from '../../kernel/day.ts';
import { formatDayWithWeekday, monthOf, weekdayOf } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import type { Colour } from './card.tsx';

/** The leaf of a tear-off calendar. */
export function DayBlock(props: { readonly day: Day; readonly language: Language; readonly colour?: Colour }): Html {
  const { day, language } = props;
  return (
    <time class="day-block" datetime={day} data-color={props.colour}>
      <span class="only-heard">{formatDayWithWeekday(day, language)}</span>
      <span class="day-block-month" aria-hidden="true">
        {monthOf(day, language).slice(0, 3)}
      </span>
      <span class="day-block-date" aria-hidden="true">
        {new Date(utc(day)).getUTCDate()}
      </span>
      <span class="day-block-weekday" aria-hidden="true">
        {weekdayOf(day, language).slice(0, 3)}
      </span>
    </time>
  );
}

/** Something that happens on a day. */
export function DateCard(props: {
  readonly language: Language;
  readonly day: Day;
  readonly href: string;
  readonly title: Child;
  readonly level?: 2 | 3;
  /** Time, place, who: short lines. */
  readonly lines?: readonly Child[];
  readonly colour?: Colour;
  readonly children?: Child;
}): Html {
  const Heading = props.level === 2 ? 'h2' : 'h3';
  return (
    <article class="ds-card card date-card" data-color={props.colour ?? 'sol'} data-variant="tinted">
      <DayBlock day={props.day} language={props.language} />
      <div class="date-card-words">
        <Heading class="ds-heading" data-size="xs">
          <a class="whole-card" href={props.href}>
            {props.title}
          </a>
        </Heading>
        {props.lines?.map((line) => (
          <p class="quiet">{line}</p>
        ))}
        {props.children}
      </div>
    </article>
  );
}
