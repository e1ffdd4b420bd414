import type { Child, Html } from '#jsx/jsx-runtime';
import { Icon, type IconName } from './icon.tsx';

/** One thing that happened: when (already in words), what (a sentence), who, and a sign for its kind. */
export interface ThreadEntry {
  readonly when: Child;
  readonly sentence: Child;
  readonly who?: string | null;
  readonly icon?: IconName;
  readonly href?: string;
  /** What was said or shown, below the sentence. */
  readonly quote?: Child;
  readonly lang?: string;
}

/** The thread (tråden): everything that happened, oldest first or newest first as given. */
export function Thread(props: { readonly entries: readonly ThreadEntry[]; readonly label: string }): Html {
  return (
    <ol class="thread" aria-label={props.label}>
      {props.entries.map((entry) => (
        <li class="thread-entry" data-kind={entry.icon ?? 'leaf'}>
          <span class="thread-sign">
            <Icon name={entry.icon ?? 'leaf'} />
          </span>
          <div class="thread-words">
            <p>{entry.href ? <a href={entry.href}>{entry.sentence}</a> : entry.sentence}</p>
            {entry.quote && (
              <blockquote class="thread-quote" lang={entry.lang}>
                {entry.quote}
              </blockquote>
            )}
            <p class="quiet thread-when">
              {entry.when}
              {entry.who && (
                <>
                  {' · '}
                  <bdi>{entry.who}</bdi>
                </>
              )}
            </p>
          </div>
        </li>
      ))}
    </ol>
  );
}
