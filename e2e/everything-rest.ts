import { randomBytes } from 'node:crypto';
import { addDays, day } from '../src/kernel/day.ts';
import { newFollowCode, newSlipCode } from '../src/modules/decide/fund/commands/codes.ts';
import { approvePolicy } from '../src/modules/decide/fund/commands/funds.ts';
import { callMeeting } from '../src/modules/decide/fund/commands/meetings.ts';
import { aFund, anApplication, aPage, someTerms, verbs } from '../src/modules/decide/fund/seed.ts';
import { takeMail } from '../src/modules/decide/invoices/commands/deliveries.ts';
import { keepBankFile } from '../src/modules/decide/payments/commands/bank.ts';
import { liveExport } from '../src/modules/decide/payments/rules/payment.ts';
import { paymentsByNumber } from '../src/modules/decide/payments/seed.ts';
import { makeLink } from '../src/modules/decide/results/commands/feedback.ts';
import { closeContacts } from '../src/modules/signin/store/contact-codes.ts';
import type { TenantDb } from '../src/platform/db/tenant-db.ts';
import { hashOfCode, newCode } from '../src/platform/secret/code.ts';
import type { Visit } from './accessibility.ts';
import { advise } from './everything-late.ts';
import { type As, must, personNamed } from './town.ts';

const METTE = 'Mette Lauridsen';
const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';
const LISE = 'Lise Krogh';
const INGE = 'Inge Falkenberg';

/** What is met only by those who have a code, or that a case must have come far for. */
export async function restPages(as: As): Promise<Visit[]> {
  const til = await as(METTE, (tx) => closeContacts(tx, [{ channel: 'mail', address: 'mette.ny@lyngbakken.test' }]));
  const paper = await as(SIGNE, ({ sql }) =>
    sql.selectFrom('idea').select('id').where('said', '=', 'Lys på stien').executeTakeFirstOrThrow(),
  );
  const at = (url: string, as: string | null): Visit => ({ url, as });
  return [
    at('/seddel', null),
    at('/pulje/skema', null),
    at('/pulje/status/bag/lovet', SIGNE),
    at(`/min-side/adresse/kode?til=${encodeURIComponent(til)}`, METTE),
    at(`/ideer/${paper.id}?q=Samira`, SIGNE),
    at('/betalinger/indstillinger', KAREN),
    at(await aMeeting(as), KAREN),
    at(await anInvitation(as), null),
    at(await aBankAnswer(as), LISE),
    at(await anInvoiceByCode(as), null),
    at(await aMailWithoutInvoice(as), SIGNE),
    ...(await aFundWithRounds(as)),
    ...(await everyCase(as)),
    ...(await everyPeriod(as)),
    ...(await everyBatch(as)),
  ];
}

async function aMeeting(as: As): Promise<string> {
  const fundId = await as(KAREN, ownFund);
  const meeting = await as(KAREN, (tx) =>
    callMeeting(tx, { fundId, on: addDays(tx.today, 7), reference: 'Organisationsbestyrelsen, punkt 6' }),
  );
  return `/puljer/${fundId}/moeder/${meeting}`;
}

/** It gives in rounds, and last year left something over. */
async function aFundWithRounds(as: As): Promise<Visit[]> {
  const { fund, swing, lastYear, closes } = await as(KAREN, async (tx) => {
    const year = Number(tx.today.slice(0, 4));
    const closesOn = addDays(tx.today, -10);
    const last = { startsOn: day(`${year - 1}-01-01`), endsOn: day(`${year - 1}-12-31`), carriesOver: true };
    const fund = await aFund(tx, { ...last, name: 'Legepladspuljen', prefix: 'L' });
    const rounds = [{ closesOn: tx.today, answersOn: addDays(tx.today, 60) }];
    must(await approvePolicy(tx, fund, someTerms(tx, { allocation: 'rounds', rounds })));
    const applicantId = await personNamed(tx, METTE);
    const swing = await anApplication(tx, fund, { applicantId, title: 'En gynge mere' });
    await tx.sql.updateTable('fund_round').set({ closes_on: closesOn }).where('closes_on', '=', tx.today).execute();
    const period = tx.sql.selectFrom('fund_period').select('id').where('fund_id', '=', fund).orderBy('starts_on');
    return { fund, swing, lastYear: (await period.executeTakeFirstOrThrow()).id, closes: closesOn };
  });
  await as(SIGNE, (tx) => advise(tx, swing));
  return [
    { url: `/puljer/${fund}/regnskab?periode=${lastYear}`, as: KAREN },
    { url: `/puljer/${fund}/runder/${closes}`, as: KAREN },
    { url: `/puljer/${fund}/runder/${closes}`, as: INGE },
  ];
}

async function ownFund({ sql }: TenantDb) {
  return (await sql.selectFrom('fund').select('id').orderBy('id').executeTakeFirstOrThrow()).id;
}

/** A draft by somebody without account, with a neighbour who is asked to join. */
async function anInvitation(as: As): Promise<string> {
  const code = newCode();
  await as(null, async (tx) => {
    const neighbour = { name: 'Bodil Lund', email: 'bodil.lund@lyngbakken.test', personId: null, declinedOn: null };
    const page = aPage(tx, {
      applicantName: 'Gerda Lund',
      applicantEmail: 'gerda.lund@lyngbakken.test',
      title: 'Petanque',
      coApplicants: [neighbour],
    });
    const { id } = await verbs.startApplication(tx, await ownFund(tx), page);
    await tx.sql
      .updateTable('fund_co_applicant')
      .set({ invite_hash: hashOfCode(code), invited_on: tx.today })
      .where('application_id', '=', id)
      .executeTakeFirstOrThrow();
  });
  return `/pulje/min-ansoegning/${code}`;
}

/** The bank's list, with a payment that was sent to it. */
async function aBankAnswer(as: As): Promise<string> {
  const file = await as(LISE, async (tx) => {
    const payments = await paymentsByNumber(tx);
    const rows = payments.flatMap((one) => {
      const sent = liveExport(one);
      const kroner = (one.amount / 100).toFixed(2).replace('.', ',');
      return sent ? [`03-05-2026;${sent.endToEndId};-${kroner}`] : [];
    });
    const bytes = new TextEncoder().encode(['Dato;Tekst;Beløb', ...rows].join('\r\n'));
    return must(await keepBankFile(tx, { bytes, name: 'bevægelser.csv' }));
  });
  return `/betalinger/bank/${file}`;
}

async function anInvoiceByCode(as: As): Promise<string> {
  const code = randomBytes(15).toString('base64url');
  await as(SIGNE, async ({ sql }) => {
    const { id } = await sql.selectFrom('invoice').select('id').orderBy('id').executeTakeFirstOrThrow();
    await sql
      .updateTable('invoice')
      .set({ follow_hash: hashOfCode(code) })
      .where('id', '=', id)
      .execute();
  });
  return `/faktura/${code}`;
}

async function aMailWithoutInvoice(as: As): Promise<string> {
  const lines = ['From: Else <else@vesterby-brugs.test>', 'To: faktura@lyngbakken.test', 'Subject: Rykker', '', 'Hej'];
  const raw = Buffer.from(lines.join('\r\n'));
  await as(null, (tx) =>
    takeMail(tx, { to: 'faktura@lyngbakken.test', envelopeFrom: 'else@vesterby-brugs.test', raw }),
  );
  return '/fakturaer';
}

/** Every case, as the one who asked for the money, as staff, and by the codes of those without account. */
async function everyCase(as: As): Promise<Visit[]> {
  const cases = await as(SIGNE, ({ sql }) =>
    sql
      .selectFrom('fund_application as a')
      .innerJoin('fund as f', 'f.id', 'a.fund_id')
      .innerJoin('organisation as o', 'o.id', 'f.organisation_id')
      .leftJoin('person as p', 'p.id', 'a.applicant_id')
      .select(['a.id', 'o.own', 'p.name'])
      .orderBy('a.id')
      .execute(),
  );
  const withPhoto = new Set(
    (await as(SIGNE, ({ sql }) => sql.selectFrom('fund_photo').select('application_id').execute())).map(
      (one) => one.application_id,
    ),
  );
  const visits: Visit[] = [];
  for (const { id, own, name } of cases) {
    const place = `/pulje/ansoegninger/${id}`;
    if (own) visits.push({ url: place, as: SIGNE, more: true });
    if (name) visits.push({ url: place, as: name, more: true });
    const code = await as(SIGNE, async (tx) => {
      await newSlipCode(tx, id);
      return newFollowCode(tx, id);
    });
    visits.push({ url: `/pulje/min-ansoegning/${code}`, as: null, more: true });
    if (!withPhoto.has(id)) continue;
    const card = await as(SIGNE, (tx) => makeLink(tx, id, 'card'));
    visits.push({ url: `/tilbagemelding/${card}`, as: null, more: true });
  }
  return visits;
}

async function everyPeriod(as: As): Promise<Visit[]> {
  const periods = await as(KAREN, ({ sql }) => sql.selectFrom('fund_period').select(['id', 'fund_id']).execute());
  const own = await as(KAREN, ownFund);
  return periods
    .filter((one) => one.fund_id === own)
    .map(({ id }): Visit => ({ url: `/puljer/${own}/regnskab?periode=${id}`, as: KAREN, more: true }));
}

async function everyBatch(as: As): Promise<Visit[]> {
  const batches = await as(LISE, ({ sql }) => sql.selectFrom('payment_batch').select('id').execute());
  return batches.map(({ id }): Visit => ({ url: `/betalinger/filer/${id}`, as: LISE, more: true }));
}
