import { day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { kroner } from '../../../kernel/money.ts';
import { type Example, exampleIn, LONG_WORD } from '../../../ui/gallery/example.ts';
import type { Payment } from './rules/payment.ts';
import { type Settings, USUAL_SETTINGS } from './rules/settings.ts';
import type { Finding, Matched } from './rules/statement.ts';
import { batchText } from './text/batches.ts';
import { BankFindings, BankPage } from './views/bank.tsx';
import { ExportPage } from './views/export.tsx';
import { SettingsPage } from './views/settings.tsx';
import { VouchersPage } from './views/vouchers.tsx';

const NO_ID = '00000000-0000-7000-8000-000000000001';

const PAYMENT: Payment = {
  id: NO_ID as Payment['id'],
  number: 7,
  organisationId: NO_ID as Id<'organisation'>,
  invoiceId: NO_ID as Id<'invoice'>,
  claimId: NO_ID as Id<'fund_claim'>,
  applicationId: NO_ID as Id<'fund_application'>,
  initiativeId: null,
  payee: 'Vesterby Brugs',
  payeeKey: 'vesterby brugs',
  invoiceNumber: '2026-117',
  reference: 'P-0007',
  amount: kroner(3_000),
  dueOn: day('2026-10-01'),
  acceptedBy: null,
  openedAt: new Date('2026-09-15T10:00:00+02:00'),
  destinations: [
    {
      number: 1,
      to: { kind: 'account', iban: 'DK5000400440116243' },
      changed: true,
      typedBy: null,
      words: '',
      on: day('2026-09-15'),
    },
  ],
  approvals: [],
  exports: [],
  results: [],
  stoppedOn: null,
};

const FINDINGS: readonly Finding[] = ['paid', 'bounced', 'amount', 'known', 'day', 'unknown'];

function matched(finding: Finding, at: number): Matched {
  const answer = {
    endToEndId: `GB-00000${at + 1}-1`,
    result: finding === 'bounced' ? 'bounced' : 'paid',
    on: day('2026-10-02'),
    amount: kroner(3_000),
    reason: finding === 'bounced' ? 'Konto lukket' : '',
  } as const;
  const payee = at === 0 ? LONG_WORD : PAYMENT.payee;
  return { answer, finding, on: answer.on, payment: finding === 'unknown' ? null : { ...PAYMENT, payee } };
}

const SLIP: Payment = {
  ...PAYMENT,
  number: 8,
  payee: LONG_WORD,
  destinations: PAYMENT.destinations.map((one) => ({
    ...one,
    changed: false,
    to: { kind: 'slip', cardType: '71', reference: '000000020261178', creditor: '82345678' } as const,
  })),
};
const SETTINGS: Settings = { ...USUAL_SETTINGS, organisationId: PAYMENT.organisationId, format: 'pain.001.001.03' };

/** The bank's file, the rules, the bank's answer and the vouchers: empty, wrong, every finding, a long word. */
export function paymentsGallery(language: Language): readonly Example[] {
  const example = exampleIn('Betalinger');
  const period = { from: day('2026-01-01'), until: day('2026-12-31') };
  const message = batchText(language).fileUnreadable;
  const toSend = { language, today: day('2026-10-01'), settings: SETTINGS };
  return [
    example('Betalingsfil: ingen klar', ExportPage({ ...toSend, payments: [] })),
    example('Betalingsfil: flere, og et indbetalingskort', ExportPage({ ...toSend, payments: [PAYMENT, SLIP] })),
    example(
      'Betalingsfil: indbetalingskort med i filen, og ingen dag',
      ExportPage({
        ...toSend,
        settings: { ...SETTINGS, slipsInFile: true },
        payments: [SLIP],
        problems: { values: {}, messages: [{ field: 'day', message: batchText(language).whichDay }] },
      }),
    ),
    example('Regler: dem, der sætter dem', SettingsPage({ language, settings: SETTINGS, may: true })),
    example('Regler: dem, der læser dem', SettingsPage({ language, settings: SETTINGS, may: false })),
    example('Bankens svar: vælg en fil', BankPage({ language })),
    example(
      'Bankens svar: filen kan ikke læses',
      BankPage({ language, problems: { values: {}, messages: [{ field: 'file', message }] } }),
    ),
    example(
      'Bankens svar: det fandt vi',
      BankFindings({ language, fileId: NO_ID, matched: FINDINGS.map((finding, at) => matched(finding, at)) }),
    ),
    example('Bankens svar: intet nyt', BankFindings({ language, fileId: NO_ID, matched: [matched('known', 1)] })),
    example('Bilag: ingen', VouchersPage({ language, ...period, payments: [], page: 1, total: 0 })),
    example('Bilag: ét', VouchersPage({ language, ...period, payments: [PAYMENT], page: 1, total: 1 })),
  ];
}
