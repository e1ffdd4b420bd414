import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import { frontText } from '../text.ts';
import { searchPlace } from '../urls.ts';

const SHELVES_OF_HITS = ['initiatives', 'stories', 'cards', 'cases', 'departments', 'people'] as const;

/** One thing found. `path` is within the tenant. */
export interface Hit {
  readonly title: string;
  readonly path: Path;
  readonly about: string;
}

export type Hits = Readonly<Record<(typeof SHELVES_OF_HITS)[number], readonly Hit[]>>;

export interface SearchPageProps {
  readonly language: Language;
  readonly question: string;
  readonly hits: Hits;
}

/** Everything that the reader may see and that says the words, by what it is. */
export function SearchPage({ language, question, hits }: SearchPageProps): Html {
  const words = frontText(language);
  const shelves = SHELVES_OF_HITS.filter((shelf) => hits[shelf].length > 0);
  return (
    <div class="stack">
      <SearchBox language={language} action={searchPlace({})} value={question} label={words.searchLabel} />
      {question !== '' && shelves.length === 0 && (
        <EmptyState title={words.searchNothing(question)} text={words.searchNothingText} />
      )}
      {shelves.map((shelf) => (
        <section aria-labelledby={`fundet-${shelf}`}>
          <Heading level={2} id={`fundet-${shelf}`}>
            {words.searchShelves[shelf]}
          </Heading>
          <ul class="stack">
            {hits[shelf].map((hit) => (
              <li>
                <a href={hit.path}>{hit.title}</a>
                {hit.about !== '' && <div class="quiet">{hit.about}</div>}
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}
