import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import type { Colour } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { StoryCard } from '../../../../ui/components/story-card.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import type { SceneName } from '../../../../ui/drawings/scene.tsx';
import { type Category, paragraphsOf, type Quote, type Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { photoPlace, storyPlace } from '../urls.ts';

/** What every view of stories is given. */
export interface Common {
  readonly language: Language;
  /** The language that the house writes in. */
  readonly lang: Language;
  readonly departments: ReadonlyMap<string, string>;
}

const LOOKS = {
  homes: ['himmel', 'key'],
  green: ['accent', 'flowerbed'],
  people: ['sol', 'table'],
} as const satisfies Record<Category, readonly [Colour, SceneName]>;

/** One story among others. */
export function StoryInList(props: Common & { readonly story: Story; readonly level?: 2 | 3 }): Html {
  const { language, lang, story } = props;
  const [photo] = story.photos;
  const [colour, scene] = LOOKS[story.category];
  const day = story.publishedOn ? `${formatDay(story.publishedOn, language)} · ` : '';
  return (
    <StoryCard
      href={storyPlace({ id: story.id })}
      title={story.heading}
      level={props.level ?? 2}
      lang={lang}
      text={story.lead}
      colour={colour}
      {...(photo ? { picture: { src: smallPhoto(story, photo.id), alt: photo.alt } } : { scene })}
      tags={<Tag colour={colour}>{storiesText(language).categories[story.category]}</Tag>}
      footnote={`${day}${placesOf(props, story)}`}
    />
  );
}

export function smallPhoto(story: Pick<Story, 'id'>, photo: string): string {
  return photoPlace({ id: story.id, photo }, { lille: '1' });
}

/** Names of its departments; the whole organisation has none of its own. */
export function placesOf(
  { language, departments }: Pick<Common, 'language' | 'departments'>,
  story: Pick<Story, 'departmentIds' | 'wholeOrganisation'>,
): string {
  if (story.wholeOrganisation) return storiesText(language).everywhere;
  return story.departmentIds.flatMap((id) => departments.get(id) ?? []).join(', ');
}

/** The body: paragraphs and lists. */
export function Body(props: { readonly body: string; readonly lang: Language }): Html {
  return (
    <div class="stack" lang={props.lang}>
      {paragraphsOf(props.body).map((one) =>
        typeof one === 'string' ? (
          <p>
            {one.split('\n').map((line, at) => (
              <>
                {at > 0 && <br />}
                <bdi>{line}</bdi>
              </>
            ))}
          </p>
        ) : (
          <ul>
            {one.map((item) => (
              <li>
                <bdi>{item}</bdi>
              </li>
            ))}
          </ul>
        ),
      )}
    </div>
  );
}

export function Said(props: { readonly quote: Quote; readonly lang: Language }): Html {
  const { quote, lang } = props;
  return (
    <figure class="story-quote">
      <blockquote lang={lang}>
        <p>{quote.said}</p>
      </blockquote>
      {quote.name !== '' && (
        <figcaption>
          <Words>{quote.name}</Words>
        </figcaption>
      )}
    </figure>
  );
}

/** What Grobund knows, row by row: typed by nobody. */
export function Facts(props: Common & { readonly story: Story }): Html {
  const { language, story } = props;
  const words = storiesText(language);
  const { came, times, helpers, paid } = story.known;
  const told = (count: number | 'few' | null) =>
    count === null ? null : count === 'few' ? words.few : words.people(count);
  return (
    <DescriptionList
      rows={[
        { term: words.where, content: placesOf(props, story) },
        {
          term: words.came,
          content: typeof came === 'number' && times > 1 ? words.cameTimes(came, times) : told(came),
        },
        { term: words.helpers, content: told(helpers) },
        { term: words.paid, content: paid !== null && <bdi class="amount">{formatOre(paid, language)}</bdi> },
        { term: words.published, content: story.publishedOn && formatDay(story.publishedOn, language) },
      ]}
    />
  );
}
