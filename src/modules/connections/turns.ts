import type { Id } from '../../kernel/id.ts';
import type { TurnKinds } from '../turns/public.ts';
import { officeText } from './text/office.ts';
import { doorsPlace, webhookPlace } from './urls.ts';

/** What waits because another system does not answer. */
export const connectionsTurns: TurnKinds = {
  'connections.webhook_stopped': {
    sentence: ({ language, facts }) => officeText(language).turn(facts.gone === true),
    action: (language) => officeText(language).turnAction,
    place: (subject) => webhookPlace({ id: subject.id as Id<'webhook'> }),
    errand: true,
    instant: true,
  },
  'connections.token_unkept': {
    sentence: ({ language }) => officeText(language).unkeptTurn,
    action: (language) => officeText(language).turnAction,
    place: () => doorsPlace({}),
    errand: true,
    instant: true,
  },
};
