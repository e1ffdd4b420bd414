import type { Actor } from '../../../kernel/actor.ts';
import { addDays, type Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { kroner, type Ore } from '../../../kernel/money.ts';
import type { Outcome } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { loadActor } from '../../housing/public.ts';
import { aDepartment, aPerson } from '../../housing/seed.ts';
import { anInitiative } from '../../initiatives/seed.ts';
import { claimMoney, settleClaim } from '../fund/public.ts';
import { advise, aFund, anApplication, answer, type Told } from '../fund/seed.ts';
import { closeByHand, releaseRest } from './commands/ending.ts';
import { giveFeedback, showWords } from './commands/feedback.ts';
import { remindAll } from './commands/morning.ts';
import { addPhoto, showPhoto } from './commands/photos.ts';
import type { ApplicationId } from './rules/case.ts';
import type { Answers } from './rules/feedback.ts';

/** An invoice came and was paid, as far as the fund's money knows. */
export async function paidInvoice(tx: TenantDb, id: ApplicationId, amount: Ore, on: Day = tx.today): Promise<void> {
  const claimId = must(await claimMoney(tx, id, { amount, reference: 'F-1' }), 'claim');
  must(await settleClaim(tx, claimId, on), 'settle');
}

/** It went well. */
export function someAnswers(wanted: Partial<Answers> = {}): Answers {
  return { came: 42, best: 'Naboer, der aldrig havde talt sammen, sad ved samme bord.', differently: '', ...wanted };
}

/** The verbs of the end of a case, for a story told event by event. */
export const verbs = { giveFeedback, addPhoto, showPhoto, showWords, releaseRest, closeByHand, remindAll };

/** Where several people act, each in a transaction of their own: a house of a test, or of the demo. */
export interface Acting {
  tx<T>(work: (tx: TenantDb) => Promise<T>): Promise<T>;
  as<T>(actor: Actor, work: (tx: TenantDb) => Promise<T>): Promise<T>;
}

/** One transaction as this person. */
export async function by<T>(house: Acting, personId: Id<'person'>, work: (tx: TenantDb) => Promise<T>): Promise<T> {
  const actor = await house.tx((tx) => loadActor(tx, personId));
  if (!actor) throw new Error(`Cannot act as ${personId}: there is no such person`);
  return house.as(actor, work);
}

/** A fund with its people, and Mette's application for 4.000 kr. to something that is held in 40 days. */
export async function anAskedFor(
  house: Acting,
  wanted: Parameters<typeof anApplication>[2] = {},
  addresses: { readonly signe?: string; readonly mette?: string } = {},
) {
  const people = await house.tx(async (tx) => ({
    departmentId: await aDepartment(tx),
    signe: await aPerson(tx, {
      name: 'Signe Krog',
      ...(addresses.signe ? { email: addresses.signe } : {}),
      roles: ['consultant'],
    }),
    inge: await aPerson(tx, { name: 'Inge Falk', roles: ['organisation_board'] }),
    mette: await aPerson(tx, { name: 'Mette Holm', ...(addresses.mette ? { email: addresses.mette } : {}) }),
    poul: await aPerson(tx, { name: 'Poul Dahl' }),
    fundId: await aFund(tx),
    heldOn: addDays(tx.today, 40),
  }));
  const initiativeId = await house.tx((tx) => anInitiative(tx, { status: 'under_way', by: people.mette }));
  const id = await by(house, people.mette, (tx) =>
    anApplication(tx, people.fundId, { applicantId: people.mette, initiativeId, ...wanted }),
  );
  return { ...people, initiativeId, id };
}

/** The same, and the board has said yes. */
export async function aPromised(...asked: Parameters<typeof anAskedFor>) {
  const [house] = asked;
  const all = await anAskedFor(...asked);
  const told = { key: 'promised', decision: YES } as unknown as Told;
  await by(house, all.signe, (tx) => advise(tx, all.id, told));
  await by(house, all.inge, (tx) => answer(tx, all.id, told, 'OB, punkt 4'));
  return all;
}

const YES: Told['decision'] = { result: 'commit', amount: kroner(4_000), terms: '', words: 'Godt.' };

function must<T, R>(outcome: Outcome<T, R>, what: string): T {
  if (outcome.ok) return outcome.value;
  throw new Error(`Cannot tell "${what}": ${JSON.stringify(outcome.refusal)}`);
}
