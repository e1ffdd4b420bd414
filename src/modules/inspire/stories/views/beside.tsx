import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { writingText } from '../text/writing.ts';

export interface BesideProps {
  readonly language: Language;
  readonly story: { readonly heading: string; readonly href: string; readonly published: boolean } | null;
  /** Where it is begun; null where this reader may not, or it is too early. */
  readonly tellHref: string | null;
}

/** On an initiative's page: its story, or where it is told. */
export function BesideInitiative(props: BesideProps): Html | null {
  const { language, story, tellHref } = props;
  const words = writingText(language);
  if (!story && !tellHref) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.beside}</Heading>
      {story && (
        <p>
          <a href={story.href}>{story.published ? words.readStory(story.heading) : words.draftHere(story.heading)}</a>
        </p>
      )}
      {tellHref && (
        <Form action={tellHref}>
          <p>{words.tellText}</p>
          <Button look="secondary">{words.tell}</Button>
        </Form>
      )}
    </section>
  );
}
