import type { Role } from '../../src/kernel/actor.ts';
import type { Id } from '../../src/kernel/id.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';

/** One of each kind that the product knows, by their names in the story; a visitor has none. */
export const PEOPLE = {
  visitor: null,
  resident: 'Mette Lauridsen',
  board_member: 'Samira Haddad',
  ambassador: 'Vibeke Thorsen',
  consultant: 'Signe Højlund',
  secretariat: 'Karen Mose',
  finance: 'Lise Krogh',
  operations: 'Brian Dahl',
  municipal_officer: 'Maja Vestergaard',
  organisation_board: 'Inge Falkenberg',
  guest: 'Nanna Riis',
  catalogue_editor: 'Dragan Ilić',
} as const satisfies Partial<Record<Role | 'visitor', string | null>>;
export type Who = keyof typeof PEOPLE;

/** Who goes by this name in the story. */
export function personNamed(name: string) {
  return async ({ sql }: TenantDb): Promise<Id<'person'>> =>
    (await sql.selectFrom('person').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id;
}
