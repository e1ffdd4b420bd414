import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import type { Colour } from '../../../../ui/components/card.tsx';
import { Icon } from '../../../../ui/components/icon.tsx';
import { StoryCard } from '../../../../ui/components/story-card.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import type { SceneName } from '../../../../ui/drawings/scene.tsx';
import type { Card, Category, ListedCard } from '../rules/card.ts';
import { costText, monthsText, timeText } from '../text/amounts.ts';
import { catalogueText } from '../text/catalogue.ts';
import { cardPlace } from '../urls.ts';

export const CATEGORY_COLOUR = {
  homes: 'himmel',
  green: 'accent',
  people: 'sol',
} as const satisfies Record<Category, Colour>;

const SCENES = {
  homes: ['key', 'tools', 'mailbox'],
  green: ['flowerbed', 'tree', 'seedling'],
  people: ['table', 'coffee', 'bench'],
} as const satisfies Record<Category, readonly SceneName[]>;

/** Grobund's own cards each have the drawing that suits them. */
const OWN_SCENES: Readonly<Record<string, SceneName>> = {
  heatEvening: 'key',
  draughtStrips: 'key',
  ledSuitcase: 'search',
  repairCafe: 'tools',
  swapShelf: 'mailbox',
  toolLibrary: 'tools',
  welcomeBag: 'key',
  wasteTour: 'mailbox',
  waterWeek: 'barrel',
  meadow: 'flowerbed',
  raisedBeds: 'flowerbed',
  fruitTrees: 'tree',
  insectHotel: 'bee',
  rainBarrels: 'barrel',
  compost: 'seedling',
  plantSwap: 'seedling',
  birdWalk: 'bench',
  natureGrounds: 'flowerbed',
  firePlace: 'fire',
  neighbourCoffee: 'coffee',
  sharedDinner: 'table',
  walkingGroup: 'bench',
  languageCafe: 'coffee',
  homework: 'search',
  knitting: 'bench',
  gameNight: 'table',
  summerParty: 'table',
  neighbourFreezer: 'coffee',
  airOut: 'key',
  oneDegree: 'key',
  shortShower: 'barrel',
  coldWash: 'barrel',
  balconyBees: 'bee',
  leftovers: 'table',
  threeNeighbours: 'mailbox',
  borrowFirst: 'tools',
};

/** Always the same for the same card. */
export function sceneOf(card: Pick<Card, 'id' | 'category' | 'deckKey'>): SceneName {
  const own = card.deckKey ? OWN_SCENES[card.deckKey] : undefined;
  const scenes = SCENES[card.category];
  return own ?? scenes[Number.parseInt(card.id.slice(-4), 16) % scenes.length] ?? scenes[0];
}

export function CategoryTag(props: { readonly language: Language; readonly category: Category }): Html {
  return <Tag colour={CATEGORY_COLOUR[props.category]}>{catalogueText(props.language).category[props.category]}</Tag>;
}

/** A card among others. */
export function CatalogueCard(props: {
  readonly language: Language;
  readonly card: ListedCard;
  readonly level?: 2 | 3 | 4;
}): Html {
  const { language, card } = props;
  const words = catalogueText(language);
  return (
    <StoryCard
      href={cardPlace({ id: card.id })}
      title={card.title}
      level={props.level ?? 3}
      lang={card.lang}
      text={shorten(card.what)}
      colour={CATEGORY_COLOUR[card.category]}
      scene={sceneOf(card)}
      tags={
        <>
          <CategoryTag language={language} category={card.category} />
          {card.pinned && (
            <Tag colour="tegl" icon="star">
              {words.pinned}
            </Tag>
          )}
        </>
      }
      footnote={card.taken > 0 ? words.takenBy(card.taken) : undefined}
    >
      <ul class="story-card-facts">
        <li>
          <Icon name="money" />
          {costText(language, card.cost)}
        </li>
        <li>
          <Icon name="clock" />
          {timeText(language, card.minutes)}
        </li>
        <li>
          <Icon name="calendar" />
          {monthsText(language, card.months)}
        </li>
      </ul>
    </StoryCard>
  );
}

/** The first words of a text, cut at a word. */
function shorten(text: string): string {
  if (text.length <= 150) return text;
  const cut = text.slice(0, 150);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 60))} …`;
}
