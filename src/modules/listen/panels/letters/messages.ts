import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Panel } from '../rules/panel.ts';
import { lettersText } from '../text/letters.ts';
import { onBehalfText } from '../text/on-behalf.ts';

type Named = Pick<Panel, 'name' | 'kind'>;
type Say = (language: Language, path: Path) => Saying;

/** Thanks, and the way to one's own page. */
export function received(panel: Named): Say {
  return (language, path) => {
    const words = lettersText(language).received;
    return {
      subject: words.subject(panel.name),
      paragraphs: [words.said[panel.kind](panel.name), words.more],
      action: { label: words.action, path },
    };
  };
}

/** A seat is yours, if you want it. */
export function offered(panel: Named, answerBy: Day): Say {
  return (language, path) => {
    const words = lettersText(language).offered;
    return {
      subject: words.subject(panel.name),
      paragraphs: [words.said(panel.name, formatDayWithWeekday(answerBy, language)), words.more],
      action: { label: words.action, path },
    };
  };
}

/** Not this time: the chance it was, and that one may still come in. */
export function notDrawn(panel: Named): Say {
  return (language, path) => {
    const words = lettersText(language).notDrawn;
    return {
      subject: words.subject(panel.name),
      paragraphs: [words.said(panel.name), words.more],
      action: { label: words.action, path },
    };
  };
}

/** Staff have written something in for them: who did not say so themselves finds out at once. */
export function writtenIn(panel: Named, what: 'yes' | 'no' | 'gone' | 'double'): Say {
  return (language, path) => {
    const words = onBehalfText(language);
    return {
      subject: words.subject(panel.name),
      paragraphs: [words.said[what](panel.name), words.more],
      action: { label: words.action, path },
    };
  };
}

export function meetingCalled(
  panel: Named,
  meeting: { readonly on: Day; readonly starts: string; readonly place: string },
): Say {
  return (language, path) => {
    const words = lettersText(language).meeting;
    const when = [formatDayWithWeekday(meeting.on, language), meeting.starts && words.at(meeting.starts)];
    return {
      subject: words.subject(panel.name, formatDay(meeting.on, language)),
      paragraphs: [words.said(panel.name, when.filter(Boolean).join(' '), meeting.place), words.more],
      action: { label: words.action, path },
    };
  };
}

/** What became of something that the group said. */
export function answered(panel: Named): Say {
  return (language, path) => {
    const words = lettersText(language).answered;
    return {
      subject: words.subject(panel.name),
      paragraphs: [words.said(panel.name)],
      action: { label: words.action, path },
    };
  };
}
