import { kroner } from '../src/kernel/money.ts';
import { decide } from '../src/modules/decide/fund/commands/decide.ts';
import { recommend } from '../src/modules/decide/fund/commands/handling.ts';
import { callMeeting } from '../src/modules/decide/fund/commands/meetings.ts';
import type { ApplicationId } from '../src/modules/decide/fund/rules/application.ts';
import { aPage, verbs } from '../src/modules/decide/fund/seed.ts';
import { anInvoice, verbs as desk } from '../src/modules/decide/invoices/seed.ts';
import { exportPayments } from '../src/modules/decide/payments/commands/exporting.ts';
import { statusOf } from '../src/modules/decide/payments/rules/payment.ts';
import { paymentsByNumber, yes } from '../src/modules/decide/payments/seed.ts';
import { ownOrganisation } from '../src/modules/housing/public.ts';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import type { Visit } from './accessibility.ts';
import { type As, must } from './town.ts';

const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const INGE = 'Inge Falkenberg';
const LISE = 'Lise Krogh';

/** What comes last in a case: a meeting that has decided, a promise that ran out, letters that no post carries. */
export async function latePages(as: As): Promise<Visit[]> {
  const at = (url: string, as: string): Visit => ({ url, as });
  const lapsed = await aPromiseThatRanOut(as);
  return [
    at(await aMeetingThatDecided(as), KAREN),
    at(`/pulje/ansoegninger/${lapsed}`, SIGNE),
    at(`/pulje/ansoegninger/${await aPaperWithoutAddress(as)}`, SIGNE),
    at(await anInvoiceSentBackOnPaper(as), SIGNE),
    at(await aBatchJustMade(as), LISE),
  ];
}

export async function advise(tx: TenantDb, id: ApplicationId): Promise<void> {
  const words = 'Det er til gavn for mange.';
  must(await recommend(tx, id, { advice: 'commit', amount: kroner(500), words, terms: '', reason: null }));
}

const YES = { result: 'commit', amount: kroner(500), terms: '', words: '', reference: 'Punkt 9' } as const;

async function aMeetingThatDecided(as: As): Promise<string> {
  const fundId = await as(KAREN, ownFund);
  const id = await onPaper(as, 'Bålfad til gården');
  await as(SIGNE, (tx) => advise(tx, id));
  const meeting = await as(KAREN, (tx) => callMeeting(tx, { fundId, on: tx.today, reference: 'Punkt 9' }));
  await as(INGE, async (tx) => must(await decide(tx, id, { ...YES, meetingId: meeting })));
  return `/puljer/${fundId}/moeder/${meeting}`;
}

/** So long ago that its last day is over. */
async function aPromiseThatRanOut(as: As): Promise<ApplicationId> {
  const daysAgo = 110;
  const id = await onPaper(as, 'Lanterner', daysAgo);
  await as(INGE, async (tx) => must(await decide(tx, id, YES)), daysAgo);
  return id;
}

/** Its receipt must be handed over. */
function aPaperWithoutAddress(as: As): Promise<ApplicationId> {
  return onPaper(as, 'Krukker ved døren');
}

/** From somebody with neither mail nor telephone. */
function onPaper(as: As, title: string, daysAgo = 0): Promise<ApplicationId> {
  return as(
    SIGNE,
    async (tx) => {
      const page = aPage(tx, { applicantName: 'Olga Krag', title, sought: kroner(500) });
      const { id } = await verbs.startApplication(tx, await ownFund(tx), page, 'paper');
      must(await verbs.submit(tx, id));
      return id;
    },
    daysAgo,
  );
}

async function anInvoiceSentBackOnPaper(as: As): Promise<string> {
  const id = await as(SIGNE, async (tx) => {
    const lines = [{ name: 'Krukker', price: kroner(400) }];
    const invoice = await anInvoice(tx, { number: 'K-9', issueDate: tx.today, lines });
    must(
      await desk.sendBack(tx, invoice, { address: null, subject: 'Jeres faktura K-9', body: 'Skriv vores nummer.' }),
    );
    return invoice;
  });
  return `/fakturaer/${id}`;
}

/** It can still be taken back. */
async function aBatchJustMade(as: As): Promise<string> {
  const half = await as(KAREN, async (tx) => {
    const payments = await paymentsByNumber(tx);
    const waiting = payments.find((payment) => statusOf(payment) === 'waiting_second');
    if (!waiting) throw new Error('Cannot make a file: no payment of the story waits for its second approval');
    must(await yes(tx, waiting.id));
    return waiting.id;
  });
  const batch = await as(LISE, async (tx) =>
    must(await exportPayments(tx, (await ownOrganisation(tx)).id, [half], { kind: 'due' })),
  );
  return `/betalinger/filer/${batch}`;
}

async function ownFund({ sql }: TenantDb) {
  return (await sql.selectFrom('fund').select('id').orderBy('id').executeTakeFirstOrThrow()).id;
}
