import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import type { IconName } from '../../../../ui/components/icon.tsx';
import { Thread } from '../../../../ui/components/thread.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import type { StepKind, YearThreads } from '../rules/threads.ts';
import { threadsText } from '../text/threads.ts';

const ICONS: Readonly<Record<StepKind, IconName>> = {
  origin: 'idea',
  begun: 'leaf',
  driven: 'hand',
  joined: 'people',
  sought: 'document',
  promised: 'money',
  helped: 'hand',
  events: 'calendar',
  told: 'chat',
  held: 'star',
  answered: 'chat',
  paid: 'money',
  story: 'star',
  card: 'idea',
};

/** What came of it: threads of the year, as they were when it was published. */
export function Threads({ language, threads }: { readonly language: Language; readonly threads: YearThreads }): Html {
  const words = threadsText(language);
  const { told, more } = threads;
  return (
    <section class="stack">
      <Heading level={2}>{words.title}</Heading>
      <p>{told.length === 0 ? words.none : words.intro}</p>
      {told.map(({ id, title, places, steps }) => (
        <section class="stack">
          <Heading level={3}>
            <a href={initiativePlace({ id })}>
              <Words lang="da">{title}</Words>
            </a>
          </Heading>
          <p class="quiet">{places.length > 0 ? places.join(', ') : words.whole}</p>
          <Thread
            label={title}
            entries={steps.map(({ on, kind, says }) => ({
              when: <DateText day={on} language={language} />,
              sentence: says[language],
              icon: ICONS[kind],
            }))}
          />
        </section>
      ))}
      {more > 0 && <p>{words.more(more)}</p>}
    </section>
  );
}
