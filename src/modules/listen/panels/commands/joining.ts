import { createHash } from 'node:crypto';
import { type Channel, personIdOf } from '../../../../kernel/actor.ts';
import { addressKey } from '../../../../kernel/address.ts';
import { addDays, yearOf } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { sawPeople } from '../../../../platform/privacy/looks.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { tenanciesAt } from '../../../housing/public.ts';
import { received } from '../letters/messages.ts';
import { canSignUp, type Panel } from '../rules/panel.ts';
import { type Application, type Applied, ageBand, homeKey, LOT_LENGTH, type Traits } from '../rules/people.ts';
import {
  applicationByCode,
  applicationById,
  insertApplication,
  insertReceipt,
  saveGroups,
  strikeWhy,
} from '../store/applications.ts';
import { lockPanel } from '../store/panels.ts';
import { insertPlace } from '../store/places.ts';
import { told } from './told.ts';
import { CODE_LENGTH, write } from './writing.ts';

/** What the form asks for. Where somebody lives tells which department and which kind of dwelling, when we know the home. */
export interface SignUp extends Omit<Applied, 'homeKey' | 'traits'> {
  readonly department: Id<'department'> | null;
  readonly language: string;
  readonly tenure: string;
  /** Staff write it in from paper or telephone; null when the person stands at the screen. */
  readonly onBehalf: Channel | null;
  /** What the form carried, so that it counts once, however often it is sent. */
  readonly once: string;
}

export interface SignedUp {
  readonly id: Id<'panel_application'>;
  /** Opens the person's own page; only its hash is kept. */
  readonly code: string;
}

export type SignUpRefusal = 'closed' | 'too_young' | 'department_missing';

/** Signs somebody up; in an open group they are in at once. */
export async function signUp(
  tx: TenantDb,
  panelId: Id<'panel'>,
  { department, language, tenure, onBehalf, once, ...applied }: SignUp,
): Promise<Outcome<SignedUp, SignUpRefusal>> {
  const panel = await lockPanel(tx, panelId);
  if (!panel || !canSignUp(panel, tx.today)) return refused('closed');
  if (yearOf(tx.today) - applied.birthYear < panel.minAge) return refused('too_young');
  const homes = await tenanciesAt(tx, applied.address);
  const inDepartment = homes.find((one) => one.departmentId === department);
  const home = inDepartment ?? homes[0];
  const sure = inDepartment ?? (homes.length === 1 ? home : undefined);
  const departmentId = home?.departmentId ?? department;
  if (!departmentId) return refused('department_missing');
  const code = codeFrom(once, [panelId, applied, department, language, tenure]);
  const before = await applicationByCode(tx, code);
  if (before) return ok({ id: before.id, code });
  const traits: Traits = {
    age: ageBand(applied.birthYear, tx.today),
    department: departmentId,
    dwelling: home?.kind ?? '',
    language,
    tenure,
  };
  const me = personIdOf(tx.actor);
  const id = await insertApplication(tx, {
    ...applied,
    homeKey: sure ? addressKey(sure) : homeKey(applied.address),
    traits,
    panelId,
    lot: newTypedCode(LOT_LENGTH),
    personId: onBehalf ? null : me,
    channel: onBehalf ?? tx.channel,
    registeredBy: onBehalf ? me : null,
  });
  await insertReceipt(tx, id, code);
  if (panel.kind === 'open') {
    await insertPlace(tx, { panelId, applicationId: id, drawId: null, answerBy: addDays(tx.today, 0), taken: true });
  }
  told(tx, 'applied', panelId, { channel: onBehalf });
  const application = await applicationById(tx, id);
  if (application) await write(tx, application, received(panel));
  return ok({ id, code });
}

/**
 * The same words from the same form have the same code, so that "back" and "send" again is not a second one. All the words: who
 * shares the net with a neighbour, and so their form, is not let in on the neighbour's page by knowing name and address.
 */
function codeFrom(once: string, words: readonly unknown[]): string {
  if (!once) return newTypedCode(CODE_LENGTH);
  const bytes = createHash('sha256')
    .update(JSON.stringify([once, ...words]))
    .digest();
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join('');
}
/** As `newTypedCode` has them. */
const SIGNS = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A selector puts right where somebody lives and which groups they belong to; not once the pool is closed. */
export async function correct(
  tx: TenantDb,
  panel: Panel,
  id: Id<'panel_application'>,
  { address, ...traits }: Traits & { readonly address: string },
): Promise<Outcome<null, 'locked'>> {
  if ((await lockPanel(tx, panel.id))?.locked) return refused('locked');
  const [home] = (await tenanciesAt(tx, address)).filter(({ departmentId }) => departmentId === traits.department);
  await saveGroups(tx, id, { ...traits, address, home_key: home ? addressKey(home) : homeKey(address) });
  told(tx, 'corrected', panel.id, { application: id });
  return ok(null);
}

/** Words about health, or about others, are struck out for good. */
export async function strike(tx: TenantDb, panel: Panel, id: Id<'panel_application'>): Promise<void> {
  await strikeWhy(tx, id);
  told(tx, 'struck', panel.id, { application: id });
}

/** A selector saw these people's names: written down where they are known here, and in the journal how many they were. */
export async function sawApplicants(
  tx: TenantDb,
  panelId: Id<'panel'>,
  seen: readonly Application[],
  why: 'page' | 'list' | 'letters',
): Promise<void> {
  await sawPeople(
    tx,
    why,
    seen.flatMap(({ personId }) => personId ?? []),
  );
  if (seen.length > 0) told(tx, 'seen', panelId, { people: seen.length, how: why });
}
