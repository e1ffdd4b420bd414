import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { fundById } from '../../decide/fund/public.ts';
import type { Registered } from '../../housing/public.ts';
import { latestImports, takeBackImport, tracesOfImport } from '../../tenancy-import/public.ts';
import type { StepName } from '../rules/steps.ts';
import type { Loss, UndoRefusal } from '../rules/undo.ts';
import { lastAct, lockLastAct, markUndone } from '../store/acts.ts';
import { standingInvitation } from '../store/invitations.ts';
import { latestMailTest } from '../store/mail-tests.ts';
import { undoChecks } from './checks.ts';
import { undoFund } from './fund.ts';
import { houseBefore, undoHouse, undoLook } from './house.ts';
import { undoInvitation } from './invitation.ts';
import { undoPeople } from './people.ts';
import { note } from './progress.ts';

/** Null when nothing was done in the step from here that can be taken back. */
export async function lossOf(tx: TenantDb, step: StepName): Promise<Loss | null> {
  if (step === 'homes') return lossOfHomes(tx);
  if (step === 'invitation') {
    const invitation = await standingInvitation(tx);
    return invitation && { step, printed: invitation.printedAt !== null };
  }
  if (step === 'checks') return (await lastAct(tx, step)) || (await latestMailTest(tx)) ? { step } : null;
  const act = await lastAct(tx, step);
  if (!act) return null;
  if (step === 'house') return { step, name: (await houseBefore(tx)) ?? '' };
  if (step === 'people') {
    const { people, grants } = act.facts as Registered;
    return { step, people: people.length, roles: grants.length };
  }
  if (step !== 'fund') return { step };
  const { fund: id } = act.facts as { fund: Id<'fund'> };
  const fund = await fundById(tx, id);
  return fund && { step, name: fund.name, invited: (await standingInvitation(tx))?.fundId === id };
}

async function lossOfHomes(tx: TenantDb): Promise<Loss | null> {
  const newest = await newestImport(tx);
  if (!newest) return null;
  const traces = await tracesOfImport(tx, newest.id);
  return { step: 'homes', file: newest.fileName, traces, changed: newest.changed };
}

async function newestImport(tx: TenantDb) {
  const FEW = 20;
  return (await latestImports(tx, FEW)).find((one) => one.finishedAt && !one.takenBackAt) ?? null;
}

/** Takes back the last thing that was done in a step. */
export async function undoStep(tx: TenantDb, step: StepName): Promise<Outcome<null, UndoRefusal>> {
  const done = await undo(tx, step);
  if (done.ok) note(tx, 'undone', step);
  return done;
}

async function undo(tx: TenantDb, step: StepName): Promise<Outcome<null, UndoRefusal>> {
  if (step === 'homes') {
    const newest = await newestImport(tx);
    if (!newest) return refused('nothing');
    const taken = await takeBackImport(tx, newest.id);
    return taken.ok ? ok(null) : refused(taken.refusal === 'in_use' ? 'in_use' : 'nothing');
  }
  if (step === 'invitation') {
    if (!(await standingInvitation(tx))) return refused('nothing');
    await undoInvitation(tx);
    return ok(null);
  }
  if (step === 'checks') {
    if (!(await lossOf(tx, step))) return refused('nothing');
    await undoChecks(tx);
    return ok(null);
  }
  const act = await lockLastAct(tx, step);
  if (!act) return refused('nothing');
  const undone = step === 'fund' ? await undoFund(tx, act.facts) : ok(null);
  if (!undone.ok) return undone;
  if (step === 'house') await undoHouse(tx, act.facts);
  if (step === 'look') await undoLook(tx, act.facts);
  if (step === 'people') await undoPeople(tx, act.facts);
  await markUndone(tx, act.id);
  return ok(null);
}
