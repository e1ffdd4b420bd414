import { type Activity, holding, nobodys } from '../../platform/privacy/holdings.ts';
import { LOG_DAYS } from './rules/webhooks.ts';

/** What doors for other systems keep of people: hardly anything. */
export const connectionsHoldings: Activity = {
  key: 'connections',
  name: { da: 'Forbindelser til andre systemer', en: 'Connections to other systems' },
  purpose: {
    da: 'At lade andre systemer hente og få besked, og at vise folk deres egen kalender.',
    en: 'To let other systems read and be told, and to show people their own calendar.',
  },
  people: {
    da: 'Ansatte, der laver nøgler, og alle med egen kalender',
    en: 'Staff who make keys, and all with a calendar of their own',
  },
  data: { da: 'Hvem der lavede hvad, og hvornår', en: 'Who made what, and when' },
  basis: { da: 'GDPR art. 6, stk. 1, litra f', en: 'GDPR art. 6(1)(f)' },
  recipients: {
    da: 'De systemer, sekretariatet har givet en nøgle eller en adresse',
    en: 'The systems that the secretariat has given a key or an address',
  },
  holdings: [
    nobodys(
      'api_token',
      { da: 'Nøgler til andre systemer', en: 'Keys for other systems' },
      { name: 'plain', token_hash: 'secret', areas: 'plain', reason: 'plain', made_by: 'actor', keeper_id: 'actor' },
    ),
    nobodys('api_token_end', { da: 'Lukkede nøgler', en: 'Closed keys' }, { ended_by: 'actor' }),
    nobodys(
      'webhook',
      { da: 'Beskeder til andre systemer', en: 'Messages to other systems' },
      { name: 'plain', url: 'plain', kinds: 'plain', made_by: 'actor' },
    ),
    nobodys('webhook_secret', { da: 'Hemmeligheder', en: 'Secrets' }, { secret: 'secret' }),
    nobodys(
      'webhook_pause',
      { da: 'Pauser i beskeder', en: 'Pauses of messages' },
      { why: 'plain', paused_by: 'actor', ended_by: 'actor' },
    ),
    holding('webhook_sending', {
      called: { da: 'Sendte beskeder', en: 'Messages sent' },
      columns: { kind: 'plain', problem: 'plain' },
      erased: 'nobody',
      keeps: { after: 'sent_at', period: { days: LOG_DAYS }, law: 'security', rows: 'goes' },
    }),
    holding('feed_address', {
      called: { da: 'Adresser på egne kalendere', en: 'Addresses of own calendars' },
      columns: { person_id: 'subject' },
      erased: 'goes',
      keeps: { until: 'forgotten', law: 'consent' },
    }),
  ],
};
