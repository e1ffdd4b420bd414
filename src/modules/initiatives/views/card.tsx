import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay, formatPeriod } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Colour } from '../../../ui/components/card.tsx';
import { StoryCard } from '../../../ui/components/story-card.tsx';
import { StatusTag, Tag } from '../../../ui/components/tag.tsx';
import type { SceneName } from '../../../ui/drawings/scene.tsx';
import type { Card, Category, Description, Status } from '../rules.ts';
import { initiativesText } from '../text/initiatives.ts';
import { initiativePlace } from '../urls.ts';

export const CATEGORY_COLOUR = {
  homes: 'himmel',
  green: 'accent',
  people: 'sol',
} as const satisfies Record<Category, Colour>;

const SCENES = {
  homes: ['key', 'bicycle', 'mailbox'],
  green: ['flowerbed', 'seedling'],
  people: ['table', 'bench'],
} as const satisfies Record<Category, readonly SceneName[]>;

/** A drawing of its category, always the same for the same initiative. */
export function sceneOf(initiative: { readonly id: string; readonly category: Category }): SceneName {
  const scenes = SCENES[initiative.category];
  return scenes[Number.parseInt(initiative.id.slice(-4), 16) % scenes.length] ?? scenes[0];
}

const STATUS_LOOK = {
  idea: 'waiting',
  looking: 'waiting',
  under_way: 'going',
  done: 'good',
  parked: 'resting',
  ended: 'resting',
} as const satisfies Record<Status, string>;

/** Department names by id. */
export type DepartmentNames = ReadonlyMap<string, string>;

export function InitiativeCard(props: {
  readonly language: Language;
  readonly card: Card;
  readonly departments: DepartmentNames;
  readonly level?: 2 | 3 | 4;
}): Html {
  const { language, card } = props;
  return (
    <StoryCard
      href={initiativePlace({ id: card.id })}
      title={card.title}
      level={props.level ?? 3}
      lang="da"
      text={shorten(card.what)}
      colour={CATEGORY_COLOUR[card.category]}
      scene={sceneOf(card)}
      tags={
        <>
          <CategoryTag language={language} category={card.category} />
          <InitiativeStatus language={language} status={card.status} />
        </>
      }
      footnote={whereText(language, card, props.departments)}
    />
  );
}

export function CategoryTag(props: { readonly language: Language; readonly category: Category }): Html {
  return <Tag colour={CATEGORY_COLOUR[props.category]}>{initiativesText(props.language).category[props.category]}</Tag>;
}

export function InitiativeStatus(props: { readonly language: Language; readonly status: Status }): Html {
  return (
    <StatusTag state={STATUS_LOOK[props.status]}>{initiativesText(props.language).status[props.status]}</StatusTag>
  );
}

/** "Kærhaven, Møllevænget" or "Hele boligforeningen". */
export function whereText(
  language: Language,
  concern: { readonly wholeOrganisation: boolean; readonly departmentIds: readonly string[] },
  departments: DepartmentNames,
): string {
  const words = initiativesText(language);
  if (concern.wholeOrganisation) return words.everybody;
  const names = concern.departmentIds.map((id) => departments.get(id)).filter((name) => name !== undefined);
  return names.length > 0 ? names.join(', ') : words.noDepartment;
}

/** "3.-5. maj 2026", "Fra 3. maj 2026", or that it is not agreed. */
export function periodText(language: Language, period: Pick<Description, 'startsOn' | 'endsOn'>): string {
  const words = initiativesText(language);
  const told = (day: Day) => formatDay(day, language);
  if (period.startsOn && period.endsOn) return formatPeriod(period.startsOn, period.endsOn, language);
  if (period.startsOn) return words.from(told(period.startsOn));
  return period.endsOn ? words.until(told(period.endsOn)) : words.noPeriod;
}

/** The first words of a text, cut at a word. */
function shorten(text: string): string {
  if (text.length <= 140) return text;
  const cut = text.slice(0, 140);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))} …`;
}
