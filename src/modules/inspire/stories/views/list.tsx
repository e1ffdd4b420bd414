import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../../ui/components/button.tsx';
import { CardGrid } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { NewerOlder, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { initiativesPlace } from '../../../initiatives/public.ts';
import { CATEGORIES, STORY_STATES, type Story, type StoryFilter, type StoryState } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { writingText } from '../text/writing.ts';
import { deskPlace, screenPlace, storiesAtomPlace, storiesPlace, storiesRssPlace } from '../urls.ts';
import { type Common, StoryInList } from './parts.tsx';

export interface ListProps extends Common {
  readonly stories: readonly Story[];
  readonly filter: StoryFilter;
  readonly page: number;
  readonly more: boolean;
  readonly editor: boolean;
}

/** Every story, the newest first. */
export function ListPage(props: ListProps): Html {
  const { language, stories, filter } = props;
  const words = storiesText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <Filter {...props} />
      {stories.length === 0 ? (
        <EmptyState
          title={words.none}
          text={words.noneText}
          scene="bench"
          action={{ href: initiativesPlace({}), label: words.noneAction }}
        />
      ) : (
        <CardGrid>
          {stories.map((story) => (
            <StoryInList {...props} story={story} />
          ))}
        </CardGrid>
      )}
      <NewerOlder
        language={language}
        page={props.page}
        more={props.more}
        href={(page) => storiesPlace({}, { afdeling: filter.departmentId, emne: filter.category, side: page })}
      />
      <ul>
        {props.editor && (
          <li>
            <a href={deskPlace({})}>{writingText(language).deskLink}</a>
          </li>
        )}
        <li>
          <a href={screenPlace({})}>{words.screen}</a>
        </li>
        <li>
          <a href={storiesRssPlace({})}>{words.rss}</a>
        </li>
        <li>
          <a href={storiesAtomPlace({})}>{words.atom}</a>
        </li>
      </ul>
    </>
  );
}

function Filter({ language, departments, filter }: ListProps): Html {
  const words = storiesText(language);
  const some = { language, optional: true } as const;
  return (
    <Form action={storiesPlace({})} method="get" class="filters" label={words.filter}>
      <Select
        {...some}
        name="afdeling"
        label={words.department}
        empty={words.allDepartments}
        value={filter.departmentId ?? ''}
        options={[...departments].map(([value, label]) => ({ value, label }))}
      />
      <Select
        {...some}
        name="emne"
        label={words.category}
        empty={words.allCategories}
        value={filter.category ?? ''}
        options={CATEGORIES.map((value) => ({ value, label: words.categories[value] }))}
      />
      <Button look="secondary">{words.filter}</Button>
    </Form>
  );
}

/** The newest stories on the front page. */
export function NewestStories(props: Common & { readonly stories: readonly Story[] }): Html {
  const words = storiesText(props.language);
  return (
    <section class="stack">
      <Heading level={2}>{words.newest}</Heading>
      <CardGrid>
        {props.stories.map((story) => (
          <StoryInList {...props} story={story} level={3} />
        ))}
      </CardGrid>
      <p>
        <a href={storiesPlace({})}>{words.all}</a>
      </p>
    </section>
  );
}

export interface DeskProps extends Common {
  readonly state: StoryState;
  readonly stories: readonly Story[];
  readonly page: number;
  readonly more: boolean;
}

/** Stories by where they stand: for the editors. */
export function DeskPage(props: DeskProps): Html {
  const { language, state, stories } = props;
  const words = writingText(language);
  const href = (one: StoryState, page = 1) =>
    deskPlace({}, { vis: one === 'sent' ? null : one, side: page > 1 ? page : null });
  const order: readonly StoryState[] = ['sent', ...STORY_STATES.filter((one) => one !== 'sent')];
  return (
    <>
      <p class="lead">{words.deskIntro}</p>
      <TabsNav
        label={words.deskTabs}
        tabs={order.map((one) => ({ href: href(one), label: words.states[one], current: one === state }))}
      />
      {stories.length === 0 ? (
        <EmptyState title={words.deskNone} />
      ) : (
        <CardGrid>
          {stories.map((story) => (
            <StoryInList {...props} story={story} />
          ))}
        </CardGrid>
      )}
      <NewerOlder language={language} page={props.page} more={props.more} href={(page) => href(state, page)} />
    </>
  );
}
