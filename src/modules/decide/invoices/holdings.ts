import { type Activity, holding, type Link, nobodys } from '../../../platform/privacy/holdings.ts';

const INVOICE: Link = { table: 'invoice', own: 'invoice_id', theirs: 'id' };
const OUTCOME: Link = { table: 'invoice_outcome', own: 'outcome_id', theirs: 'id' };
const BOOKS = { until: 'house', law: 'bookkeeping' } as const;

/** Suppliers' bills. They are vouchers: nobody's wish takes them away before their years are over. */
export const invoicesHoldings: Activity = {
  key: 'invoices',
  name: { da: 'Fakturaer', en: 'Invoices' },
  purpose: {
    da: 'At betale den rigtige regning og kunne vise bilaget.',
    en: 'To pay the right bill and be able to show the voucher.',
  },
  people: {
    da: 'Leverandører, der er enkeltpersoner, og deres ansatte',
    en: 'Suppliers who are individuals, and their staff',
  },
  data: { da: 'Navn, mailadresse, konto, beløb, bilag', en: 'Name, e-mail, account, amount, voucher' },
  basis: {
    da: 'GDPR art. 6, stk. 1, litra c (bogføringsloven § 12)',
    en: 'GDPR art. 6(1)(c) (Danish Bookkeeping Act § 12)',
  },
  recipients: { da: 'Banken, revisor, regnskabssystemet', en: 'The bank, the auditor, the accounting system' },
  holdings: [
    holding('invoice', {
      called: { da: 'Fakturaer', en: 'Invoices' },
      columns: {
        file_id: 'file',
        picture_file_id: 'file',
        content_sha256: 'secret',
        picture_sha256: 'secret',
        follow_hash: 'secret',
        sender_email: 'email',
        sender_words: 'words',
        facts: 'plain',
        number: 'plain',
        number_key: 'plain',
        supplier_key: 'plain',
        supplier_name: 'plain',
        payment_key: 'secret',
        typed_by: 'actor',
        received_by: 'actor',
      },
      erased: 'kept',
      keeps: { after: 'on_day', period: { setting: 'bookkeepingYears' }, law: 'bookkeeping', rows: 'unnamed' },
    }),
    holding('invoice_delivery', {
      called: { da: 'Mails med fakturaer', en: 'Mails with invoices' },
      columns: {
        digest: 'secret',
        sender: 'email',
        subject: 'words',
        words: 'words',
        refusals: 'plain',
        seen_by: 'actor',
      },
      erased: 'kept',
      keeps: [
        {
          after: 'on_day',
          period: { setting: 'guestMonths' },
          law: 'accountability',
          rows: 'goes',
          unless: [{ table: 'invoice', own: 'id', theirs: 'delivery_id' }],
        },
        { after: 'on_day', period: { setting: 'bookkeepingYears' }, law: 'bookkeeping', rows: 'unnamed' },
      ],
    }),
    holding('invoice_letter', {
      called: { da: 'Breve om fakturaer', en: 'Letters about invoices' },
      columns: { address: 'email', subject: 'plain', body: 'told', failed: 'plain' },
      erased: 'kept',
      keeps: { after: 'on_day', period: { setting: 'bookkeepingYears' }, law: 'bookkeeping', rows: 'unnamed' },
    }),
    holding('invoice_answer', {
      called: { da: 'Svar på kontrollen', en: 'Answers to the checks' },
      columns: { code: 'plain', words: 'by answered_by', answered_by: 'actor' },
      through: INVOICE,
      erased: 'kept',
      keeps: BOOKS,
    }),
    holding('invoice_outcome', {
      called: { da: 'Hvad der skete med fakturaen', en: 'What was done with the invoice' },
      columns: { warnings: 'plain', words: 'by decided_by', decided_by: 'actor' },
      through: INVOICE,
      erased: 'kept',
      keeps: BOOKS,
    }),
    holding('invoice_undo', {
      called: { da: 'Taget tilbage', en: 'Taken back' },
      columns: { words: 'by undone_by', undone_by: 'actor' },
      through: OUTCOME,
      erased: 'kept',
      keeps: BOOKS,
    }),
    holding('invoice_match', {
      called: { da: 'Sager, fakturaen hører til', en: 'Cases the invoice belongs to' },
      columns: { reasons: 'plain', chosen_by: 'actor' },
      through: INVOICE,
      erased: 'kept',
      keeps: BOOKS,
    }),
    nobodys('invoice_shelf', { da: 'Fakturaer pr. hylde', en: 'Invoices on each shelf' }, {}),
    nobodys('invoice_standing', { da: 'Fakturaers hylde', en: 'The invoices’ shelf' }, {}),
    nobodys(
      'invoice_setting',
      { da: 'Indstillinger for fakturaer', en: 'Settings for invoices' },
      { glns: 'plain', other_names: 'plain', mail_address: 'plain', changed_by: 'actor' },
    ),
  ],
};
