import type { Child, Html } from '#jsx/jsx-runtime';
import { formatPeriod } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { DateCard } from '../../../../ui/components/date-card.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import type { EventCard } from '../rules/event.ts';
import { eventsText } from '../text/events.ts';
import { clockText } from '../text/letters.ts';
import { eventPlace } from '../urls.ts';

export type DepartmentNames = ReadonlyMap<string, string>;

/** "Kærhaven, Møllevænget", or that it is for all. */
export function whereText(
  language: Language,
  concern: { readonly wholeOrganisation: boolean; readonly departmentIds: readonly string[] },
  departments: DepartmentNames,
): string {
  if (concern.wholeOrganisation) return eventsText(language).forAll;
  return concern.departmentIds.flatMap((id) => departments.get(id) ?? []).join(', ');
}

/** "kl. 17.30-20.00"; of several days the days before. */
export function hoursText(
  language: Language,
  { on, until, starts, ends }: Pick<EventCard, 'on' | 'until' | 'starts' | 'ends'>,
): string {
  const words = eventsText(language);
  const from = clockText(language, starts);
  const hours = ends ? words.fromTo(from, clockText(language, ends)) : words.at(from);
  return until === on ? hours : `${formatPeriod(on, until, language)}, ${hours}`;
}

export interface CardProps {
  readonly language: Language;
  readonly today: EventCard['on'];
  readonly card: EventCard;
  readonly departments: DepartmentNames;
  readonly level?: 2 | 3;
}

/** One event: day, title, time, place, whom it is for, and how full it is, or how many came. */
export function EventDateCard({ language, today, card, departments, level }: CardProps): Html {
  const over = card.until < today;
  return (
    <DateCard
      language={language}
      day={card.on}
      href={eventPlace({ id: card.id })}
      title={<Words>{card.title}</Words>}
      {...(level ? { level } : {})}
      colour={card.cancelled || over ? 'neutral' : card.on <= today ? 'accent' : 'sol'}
      lines={[
        <bdi>{hoursText(language, card)}</bdi>,
        <Words>{card.place}</Words>,
        whereText(language, card, departments),
        stateLine(language, card, over),
      ]}
    />
  );
}

function stateLine(language: Language, card: EventCard, over: boolean): Child {
  const words = eventsText(language);
  if (card.cancelled) return <StatusTag state="stopped">{words.cancelled}</StatusTag>;
  if (over) return <strong>{card.came === null ? words.notCounted : words.came(card.came)}</strong>;
  return <strong>{seatsLine(language, card)}</strong>;
}

/** How full it is, as everybody reads it. */
export function seatsLine(
  language: Language,
  { signUp, capacity, taken, waiting }: Pick<EventCard, 'signUp' | 'capacity' | 'taken' | 'waiting'>,
): string {
  const words = eventsText(language);
  if (!signUp) return words.noSignUp;
  if (capacity === null) return taken > 0 ? words.signedUp(taken) : '';
  const left = Math.max(0, capacity - taken);
  return left === 0 || waiting > 0 ? words.full : words.seatsLeft(left);
}
