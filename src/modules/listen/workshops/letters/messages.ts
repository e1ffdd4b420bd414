import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Workshop } from '../rules/workshop.ts';
import { messageText } from '../text/messages.ts';
import { workshopsText } from '../text/workshops.ts';

/** To whoever said what they will do first, and left an address. */
export function pledgeKept(
  said: { readonly words: string; readonly workshop: string; readonly on: Day },
  language: Language,
): Saying {
  const text = messageText(language);
  return {
    subject: text.keptSubject,
    paragraphs: [text.kept(said.workshop), `”${said.words}”`, text.keptWhen(formatDay(said.on, language))],
  };
}

/** Ninety days later. */
export function pledgeReminder(
  said: { readonly words: string; readonly workshop: string },
  path: Path,
  language: Language,
): Saying {
  const text = messageText(language);
  return {
    subject: text.remindSubject,
    paragraphs: [text.remind(said.workshop, said.words), text.remindAsk],
    action: { label: text.remindAction, path },
  };
}

/** To whoever took part, when the result may be seen. `own`: their table's answer is among it. */
export function resultReady(
  { workshop, own }: { readonly workshop: string; readonly own: boolean },
  path: Path,
  language: Language,
): Saying {
  const text = messageText(language);
  return {
    subject: text.readySubject(workshop),
    paragraphs: [text.ready(workshop), ...(own ? [text.readyOwn] : [])],
    action: { label: text.readyAction, path },
  };
}

export function invitationLetter(
  { name, on, startsAt, endsAt, place }: Pick<Workshop, 'name' | 'on' | 'startsAt' | 'endsAt' | 'place'>,
  path: Path,
  language: Language,
): Saying {
  const text = messageText(language);
  const day = formatDayWithWeekday(on, language);
  const when = startsAt ? `${day} ${workshopsText(language).clock(startsAt, endsAt)}` : day;
  return {
    subject: text.inviteSubject(name),
    paragraphs: [text.invite(name, when, place), text.inviteAsk],
    action: { label: text.inviteAction, path },
  };
}
