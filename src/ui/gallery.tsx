import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../kernel/language.ts';
import { Heading } from './components/heading.tsx';
import { cardExamples } from './gallery/cards.tsx';
import type { Example } from './gallery/example.ts';
import { formExamples } from './gallery/forms.tsx';
import { listExamples } from './gallery/lists.tsx';
import { storyExamples } from './gallery/story.tsx';

/** Every component, in every situation that it must stand. */
export function galleryExamples(language: Language): readonly Example[] {
  return [storyExamples, cardExamples, listExamples, formExamples].flatMap((examples) => examples(language));
}

/** The body of the gallery page: examples by group, each under its name. Give it a wide layout. */
export function GalleryPage(props: { readonly examples: readonly Example[] }): Html {
  const groups = Map.groupBy(props.examples, (example) => example.group);
  return (
    <div class="stack">
      {[...groups].map(([group, examples]) => (
        <>
          <Heading level={2}>{group}</Heading>
          {examples.map((example) => (
            <div class="gallery-example" data-example={`${example.group}: ${example.name}`}>
              <p class="quiet">{example.name}</p>
              {example.html}
            </div>
          ))}
        </>
      ))}
    </div>
  );
}
