import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { Database } from '../db/database.ts';
import type { Tenant, TenantDb } from '../db/tenant-db.ts';
import type { LiveHints } from '../live/hints.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Reach } from './arrival.ts';
import type { Assets } from './assets.ts';
import type { Intake } from './body.ts';
import type { Log } from './log.ts';
import type { Frame } from './page.tsx';
import type { Path } from './path.ts';
import type { Directory } from './tenants.ts';

/** What the web platform is given. The last two are what it cannot know itself: the people, and the modules' frame. */
export interface WebDeps {
  readonly database: Database;
  readonly directory: Directory;
  readonly assets: Assets;
  readonly log: Log;
  /** Word of changes, for pages that stay open. */
  readonly hints: LiveHints;
  /** What time it is; in the developer's rooms a tenant's clock can be moved. */
  clock(tenant: Tenant): Date;
  readonly secret: string;
  /** Counts what is answered, where somebody collects it. */
  readonly metrics?: Metrics | null;
  readonly reach: Reach;
  /** Memory for what is being sent; where it is not said, that which the whole process has. */
  readonly intake?: Intake;
  /** What a guest may come to, as `GET /pattern`; all else is missing to them, everything where it is not said. `home` is their front page. */
  readonly guests?: { readonly places: ReadonlySet<string>; readonly home: Path };
  /** The kinds of things that a page may ask for news of, whoever reads it; of all else nobody is told when it happens. */
  readonly followed: ReadonlySet<string>;
  loadActor(tx: TenantDb, personId: Id<'person'>): Promise<Actor | null>;
  /** `exactly`: how much waits is counted to the end, not only as far as is shown. */
  frame(
    tx: TenantDb,
    here: { readonly path: string; readonly language: Language; readonly exactly?: boolean },
  ): Promise<Frame>;
}
