import type { Html } from '#jsx/jsx-runtime';
import type { Role } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import type { Person } from '../rules.ts';
import { boardRoutes } from './boards.tsx';
import { departmentRoutes } from './departments.tsx';
import { mergingRoutes } from './merging.tsx';
import { myPageRoutes } from './my-page.tsx';
import { organisationRoutes } from './organisations.tsx';
import { peopleRoutes } from './people.tsx';
import { personActRoutes } from './person-acts.tsx';

/** What other modules show on the pages of housing; given by the contents page, since housing knows none of them. */
export interface Neighbours {
  /** How many initiatives each department has; departments without any may be left out. */
  initiativeCounts?(tx: TenantDb): Promise<ReadonlyMap<Id<'department'>, number>>;
  /** What grows in a department, on its page. */
  inDepartment?(visit: Visit, departmentId: Id<'department'>): Promise<Html | null>;
  /** A department's board has constituted itself. */
  afterConstitution?(tx: TenantDb, departmentId: Id<'department'>): Promise<void>;
  /** Somebody was given a role on their page. */
  roleGiven?(tx: TenantDb, given: { readonly personId: Id<'person'>; readonly role: Role }): Promise<void>;
  /** Staff have written another e-mail or telephone than `before` on a person. */
  contactMoved?(tx: TenantDb, before: Person, now: Pick<Person, 'email' | 'phone'>): Promise<void>;
  /** Two records became one, by somebody else's hand: who signs in by the one is now the other too. */
  peopleMerged?(tx: TenantDb, ids: readonly Id<'person'>[]): Promise<void>;
  /** On "Min side": devices, topics, my data. */
  onMyPage?(visit: Visit, personId: Id<'person'>): Promise<Html | null>;
  /** Where a person changes their own e-mail and telephone. */
  readonly myAddressHref?: Path;
  /** Where departments and homes are imported. */
  readonly importHref?: Path;
}

export function housingRoutes(web: Web, neighbours: Neighbours = {}): void {
  departmentRoutes(web, neighbours);
  boardRoutes(web, neighbours);
  organisationRoutes(web);
  peopleRoutes(web, neighbours);
  personActRoutes(web, neighbours);
  mergingRoutes(web, neighbours);
  myPageRoutes(web, neighbours);
}
