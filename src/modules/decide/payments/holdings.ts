import { type Activity, holding, nobodys } from '../../../platform/privacy/holdings.ts';

const BOOKS = { until: 'house', law: 'bookkeeping' } as const;

/** What is paid, to whom, and who approved it. Vouchers and trails of approval. */
export const paymentsHoldings: Activity = {
  key: 'payments',
  name: { da: 'Betalinger', en: 'Payments' },
  purpose: {
    da: 'At to mennesker godkender, og at det kan ses bagefter.',
    en: 'That two people approve, and that it can be seen afterwards.',
  },
  people: { da: 'Betalingsmodtagere og dem, der godkender', en: 'Payees and those who approve' },
  data: { da: 'Navn, konto, beløb, godkendelser', en: 'Name, account, amount, approvals' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra c (bogføringsloven § 12)',
    en: 'GDPR art. 6(1)(c) (Danish Bookkeeping Act § 12)',
  },
  recipients: { da: 'Banken, revisor, regnskabssystemet', en: 'The bank, the auditor, the accounting system' },
  holdings: [
    holding('payment', {
      called: { da: 'Betalinger', en: 'Payments' },
      columns: {
        payee_name: 'plain',
        payee_key: 'plain',
        invoice_number: 'plain',
        reference: 'plain',
        accepted_by: 'actor',
      },
      erased: 'nobody',
      keeps: BOOKS,
    }),
    holding('payment_approval', {
      called: { da: 'Godkendelser', en: 'Approvals' },
      columns: { digest: 'secret', approved_by: 'subject' },
      erased: 'kept',
      keeps: BOOKS,
    }),
    holding('payment_destination', {
      called: { da: 'Konti, der betales til', en: 'Accounts that are paid' },
      columns: {
        iban: 'plain',
        slip_reference: 'plain',
        creditor: 'plain',
        place: 'plain',
        typed_by: 'actor',
        words: 'by typed_by',
      },
      erased: 'nobody',
      keeps: BOOKS,
    }),
    holding('payment_result', {
      called: { da: 'Bankens svar', en: 'The bank’s answers' },
      columns: { words: 'by recorded_by', recorded_by: 'actor' },
      erased: 'nobody',
      keeps: BOOKS,
    }),
    holding('payment_batch_undo', {
      called: { da: 'Filer, der blev taget tilbage', en: 'Files taken back' },
      columns: { words: 'by undone_by', undone_by: 'actor' },
      erased: 'nobody',
      keeps: BOOKS,
    }),
    nobodys(
      'payment_batch',
      { da: 'Filer til banken', en: 'Files for the bank' },
      { format: 'plain', bank_file_id: 'file', csv_file_id: 'file', made_by: 'actor' },
    ),
    nobodys('payment_counter', { da: 'Numre', en: 'Numbers' }, { counts: 'plain' }),
    nobodys(
      'payment_export',
      { da: 'Linjer til banken', en: 'Lines for the bank' },
      { end_to_end_id: 'plain', digest: 'secret' },
    ),
    nobodys(
      'payment_setting',
      { da: 'Indstillinger for betaling', en: 'Settings for payment' },
      {
        first_roles: 'plain',
        second_roles: 'plain',
        payer_name: 'plain',
        iban: 'plain',
        bic: 'plain',
        agreement: 'plain',
        format: 'plain',
        account_coding: 'plain',
        changed_by: 'actor',
      },
    ),
    nobodys('payment_sum', { da: 'Hvad betalinger løber op i', en: 'What payments come to' }, {}),
    nobodys('payment_standing', { da: 'Betalingers stand', en: 'State of payments' }, {}),
    nobodys('payment_stop', { da: 'Stoppede betalinger', en: 'Stopped payments' }, { stopped_by: 'actor' }),
  ],
};
