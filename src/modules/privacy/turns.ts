import type { Id } from '../../kernel/id.ts';
import type { TurnKinds } from '../turns/public.ts';
import { journalText } from './text/journal.ts';
import { theirDataPlace } from './urls.ts';

/** What waits because of people's rights. */
export const privacyTurns: TurnKinds = {
  'privacy.erasure_waits': {
    sentence: ({ language }) => journalText(language).waitsTurn,
    action: (language) => journalText(language).waitsAction,
    place: (subject) => theirDataPlace({ id: subject.id as Id<'person'> }),
    errand: true,
  },
};
