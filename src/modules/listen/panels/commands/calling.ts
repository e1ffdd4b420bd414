import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { loadActor } from '../../../housing/public.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { cannotSelect } from '../access.ts';
import { brokenPromise, type Panel, type PanelWords, type Promised } from '../rules/panel.ts';
import {
  type Cell,
  type CombinationRefusal,
  combinationRefusal,
  combinationsOf,
  countsFrom,
  plainCells,
  proposeCells,
  reflect,
} from '../rules/profile.ts';
import { applicationPage } from '../store/applications.ts';
import {
  deleteSelector,
  endPanel as end,
  insertPanel,
  insertSelector,
  lockPanel,
  selectorsOf,
  updatePanel,
} from '../store/panels.ts';
import { cellsOf, countResidents, saveCells } from '../store/profile.ts';
import { told } from './told.ts';

/** A new focus group, with the profile that the house's own figures give. Who opens it is the first selector. */
export async function openPanel(tx: TenantDb, words: PanelWords): Promise<Id<'panel'>> {
  const id = await insertPanel(tx, words, personIdOf(tx.actor));
  await insertSelector(tx, id, actingPerson(tx));
  await saveCells(tx, id, proposeCells(countsFrom(await countResidents(tx), tx.today), words.seats));
  told(tx, 'opened', id, { what: words.kind });
  return id;
}

/** `locked`: seats are being drawn, and what was promised stands. So does what those who have signed up were told. */
export async function changePanel(
  tx: TenantDb,
  id: Id<'panel'>,
  words: PanelWords,
  version: number,
): Promise<Outcome<null, 'meanwhile' | 'locked' | Promised>> {
  const panel = await lockPanel(tx, id);
  if (panel?.locked && (panel.seats !== words.seats || panel.boardLimit !== words.boardLimit)) return refused('locked');
  const broken = panel && brokenPromise(panel, words);
  if (broken && (await applicationPage(tx, id, 1)).rows.length > 0) return refused(broken);
  if (!(await updatePanel(tx, id, words, version))) return refused('meanwhile');
  told(tx, 'changed', id);
  return ok(null);
}

export async function endPanel(tx: TenantDb, panel: Panel): Promise<void> {
  await end(tx, panel.id);
  await closeTurns(tx, { subject: { kind: 'panel', id: panel.id } });
  told(tx, 'ended', panel.id);
}

export async function addSelector(
  tx: TenantDb,
  id: Id<'panel'>,
  personId: Id<'person'>,
): Promise<Outcome<null, 'board' | 'outsider'>> {
  const actor = await loadActor(tx, personId);
  const wrong = actor ? cannotSelect(actor) : 'outsider';
  if (wrong) return refused(wrong);
  await insertSelector(tx, id, personId);
  told(tx, 'selector_added', id, { person: personId });
  await openTurn(tx, {
    kind: 'panel.select',
    subject: toSelect(id, personId),
    assignee: { personId },
    facts: { panel: id },
  });
  return ok(null);
}

/** Each selector has a turn of their own, so that one who looks does not look for the other. */
function toSelect(id: Id<'panel'>, personId: Id<'person'>) {
  return { kind: 'panel_selector', id: `${id} ${personId}` };
}

/** The selector has seen who signed up. */
export async function haveLooked(tx: TenantDb, id: Id<'panel'>): Promise<void> {
  await closeTurns(tx, { subject: toSelect(id, actingPerson(tx)) });
}

/** `last`: nobody would be left who can see who applied. */
export async function removeSelector(
  tx: TenantDb,
  id: Id<'panel'>,
  personId: Id<'person'>,
): Promise<Outcome<null, 'last'>> {
  await lockPanel(tx, id);
  if ((await selectorsOf(tx, id)).filter((one) => one !== personId).length === 0) return refused('last');
  await deleteSelector(tx, id, personId);
  await closeTurns(tx, { subject: toSelect(id, personId) });
  told(tx, 'selector_left', id, { person: personId });
  return ok(null);
}

export type ProfileRefusal = 'locked' | 'sum_low' | 'sum_high';

/** Bounds and counts as the organisers wrote them. */
export async function saveProfile(
  tx: TenantDb,
  id: Id<'panel'>,
  cells: readonly Cell[],
): Promise<Outcome<null, ProfileRefusal>> {
  const panel = await lockPanel(tx, id);
  if (!panel || panel.locked) return refused('locked');
  const wrong = reflect(cells, [], [], panel.seats).find(
    ({ problem }) => problem === 'sum_low' || problem === 'sum_high',
  );
  if (wrong?.problem === 'sum_low' || wrong?.problem === 'sum_high') return refused(wrong.problem);
  const kept = [...plainCells(cells), ...combinationsOf(cells, cells)];
  await saveCells(tx, id, kept);
  told(tx, 'profiled', id, { cells: kept.length });
  return ok(null);
}

/** A bound for those who belong to two groups at once. `gone`: one of the groups is not in the profile any more. */
export async function addCombination(
  tx: TenantDb,
  id: Id<'panel'>,
  wanted: { readonly one: string; readonly other: string; readonly fewest: number; readonly most: number },
): Promise<Outcome<null, CombinationRefusal | 'locked' | 'gone'>> {
  const panel = await lockPanel(tx, id);
  if (!panel || panel.locked) return refused('locked');
  const cells = await cellsOf(tx, id);
  const [one, other] = [wanted.one, wanted.other].map((part) => plainCells(cells).find((cell) => cell.id === part));
  if (!one || !other) return refused('gone');
  const wrong = combinationRefusal(cells, [one, other], wanted.fewest);
  if (wrong) return refused(wrong);
  const { feature, codes } = other;
  const { fewest, most } = wanted;
  await saveCells(tx, id, [...cells, { ...one, also: { feature, codes }, people: 0, fewest, most }]);
  told(tx, 'profiled', id, { cells: cells.length + 1 });
  return ok(null);
}

export async function removeCombination(tx: TenantDb, id: Id<'panel'>, cell: string): Promise<Outcome<null, 'locked'>> {
  const panel = await lockPanel(tx, id);
  if (!panel || panel.locked) return refused('locked');
  const cells = await cellsOf(tx, id);
  const kept = cells.filter((one) => one.id !== cell || !one.also);
  await saveCells(tx, id, kept);
  told(tx, 'profiled', id, { cells: kept.length });
  return ok(null);
}

/** The profile anew, from today's figures; combinations stay where their groups do. */
export async function countAnew(tx: TenantDb, id: Id<'panel'>): Promise<Outcome<null, 'locked'>> {
  const panel = await lockPanel(tx, id);
  if (!panel || panel.locked) return refused('locked');
  const proposed = proposeCells(countsFrom(await countResidents(tx), tx.today), panel.seats);
  const cells = [...proposed, ...combinationsOf(await cellsOf(tx, id), proposed)];
  await saveCells(tx, id, cells);
  told(tx, 'profiled', id, { cells: cells.length });
  return ok(null);
}
