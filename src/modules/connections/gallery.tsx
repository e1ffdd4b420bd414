import { day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { type Examples, exampleIn, LONG_WORD } from '../../ui/gallery/example.ts';
import type { Token } from './rules/tokens.ts';
import type { Tried, Webhook } from './rules/webhooks.ts';
import { ApiPage } from './views/api.tsx';
import { FollowPage, OwnFeedsPage } from './views/feeds.tsx';
import { OfficePage } from './views/office.tsx';
import { NewTokenPage, TokenMadePage } from './views/tokens.tsx';
import { SecretPage, WebhookFormPage, WebhookPage } from './views/webhooks.tsx';

const AT = new Date('2026-05-03T12:00:00+02:00');
const TODAY = day('2026-05-03');
const CODE = 'AaIDRbzte5ObGTbqKgYy2xfsiGu3H-TMA6RZpeYdO48';

const TOKEN: Token = {
  id: '0000000000t1' as Id<'api_token'>,
  name: 'Skærmen i fælleshuset',
  areas: ['initiatives', 'results'],
  reason: '',
  madeAt: AT,
  keeper: '0000000000p1' as Id<'person'>,
  kept: true,
  expiresOn: day('2027-05-03'),
  lastUsedAt: null,
  endedAt: null,
};

const WEBHOOK: Webhook = {
  id: '0000000000w1' as Id<'webhook'>,
  name: 'Økonomisystemet',
  url: 'https://oekonomi.example.dk/grobund',
  kinds: ['fund.committed', 'payment.exported'],
  madeAt: AT,
  handedOver: 7,
  tries: 0,
  failingSince: null,
  nextTryAt: null,
  busyUntil: null,
  paused: null,
};

const TRIED: Tried = { seq: 7, kind: 'fund.committed', sentAt: AT, status: 204, problem: null, ms: 84 };
const KINDS = ['fund.committed', 'fund.refused', 'initiative.created', 'payment.exported'];

/** Doors for other systems: none, some, everything wrong, and words that are too long. */
export const connectionsGallery: Examples = (language) => {
  const example = exampleIn('Forbindelser');
  const said = { language, today: TODAY, keepers: new Map([[`person:${TOKEN.keeper}`, 'Karen Mose']]) };
  return [
    example('ingen', OfficePage({ ...said, tokens: [], webhooks: [] })),
    example(
      'flere',
      OfficePage({
        ...said,
        tokens: [
          { ...TOKEN, lastUsedAt: AT },
          { ...TOKEN, name: LONG_WORD, areas: ['people'], expiresOn: day('2026-05-02') },
          { ...TOKEN, endedAt: AT },
          { ...TOKEN, kept: false },
        ],
        webhooks: [
          WEBHOOK,
          { ...WEBHOOK, name: LONG_WORD, paused: 'failing' },
          { ...WEBHOOK, tries: 2, failingSince: AT, nextTryAt: AT },
        ],
      }),
    ),
    example('ny nøgle', NewTokenPage({ language })),
    example(
      'ny nøgle, forkert',
      NewTokenPage({
        language,
        problems: {
          values: { name: '', areas: ['people'], reason: '' },
          messages: [
            { field: 'name', message: 'Skriv et navn, I selv kan kende.' },
            { field: 'reason', message: 'Skriv, hvorfor den skal se personer.' },
          ],
        },
      }),
    ),
    example(
      'nøglen vises',
      TokenMadePage({ language, token: `grobund_${CODE}`, example: 'https://eksempel.dk/api/v1/initiatives' }),
    ),
    example('ny besked', WebhookFormPage({ language, offered: KINDS, webhook: null })),
    example('ret besked', WebhookFormPage({ language, offered: KINDS, webhook: WEBHOOK })),
    example('hemmeligheden vises', SecretPage({ language, webhook: WEBHOOK, secret: `whsec_${CODE}=`, renewed: true })),
    example(
      'et system',
      WebhookPage({
        language,
        webhook: WEBHOOK,
        tried: [TRIED, { ...TRIED, status: 500 }, { ...TRIED, seq: null, status: null, problem: 'slow' }],
      }),
    ),
    example('et system på pause', WebhookPage({ language, webhook: { ...WEBHOOK, paused: 'gone' }, tried: [] })),
    example('i Øvehuset', WebhookPage({ language, webhook: WEBHOOK, tried: [], practice: true })),
    example('egen kalender, ingen', OwnFeedsPage({ language, address: null })),
    example(
      'egen kalender',
      OwnFeedsPage({
        language,
        address: {
          madeAt: AT,
          calendar: `https://eksempel.dk/abonnement/${CODE}/kalender.ics`,
          news: `https://eksempel.dk/abonnement/${CODE}/din-tur.xml`,
        },
      }),
    ),
    example('følg med', FollowPage({ language, departments: [], fundNews: '#', signedIn: true })),
    example(
      'vejledning',
      ApiPage({
        language,
        origin: 'https://eksempel.dk',
        resources: [{ name: 'initiatives', area: 'initiatives', about: 'Initiatives.' }],
        events: KINDS,
      }),
    ),
  ];
};
