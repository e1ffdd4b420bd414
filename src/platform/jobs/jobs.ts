import type { TenantDb } from '../db/tenant-db.ts';

/** What a job carries: ids and codes only, never names, addresses or text. */
export type Payload = Readonly<Record<string, string | number | boolean | null>>;

/** A kind of job: its queue name (`mail.send`) and what does it, inside a transaction of the tenant that asked. */
export interface JobKind<P extends Payload = Payload> {
  readonly name: string;
  run(tx: TenantDb, payload: P): Promise<void>;
}
