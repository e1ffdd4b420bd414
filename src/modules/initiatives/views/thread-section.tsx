import type { Html } from '#jsx/jsx-runtime';
import { Heading } from '../../../ui/components/heading.tsx';
import { Thread } from '../../../ui/components/thread.tsx';
import { initiativesText } from '../text/initiatives.ts';
import type { InitiativeProps } from './public-page.tsx';

/** What has happened, the newest first; where it is long, the way to the rest. */
export function ThreadSection({ language, initiative, thread, wholeThread }: InitiativeProps): Html {
  const words = initiativesText(language);
  return (
    <section id="traad" data-live={`initiative:${initiative.id}`}>
      <Heading level={2}>{words.thread}</Heading>
      <p class="quiet">{thread.length > 0 ? words.threadIntro : words.threadEmpty}</p>
      {thread.length > 0 && <Thread entries={thread} label={words.thread} />}
      {wholeThread && (
        <p>
          <a href={`${wholeThread}#traad`}>{words.wholeThread}</a>
        </p>
      )}
    </section>
  );
}
