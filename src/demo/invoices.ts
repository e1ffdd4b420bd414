import { addDays, type Day } from '../kernel/day.ts';
import { kroner, toOre } from '../kernel/money.ts';
import { commitmentById } from '../modules/decide/fund/public.ts';
import { anInvoice, verbs, type Written } from '../modules/decide/invoices/seed.ts';
import { INVOICE_PAYERS } from '../neighbours.tsx';
import { LYNGBAKKEN } from './places.ts';
import { must, type Scene, type Stage } from './tell.ts';

const SUPPLIERS = {
  brugs: supplier('Vesterby Brugs', '99134623', '0001000001'),
  fest: supplier('Festudlejningen', '99174218', '0001000002'),
  garn: supplier('Garnbutikken på torvet', '99237570', '0001000003'),
  natur: supplier('Vesterby Naturskole', '99277165', '0001000004'),
  spil: supplier('Spilhjørnet', '99300922', '0001000005'),
  pizza: supplier('Pizzaria Havnen', '99340517', '0001000006'),
  turist: supplier('Vesterby Turist', '99443464', '0001000007'),
  kro: supplier('Kroen ved fjorden', '99483059', '0001000008'),
  cykel: supplier('Cykelgrossisten', '99498897', '0001000009'),
  bog: supplier('Boghandlen', '99839414', '0001000010'),
  lyd: supplier('Lydmanden', '99879009', '0001000011'),
  trio: supplier('Trio Vest', '99900008', '0001000012'),
} as const;

function supplier(name: string, cvr: string, account: string) {
  const email = `regning@${name.toLowerCase().replace(/[^a-z]/g, '')}.test`;
  return { party: { name, cvr, email }, account: { reg: '9999', number: account } };
}

interface Bill {
  /** The application it is for; null when nobody said. */
  readonly of: string;
  readonly number: string;
  readonly by: keyof typeof SUPPLIERS;
  /** Days ago it came; the desk looks at it two days later. */
  readonly ago: number;
  readonly what: string;
  /** With VAT. */
  readonly amount: number;
  /** Days ago it was delivered; on the day of the activity unless said. */
  readonly delivered?: number;
  readonly to?: { readonly name: string; readonly cvr: string | null };
  readonly unreferred?: boolean;
  readonly account?: string;
  readonly done: 'pay' | 'part' | 'back' | 'wait' | { readonly reject: string } | { readonly answered: string };
}

/** What suppliers sent in the first year: most of it right, and of each mistake one. */
const BILLS: readonly Bill[] = [
  {
    of: 'vintermiddage',
    number: '4471',
    by: 'brugs',
    ago: 105,
    what: 'Mad til tre aftener',
    amount: 9_000,
    done: 'pay',
  },
  {
    of: 'vintermiddage',
    number: '2210',
    by: 'fest',
    ago: 104,
    what: 'Leje af service',
    amount: 3_500,
    to: { name: 'Afdelingsbestyrelsen i Kærhaven', cvr: null },
    done: 'back',
  },
  { of: 'vintermiddage', number: '2214', by: 'fest', ago: 97, what: 'Leje af service', amount: 3_500, done: 'pay' },
  { of: 'strikkekreds', number: '88', by: 'garn', ago: 109, what: 'To gavekort', amount: 3_200, done: 'back' },
  { of: 'strikkekreds', number: '91', by: 'garn', ago: 100, what: 'Garn og pinde', amount: 3_200, done: 'pay' },
  { of: 'naturture', number: '2026-31', by: 'natur', ago: 99, what: 'Guide, fem ture', amount: 7_200, done: 'part' },
  { of: 'spilleaftener', number: '510', by: 'spil', ago: 80, what: 'Leje af udstyr', amount: 6_500, done: 'pay' },
  {
    of: 'spilleaftener',
    number: '77',
    by: 'pizza',
    ago: 112,
    what: 'Pizza',
    amount: 3_000,
    delivered: 124,
    done: 'back',
  },
  {
    of: 'spilleaftener',
    number: '81',
    by: 'pizza',
    ago: 81,
    what: 'Pizza til tre aftener',
    amount: 3_000,
    done: 'pay',
  },
  { of: 'udflugt', number: 'T-903', by: 'turist', ago: 68, what: 'Bus til kysten', amount: 14_000, done: 'pay' },
  { of: 'udflugt', number: '1188', by: 'kro', ago: 66, what: 'Frokost', amount: 10_000, done: 'part' },
  { of: 'cykelvaerksted', number: '30551', by: 'cykel', ago: 62, what: 'Værktøj', amount: 13_500, done: 'pay' },
  {
    of: 'cykelvaerksted',
    number: '30551',
    by: 'cykel',
    ago: 55,
    what: 'Værktøj',
    amount: 13_500,
    done: { reject: 'Den er kommet to gange. Den første er godkendt.' },
  },
  {
    of: 'cykelvaerksted',
    number: '30611',
    by: 'cykel',
    ago: 3,
    what: 'To stativer',
    amount: 6_000,
    delivered: 64,
    account: '0001999999',
    done: 'wait',
  },
  { of: 'sprogcafe', number: 'B-77', by: 'bog', ago: 50, what: 'Bøger og spil', amount: 4_000, done: 'pay' },
  {
    of: 'sprogcafe',
    number: '4620',
    by: 'brugs',
    ago: 40,
    what: 'Kaffe og brød',
    amount: 3_400,
    delivered: 44,
    unreferred: true,
    done: { answered: 'Sprogcaféen kører hver mandag, så varerne er købt undervejs.' },
  },
  {
    of: 'nabokor',
    number: '61',
    by: 'lyd',
    ago: 2,
    what: 'Leje af lyd',
    amount: 7_000,
    to: { name: 'Clara Winther', cvr: null },
    done: 'wait',
  },
  {
    of: 'sommerfest',
    number: '12',
    by: 'trio',
    ago: 4,
    what: 'Musik til festen',
    amount: 7_000,
    unreferred: true,
    done: 'wait',
  },
];

const LOOKED_AT_AFTER = 2;

/** Suppliers send real OIOUBL files; Signe at the desk pays them, pays a part, sends them back or rejects them. */
export function invoiceScenes(): readonly Scene[] {
  return [
    ...BILLS.flatMap(tellBill),
    {
      ago: 1,
      by: 'karen',
      async play(tx, stage) {
        const reference = await referenceOf(tx, stage, 'nabokor');
        const made = await verbs.receiveTyped(tx, typedFromPaper(reference, tx.today), null);
        must(made, 'the bill on paper');
      },
    },
  ];
}

function tellBill(bill: Bill): readonly Scene[] {
  const key = `${bill.of} ${bill.by} ${bill.number} ${bill.ago}`;
  const arrives: Scene = {
    ago: bill.ago,
    by: null,
    async play(tx, stage) {
      stage.invoices.set(key, await anInvoice(tx, await written(tx, stage, bill)));
    },
  };
  if (bill.done === 'wait') return [arrives];
  return [arrives, { ago: bill.ago - LOOKED_AT_AFTER, by: 'signe', play: (tx, stage) => decide(tx, stage, bill, key) }];
}

type Tx = Parameters<Scene['play']>[0];

async function written(tx: Tx, stage: Stage, bill: Bill): Promise<Written> {
  const { party, account } = SUPPLIERS[bill.by];
  const applicationId = stage.applications.get(bill.of);
  const commitment = applicationId ? await commitmentById(tx, applicationId) : null;
  const delivered =
    bill.delivered === undefined ? (commitment?.startsOn ?? tx.today) : addDays(tx.today, bill.ago - bill.delivered);
  return {
    number: bill.number,
    issueDate: tx.today,
    deliveryDate: delivered,
    supplier: party,
    account: bill.account ? { ...account, number: bill.account } : account,
    buyer: bill.to ?? { name: LYNGBAKKEN.name, cvr: LYNGBAKKEN.cvr },
    ...(commitment && !bill.unreferred ? { reference: commitment.reference } : {}),
    // A fifth of what is to be paid is VAT.
    lines: [{ name: bill.what, price: toOre(kroner(bill.amount) / 1.25) }],
  };
}

async function decide(tx: Tx, stage: Stage, bill: Bill, key: string): Promise<void> {
  const id = stage.invoices.get(key);
  if (!id) throw new Error(`Cannot tell "${key}": it has not come`);
  const { done, number, by } = bill;
  if (done === 'back') {
    const { name, email } = SUPPLIERS[by].party;
    const body = `Hej ${name}\n\nTak for faktura ${number}. Vi kan desværre ikke betale den, som den er. Send os en ny, stilet til ${LYNGBAKKEN.name}, med referencen fra tilsagnet.`;
    must(await verbs.sendBack(tx, id, { address: email, subject: `Jeres faktura ${number}`, body }), key);
    return;
  }
  if (typeof done === 'object' && 'reject' in done) {
    must(await verbs.rejectInvoice(tx, id, done.reject), key);
    return;
  }
  if (typeof done === 'object') {
    const answer = { rule: 'delivered', code: 'delivered_after_activity', words: done.answered } as const;
    must(await verbs.answerCheck(tx, id, answer), key);
  }
  must(await verbs.acceptInvoice(tx, INVOICE_PAYERS, id, { part: done === 'part', words: '' }), key);
}

async function referenceOf(tx: Tx, stage: Stage, key: string): Promise<string> {
  const applicationId = stage.applications.get(key);
  const commitment = applicationId ? await commitmentById(tx, applicationId) : null;
  if (!commitment) throw new Error(`Cannot tell of the bill for "${key}": nothing was promised`);
  return commitment.reference;
}

/** Karen types in what came on paper from the school of music. */
function typedFromPaper(reference: string, today: Day): Parameters<typeof verbs.receiveTyped>[1] {
  return {
    kind: 'invoice',
    number: '2026-118',
    issueDate: today,
    dueDate: addDays(today, 14),
    currency: 'DKK',
    reference,
    orderReference: null,
    note: null,
    precedingInvoice: null,
    deliveryFrom: addDays(today, -9),
    deliveryUntil: addDays(today, -9),
    supplier: { name: 'Vesterby Musikskole', cvr: null, email: 'skolen@vesterbymusikskole.test', phone: null },
    buyer: { name: LYNGBAKKEN.name, cvr: LYNGBAKKEN.cvr, gln: null },
    net: kroner(9_000),
    vat: null,
    payable: kroner(9_000),
    payment: { means: null, iban: null, account: { reg: '9999', number: '0001000013' }, fik: null },
    lines: [{ name: 'Dirigent, seks prøver og en koncert', quantity: null, net: null }],
    outlay: null,
    faults: [],
  };
}
