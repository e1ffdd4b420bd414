import { addDays } from '../kernel/day.ts';
import { type PaymentId, paymentsByNumber, verbs, yes } from '../modules/decide/payments/seed.ts';
import { ownOrganisation } from '../modules/housing/public.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { must, type Scene } from './tell.ts';

const OWN_ACCOUNT = 'DK7200400000202611';

/**
 * What became of the accepted invoices, in the order in which they were accepted: the first five are paid, of the next two
 * one is at the bank and one came back, one is ready, one has its first yes; the rest wait.
 */
export function paymentScenes(): readonly Scene[] {
  return [
    { ago: 120, by: 'karen', play: setRules },
    { ago: 58, by: 'jonas', play: (tx) => approveThose(tx, 0, 5) },
    { ago: 57, by: 'lise', play: (tx) => approveThose(tx, 0, 5) },
    { ago: 56, by: 'lise', play: (tx) => send(tx, 0, 5) },
    { ago: 53, by: 'lise', play: (tx) => paid(tx, 0, 5) },
    { ago: 6, by: 'jonas', play: (tx) => approveThose(tx, 5, 9) },
    { ago: 5, by: 'lise', play: (tx) => approveThose(tx, 5, 8) },
    { ago: 4, by: 'lise', play: (tx) => send(tx, 5, 7) },
    { ago: 1, by: 'lise', play: bounced },
  ];
}

async function setRules(tx: TenantDb): Promise<void> {
  const organisationId = (await ownOrganisation(tx)).id;
  must(
    await verbs.changeSettings(tx, 0, {
      ...verbs.USUAL_SETTINGS,
      organisationId,
      payerName: 'Boligforeningen Lyngbakken',
      iban: OWN_ACCOUNT,
      format: 'pain.001.001.03',
      accountCoding: 'Konto 8310, fællesskabspuljen',
    }),
    'the rules for payments',
  );
}

async function approveThose(tx: TenantDb, from: number, until: number): Promise<void> {
  for (const id of await outgoing(tx, from, until)) must(await yes(tx, id), 'an approval');
}

async function send(tx: TenantDb, from: number, until: number): Promise<void> {
  const organisationId = (await ownOrganisation(tx)).id;
  const ids = await outgoing(tx, from, until);
  must(await verbs.exportPayments(tx, organisationId, ids, { kind: 'on', day: tx.today }), 'a file for the bank');
}

async function paid(tx: TenantDb, from: number, until: number): Promise<void> {
  const on = addDays(tx.today, -1);
  for (const id of await outgoing(tx, from, until)) {
    must(await verbs.markPaid(tx, id, { on, source: 'csv', words: '' }), 'a payment');
  }
}

async function bounced(tx: TenantDb): Promise<void> {
  const answer = { on: addDays(tx.today, -1), source: 'csv', words: 'Kontoen er lukket' } as const;
  for (const id of await outgoing(tx, 6, 7)) must(await verbs.markBounced(tx, id, answer), 'a bounce');
}

async function outgoing(tx: TenantDb, from: number, until: number): Promise<readonly PaymentId[]> {
  const all = (await paymentsByNumber(tx)).filter(({ amount }) => amount > 0);
  return all.slice(from, until).map(({ id }) => id);
}
