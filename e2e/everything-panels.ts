import { addDays } from '../src/kernel/day.ts';
import { newReceipt } from '../src/modules/listen/panels/commands/writing.ts';
import { anApplicant, aPanel, verbs } from '../src/modules/listen/panels/seed.ts';
import type { Visit } from './accessibility.ts';
import { type As, must, personNamed } from './town.ts';

const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';

/** Focus groups in every state: a call that is open, a pool that is closed, draws that are ready and done, a member's own page. */
export async function panelPages(as: As): Promise<Visit[]> {
  const told = await as(SIGNE, async (tx) => {
    const drawn = await verbs.panelNamed(tx, 'Lutter ører');
    const open = await verbs.panelNamed(tx, 'Det åbne bord');
    if (!drawn || !open) throw new Error('The story has no focus groups');
    const [draw] = await verbs.drawsOf(tx, drawn.id);
    await verbs.callMeeting(tx, drawn, {
      on: addDays(tx.today, 9),
      starts: '19:00',
      place: 'Fælleshuset',
      agenda: 'Hvad vi vil anbefale',
    });
    const [, meeting] = await verbs.meetingsOf(tx, drawn.id);
    const all = await verbs.applicationsOf(tx, drawn.id);
    const member = all.find(({ place }) => place?.answer === 'yes') ?? all[0];
    const other = all.find(({ place }) => !place) ?? all[0];
    if (!draw || !meeting || !member || !other) throw new Error('The story has drawn nobody');
    const codes = [await newReceipt(tx, member.id), await newReceipt(tx, other.id)];
    return { drawn, open, draw, meeting, member, codes };
  });
  const at = `/fokusgrupper/${told.drawn.id}`;
  const open = `/fokusgrupper/${told.open.id}`;
  const call = await aCall(as);
  const over = await aCall(as, 'Gode gader', 1);
  const closed = await aClosedPool(as, 'Nye gårde', 'two');
  const before = await aClosedPool(as, 'Nye stier', 'public');
  const waiting = await aClosedPool(as, 'Nye døre', 'two');
  const thrown = await aClosedPool(as, 'Nye bede', 'public');
  await as('Jonas Brandt', async (tx) => must(await verbs.throwDice(tx, thrown.draw as never, 407)));
  const visit = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  return [
    ...visit(
      null,
      '/fokusgrupper',
      at,
      open,
      call,
      `${call}/tilmeld`,
      `${open}/tilmeld`,
      `${call}/tilmeld/skema`,
      `${at}/plakat`,
      '/min-plads',
    ),
    ...visit(null, ...told.codes.map((code) => `/min-plads/${code}`), `/min-plads/${await anOffer(as, closed)}`),
    ...visit(SIGNE, '/fokusgrupper', '/fokusgrupper/ny', at, `${call}/ret`, `${call}/breve`, `${call}/tilmeld`),
    ...visit(SIGNE, `${call}/profil`, `${call}/spejl`, `${call}/tilmeldte`, `${over}/tilmeldte`, `${at}/tilmeldte`),
    ...visit(SIGNE, `${at}/tilmeldte/${told.member.id}`, `${call}/tilmeldte/${await someoneIn(as, call)}`),
    ...visit(
      SIGNE,
      `${call}/traek`,
      `${closed.at}/traek`,
      `${at}/traek/${told.draw.id}`,
      `${at}/traek/${told.draw.id}/notat`,
    ),
    ...visit(
      SIGNE,
      `${closed.at}/traek/${closed.draw}`,
      `${waiting.at}/traek/${waiting.draw}`,
      `${before.at}/traek/${before.draw}`,
      `${before.at}/lodtraekning/${before.draw}`,
      `${thrown.at}/lodtraekning/${thrown.draw}`,
      `${closed.at}/traek/${closed.impossible}`,
    ),
    ...visit(SIGNE, `${at}/moeder`, `${at}/moeder/${told.meeting.id}`, `${at}/prioritering`, `${at}/anbefalinger`),
    ...visit(null, `${before.at}/lodtraekning/${before.draw}`, `${closed.at}/lodtraekning/${closed.draw}`),
    ...visit(KAREN, `${at}/spejl`, at),
  ];
}

async function someoneIn(as: As, call: string): Promise<string> {
  const [one] = await as(SIGNE, (tx) => verbs.applicationsOf(tx, call.split('/').at(-1) as never));
  if (!one) throw new Error('Nobody signed up');
  return one.id;
}

/** With two who may be one person; open, or over since so many days. */
async function aCall(as: As, called = 'Gode naboer', over = 0): Promise<string> {
  return as(SIGNE, async (now) => {
    const tx = { ...now, today: addDays(now.today, -over) };
    const panel = await aPanel(tx, { name: called, closesOn: tx.today });
    for (const name of ['Nina Rud', 'Nina K. Rud']) {
      await anApplicant(tx, panel.id, {
        name,
        address: 'Kærhaven 5, 1. tv',
        why: 'Jeg er nysgerrig.',
        onBehalf: 'paper',
      });
    }
    return `/fokusgrupper/${panel.id}`;
  });
}

interface Closed {
  readonly id: Parameters<typeof verbs.applicationsOf>[1];
  readonly at: string;
  readonly draw: string;
  readonly impossible: string;
}

/** Nobody may sign up any more; a list is ready, and one could not be made. */
async function aClosedPool(as: As, name: string, kind: 'two' | 'public'): Promise<Closed> {
  return as(SIGNE, async (tx) => {
    const panel = await aPanel(tx, { name, seats: 4 });
    must(await verbs.addSelector(tx, panel.id, await personNamed(tx, 'Jonas Brandt')));
    for (const at of [1, 2, 3, 4, 5, 6, 7, 8]) {
      await anApplicant(tx, panel.id, { name: `Beboer Nr${at}`, address: `Rugmarken ${at}`, birthYear: 1940 + at * 7 });
    }
    const cells = await verbs.cellsOf(tx, panel.id);
    const loose = cells.filter(({ feature }) => feature === 'age').map((cell) => ({ ...cell, fewest: 0, most: 4 }));
    const tight = loose.map((cell, at) => (at === 0 ? { ...cell, fewest: 4 } : { ...cell, most: 4 }));
    must(await verbs.saveProfile(tx, panel.id, tight));
    const calculated = async (kind: 'test' | 'two' | 'public') => {
      const id = must(await verbs.askDraw(tx, panel.id, kind));
      const errand = await verbs.prepareDraw(tx, id, null);
      if (errand) await (await errand())(tx);
      return id as string;
    };
    const impossible = await calculated('test');
    must(await verbs.saveProfile(tx, panel.id, loose));
    await verbs.closePool(tx, panel);
    return {
      id: panel.id,
      at: `/fokusgrupper/${panel.id}`,
      impossible,
      draw: await calculated(kind),
    };
  });
}

/** Drawn, and not answered: the code of one who was offered a seat. */
async function anOffer(as: As, { id, draw }: Closed): Promise<string> {
  await as(SIGNE, async (tx) => must(await verbs.press(tx, draw as never)));
  await as('Jonas Brandt', async (tx) => must(await verbs.press(tx, draw as never)));
  return as(SIGNE, async (tx) => {
    const offered = (await verbs.applicationsOf(tx, id)).find(({ place }) => place && place.answer === null);
    if (!offered) throw new Error('Nobody was offered a seat');
    return newReceipt(tx, offered.id);
  });
}

/** Files, and what only a draw that is running leads to. */
export const PANELS_SKIP: Readonly<Record<string, string>> = {
  'POST /fokusgrupper/:id/traek/reserve': 'stands there while a seat is free: in the gallery, and in draws.test.ts',
  'GET /fokusgrupper/:id/lodtraekning/:draw/bevis': 'a package of files: checked in the module’s tests',
};
