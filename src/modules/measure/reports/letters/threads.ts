import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, toOre } from '../../../../kernel/money.ts';
import type { Block } from '../../../../platform/documents/spec.ts';
import type { Step, Thread, ToldStep, YearThreads } from '../rules/threads.ts';
import { threadsText } from '../text/threads.ts';

/** The thread with its sentences, as it is frozen. */
export function toldThread(thread: Thread): Thread<ToldStep> {
  const steps = thread.steps.map((one) => ({
    on: one.on,
    kind: one.kind,
    says: { da: sentence(one, 'da'), en: sentence(one, 'en') },
  }));
  return { ...thread, steps };
}

function sentence({ kind, source, number, other }: Step, language: Language): string {
  const words = threadsText(language);
  const amount = formatOre(toOre(number ?? 0), language);
  const people = number === null ? null : new Intl.NumberFormat(language === 'da' ? 'da-DK' : 'en-GB').format(number);
  if (kind === 'origin') return source ? words.origins[source] : words.elsewhere;
  if (kind === 'sought' || kind === 'promised' || kind === 'paid') return words[kind](amount);
  if (kind === 'helped') return words.helped(number ?? 0);
  if (kind === 'told') return people ? words.toldCame(people) : words.told;
  if (kind === 'answered') {
    return other === null ? words.answered(people ?? '') : words.answeredLiked(people ?? '', other);
  }
  if (kind !== 'events') return words[kind];
  if (other === null || other < 2) return people ? words.eventCame(people) : words.event;
  return people ? words.eventsCame(other, people) : words.events(other);
}

/** For the board: each thread as a small time line. */
export function threadBlocks({ told, more }: YearThreads, language: Language): readonly Block[] {
  const words = threadsText(language);
  const heading: Block = { kind: 'heading', text: words.title };
  if (told.length === 0) return [heading, { kind: 'paragraph', text: words.none }];
  return [
    heading,
    { kind: 'paragraph', text: words.intro },
    ...told.map(
      ({ title, places, steps }): Block => ({
        kind: 'timeline',
        title,
        note: places.length > 0 ? places.join(', ') : words.whole,
        steps: steps.map(({ on, says }) => ({ when: formatDay(on, language, 'short'), text: says[language] })),
      }),
    ),
    ...(more > 0 ? [{ kind: 'paragraph' as const, text: words.more(more) }] : []),
  ];
}

/** For the stairwells: where it began and what it became, in one line each. */
export function threadLines({ told }: YearThreads, most: number, language: Language): readonly string[] {
  return told.slice(0, most).map(({ title, steps }) => {
    const first = steps[0]?.says[language] ?? '';
    const came = ['events', 'told', 'held'] as const;
    const last = came.flatMap((kind) => steps.find((one) => one.kind === kind) ?? [])[0]?.says[language] ?? '';
    return threadsText(language)
      .line(title, first, last === first ? '' : last)
      .trim();
  });
}
