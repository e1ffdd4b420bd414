import type pg from 'pg';
import { getConstructionPlans } from 'pg-boss';

export async function installJobQueue(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query(`select to_regnamespace('pgboss') is not null as there`);
  if (!rows[0]?.there) await client.query(getConstructionPlans('pgboss'));
}
