import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { kroner } from '../../../kernel/money.ts';
import { type Example, exampleIn } from '../../../ui/gallery/example.ts';
import { found } from './rules/check.ts';
import { type Facts, NO_FACTS } from './rules/facts.ts';
import type { InvoiceCard, InvoiceRow } from './rules/invoice.ts';
import type { Promised } from './rules/matching.ts';
import { InvoicesPage } from './views/list.tsx';
import { InvoiceView, type OneProps } from './views/one.tsx';
import { FollowPage, SendPage } from './views/sending.tsx';

const LONG = 'Bæredygtighedsstrategiarbejdsgruppemedlemskabsforplejningsleverandøren';

const FACTS: Facts = {
  ...NO_FACTS,
  number: '2026-117',
  issueDate: day('2026-09-14'),
  deliveryFrom: day('2026-09-12'),
  deliveryUntil: day('2026-09-12'),
  reference: 'P-0007',
  supplier: { name: 'Vesterby Brugs', cvr: '99134623', email: null, phone: null },
  buyer: { name: 'Boligforeningen Lyngbakken', cvr: '99999942', gln: null },
  net: kroner(2_400),
  vat: kroner(600),
  payable: kroner(3_000),
  lines: [{ name: 'Suppeurter', quantity: '1', net: kroner(2_400) }],
  payment: { means: '42', iban: null, account: { reg: '9999', number: '0001000001' }, fik: null },
};

const ROW: InvoiceRow = {
  id: '00000000-0000-7000-8000-000000000001' as Id<'invoice'>,
  way: 'public',
  format: 'oioubl',
  version: 1,
  number: '2026-117',
  on: day('2026-09-15'),
  fileId: null,
  content: null,
  pictureId: null,
  pictureContent: null,
  senderEmail: 'regning@vesterbybrugs.test',
  senderWords: '',
  receivedBy: null,
  typedBy: null,
  channel: 'web',
  supplierName: 'Vesterby Brugs',
  amount: kroner(3_000),
  facts: FACTS,
  status: 'waiting',
  applicationId: '00000000-0000-7000-8000-000000000002' as Id<'fund_application'>,
  title: 'Suppe i gården',
  score: 100,
  reasons: ['reference', 'supplier'],
  chosenBy: null,
  outcomeId: null,
  result: null,
  claimId: null,
  claimed: null,
  pay: null,
  part: null,
  words: null,
  warnings: null,
  decidedBy: null,
  decidedOn: null,
};

const COMMITMENT: Promised = {
  applicationId: ROW.applicationId as Id<'fund_application'>,
  fundId: '00000000-0000-7000-8000-000000000003' as Id<'fund'>,
  reference: 'P-0007',
  title: 'Suppe i gården',
  initiativeId: null,
  applicantName: 'Mette Holm',
  lines: [],
  startsOn: day('2026-09-12'),
  endsOn: day('2026-09-12'),
  committedOn: day('2026-08-01'),
  expiresOn: day('2026-11-11'),
  amount: kroner(4_000),
  remaining: kroner(4_000),
};

function one(language: Language): OneProps {
  return {
    language,
    invoice: ROW,
    file: null,
    picture: null,
    may: { see: true, handle: true },
    mayType: false,
    commitment: COMMITMENT,
    caseHref: '/pulje',
    judged: {
      commitment: COMMITMENT,
      checks: [
        found('buyer', 'buyer_board', { name: 'Afdelingsbestyrelsen i Kærhaven' }),
        found('amount', 'over_remaining', { amount: kroner(4_500), other: kroner(4_000) }),
        found('bank', 'bank_changed'),
        found('currency', 'currency_ok'),
      ],
      answers: [],
      full: 'stopped',
      part: 'stopped',
      pay: kroner(4_000),
    },
    suggestions: [
      {
        commitment: { ...COMMITMENT, reference: 'P-0008', applicationId: ROW.id as never },
        reasons: ['amount'],
        score: 25,
      },
    ],
    cameWith: [],
    history: [],
    paidOn: null,
    letter: { to: '', subject: 'Jeres faktura 2026-117', body: 'Hej\n\nTak for jeres faktura.' },
    names: new Map(),
  };
}

const CARD: InvoiceCard = ROW;
const COUNTS = { waiting: 1, unmatched: 0, accepted: 0, returned: 0 };

const example = exampleIn('Fakturaer');

/** The pages of invoices as examples. */
export function invoicesGallery(language: Language): Example[] {
  const list = { language, page: 1, search: '', counts: COUNTS, mails: [], may: { add: true, settings: true } };
  const us = {
    name: 'Boligforeningen Lyngbakken',
    lines: ['Bakketoppen 2'],
    cvr: '99999942',
    glns: [],
    mailAddress: '',
  };
  return [
    example('Fakturaer: ingen', InvoicesPage({ ...list, invoices: [], total: 0, shelf: 'accepted' })),
    example(
      'Fakturaer: flere, og en mail uden faktura',
      InvoicesPage({
        ...list,
        invoices: [
          CARD,
          { ...CARD, supplierName: LONG, title: LONG, status: 'returned' },
          { ...CARD, supplierName: '', amount: null, status: 'untyped' },
        ],
        total: 120,
        shelf: 'all',
        mails: [
          {
            id: ROW.id as unknown as Id<'invoice_delivery'>,
            sender: 'ukendt@example.dk',
            subject: 'Hvor er mine penge?',
            words: 'Hej, jeg mangler min betaling.',
            refusals: ['kind_not_allowed'],
            on: day('2026-09-15'),
          },
        ],
      }),
    ),
    example('Faktura: skal besvares', InvoiceView(one(language))),
    example(
      'Faktura: xml og pdf af den samme',
      InvoiceView({
        ...one(language),
        file: { name: 'faktura-117.xml', href: '/fakturaer', look: 'other' },
        picture: { name: `${LONG}.pdf`, href: '/fakturaer', look: 'pdf' },
      }),
    ),
    example(
      'Faktura: skal skrives ind',
      InvoiceView({
        ...one(language),
        invoice: { ...ROW, facts: null, status: 'untyped' },
        judged: null,
        mayType: true,
      }),
    ),
    example(
      'Send en faktura: med fejl',
      SendPage({
        language,
        us,
        reference: 'P-0007',
        problems: { values: { reference: 'P-0007' }, messages: [{ field: 'file', message: 'Vælg en fil.' }] },
      }),
    ),
    example(
      'Følg fakturaen',
      FollowPage({
        language,
        status: 'waiting',
        paid: false,
        wrong: ['Fakturaen mangler et nummer.'],
        reference: 'P-0001',
      }),
    ),
  ];
}
