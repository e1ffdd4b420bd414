import type { JournalKinds } from '../../platform/journal/journal.ts';
import { officeText } from './text/office.ts';

type Said = Exclude<keyof ReturnType<typeof officeText>['journal'], 'tokenMade' | 'webhookStopped'>;

const acted = (said: Said): JournalKinds[string] => ({
  sentence: ({ language, actor }) => officeText(language).journal[said](actor),
  audience: 'staff',
});

/** What is done with doors for other systems. The subject is the key or the webhook; names and addresses are not told. */
export const connectionsJournal: JournalKinds = {
  'connections.token_made': {
    sentence: ({ language, actor, facts }) => officeText(language).journal.tokenMade(actor, facts.people === true),
    audience: 'staff',
  },
  'connections.token_ended': acted('tokenEnded'),
  'connections.token_taken': acted('tokenTaken'),
  'connections.webhook_made': acted('webhookMade'),
  'connections.webhook_changed': acted('webhookChanged'),
  'connections.webhook_paused': acted('webhookPaused'),
  'connections.webhook_resumed': acted('webhookResumed'),
  'connections.webhook_removed': acted('webhookRemoved'),
  'connections.secret_renewed': acted('secretRenewed'),
  'connections.webhook_stopped': {
    sentence: ({ language }) => officeText(language).journal.webhookStopped,
    audience: 'staff',
  },
};
