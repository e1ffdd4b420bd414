import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Event, Reason } from '../rules/event.ts';
import type { SignUp } from '../rules/signing-up.ts';
import { clockText, messagesText, whenLine } from '../text/letters.ts';

type Say = (language: Language, path: Path) => Saying;
type Named = Pick<Event, 'title' | 'on' | 'starts' | 'place'>;

/** Thanks, and the way to one's own page. */
export function received(event: Named, { placed }: Pick<SignUp, 'placed'>): Say {
  return (language, path) => {
    const all = messagesText(language);
    const words = all.received;
    const when = whenLine(language, event);
    return {
      subject: placed ? words.subject(event.title) : words.waitsSubject(event.title),
      paragraphs: [placed ? words.said(event.title, when, event.place) : words.waits(event.title, when), words.more],
      action: { label: all.action, path },
    };
  };
}

/** From the waiting list. */
export function seatFree(event: Named): Say {
  return saying('seat', event);
}

/** Another time or place than they signed up to. */
export function moved(event: Named): Say {
  return saying('moved', event);
}

function saying(kind: 'seat' | 'moved', event: Named): Say {
  return (language, path) => {
    const all = messagesText(language);
    const words = all[kind];
    return {
      subject: words.subject(event.title),
      paragraphs: [words.said(event.title, whenLine(language, event), event.place), words.more],
      action: { label: all.action, path },
    };
  };
}

export function calledOff(event: Named, why: { readonly reason: Reason; readonly words: string }): Say {
  return (language, path) => {
    const all = messagesText(language);
    const words = all.cancelled;
    const day = formatDayWithWeekday(event.on, language);
    return {
      subject: words.subject(event.title),
      paragraphs: [
        words.said(event.title, day, words.why[why.reason]),
        ...why.words.split(/\n{2,}/).filter(Boolean),
        words.more,
      ],
      action: { label: all.action, path },
    };
  };
}

/** The day before. */
export function comesSoon(event: Named): Say {
  return (language, path) => {
    const all = messagesText(language);
    const words = all.reminder;
    return {
      subject: words.subject(event.title),
      paragraphs: [words.said(event.title, clockText(language, event.starts), event.place), words.more],
      action: { label: all.action, path },
    };
  };
}
