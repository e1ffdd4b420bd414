import type { RawBuilder } from 'kysely';
import type { Role } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import type { TenantDb } from '../../platform/db/tenant-db.ts';
import { type Named, namesOf, type Ref } from './store/names.ts';
import { text } from './text/names.ts';

export { addOrganisation, saveOrganisation } from './commands/houses.ts';
export {
  changeContact,
  choosePreference,
  correctPerson,
  findOrRegister,
  type Registration,
  registerPerson,
  type Somebody,
} from './commands/people.ts';
export { constituteBoard, endRole, grantRole } from './commands/roles.ts';
export { type Registered, takeBackPeople } from './commands/taking-back.ts';
export { housingFigures } from './figures.ts';
export { readContact, readPhone } from './forms.ts';
export { housingHoldings } from './holdings.ts';
export { housingJournal } from './journal.ts';
export { housingResources } from './resources.ts';
export { housingRoutes, type Neighbours } from './routes/housing.tsx';
export {
  type Board,
  type BoardMember,
  type Contact,
  type Department,
  mayBeUnder15,
  type Organisation,
  type Person,
  type PersonRefusal,
  type RoleRefusal,
  type Tenancy,
} from './rules.ts';
export { loadActor } from './store/actor.ts';
export { boardOf, type EmptiedSeat, seatsEmptiedByMoving } from './store/boards.ts';
export { contactOf, contactsOf, readersAt } from './store/contacts.ts';
export { departmentById, departmentNames, departments, organisations, ownOrganisation } from './store/departments.ts';
export { type Found, findPeople } from './store/find.ts';
export { housematesOf, livingIn, movedOutLately } from './store/households.ts';
export { contactIsTaken, personByContact, personById } from './store/people.ts';
export {
  type Given,
  type Holder,
  holdersOf,
  lockPerson,
  peopleHolding,
  rolesGivenSince,
  rolesOf,
  standingBehind,
} from './store/roles.ts';
export { insertTenancies, stairwells, tenanciesAt, tenancyById } from './store/tenancies.ts';
export {
  boardPlace,
  departmentPlace,
  departmentsPlace,
  myPagePlace,
  newPersonPlace,
  organisationBoardPlace,
  organisationsPlace,
  peoplePlace,
  personPlace,
  roleSettingsPlace,
} from './urls.ts';

/**
 * Display names by `kind:id` ("person:0198…"). Protected and unknown people read "En beboer", in the reader's language
 * when it is given, else in the tenant's. Unknown departments and organisations are absent. One question, whatever there is
 * to name; `others` is what other modules name (`kind`, `id`, `name`), asked for in the same.
 */
export async function displayNames(
  tx: TenantDb,
  refs: readonly Ref[],
  language: Language = tx.tenant.language,
  others?: RawBuilder<Named>,
): Promise<Map<string, string>> {
  const names = await namesOf(tx, refs, others);
  for (const ref of refs) {
    const key = `${ref.kind}:${ref.id}`;
    if (ref.kind === 'person' && !names.has(key)) names.set(key, text(language).aResident);
  }
  return names;
}

/** "afdelingsbestyrelse" / "department board": a role in the reader's language. */
export function roleName(role: Role, language: Language): string {
  return text(language).roles[role];
}
