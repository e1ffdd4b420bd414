import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { inspectBackup, restore } from '../../src/platform/backup/restore.ts';
import type { Database } from '../../src/platform/db/database.ts';
import { tenantBySlug } from '../../src/platform/db/tenants.ts';
import { verifyJournal } from '../../src/platform/journal/verify.ts';
import type { Deeds, TakenBackup } from './deeds.ts';
import type { House } from './house.ts';

/** What was told to people is there, and nothing is there twice. Asked right after a kill, before the jobs have caught up. */
export async function nothingLost(
  database: Database,
  deeds: Pick<Deeds, 'ideas' | 'uploads'>,
  when: string,
): Promise<void> {
  const ideas = await counted(
    database,
    `select i.said as what, count(*)::int as times,
       count(distinct t.id)::int as turns, count(distinct j.seq)::int as told
     from idea i
     left join turn t on t.tenant_id = i.tenant_id and t.subject_id = i.id::text and t.kind = 'idea.read'
     left join journal_entry j on j.tenant_id = i.tenant_id and j.subject_id = i.id::text and j.kind = 'idea.posted'
     where i.said like 'Idé nummer %' group by i.said, i.id`,
  );
  for (const { said, acknowledged } of deeds.ideas) {
    const rows = ideas.filter(({ what }) => what === said);
    assert.ok(rows.length <= 1, `${when}: "${said}" is there ${rows.length} times`);
    if (acknowledged) assert.equal(rows.length, 1, `${when}: "${said}" was acknowledged and is lost`);
    for (const { turns, told } of rows) assert.deepEqual([turns, told], [1, 1], `${when}: "${said}" and its turn`);
  }
  const { rows: files } = await database.pool.query<{ sha: string; times: number; kept: boolean }>(
    `select encode(f.sha256, 'hex') as sha, count(distinct v.id)::int as times,
       bool_and(sha256(b.content) = f.sha256) as kept
     from file f
     join file_blob b on b.tenant_id = f.tenant_id and b.sha256 = f.sha256
     left join invoice v on v.tenant_id = f.tenant_id and v.file_id = f.id
     where f.name like 'regning-%' group by f.sha256`,
  );
  const kept = new Map(files.map((file) => [file.sha, file]));
  for (const { sha256, acknowledged } of deeds.uploads) {
    const file = kept.get(sha256.toString('hex'));
    if (acknowledged) assert.ok(file, `${when}: a file was acknowledged and is lost`);
    if (file) assert.deepEqual([file.times, file.kept], [1, true], `${when}: a file and its invoice`);
  }
}

/** Every backup that lies there under its name is whole: one that was killed left none. */
export async function backupsWhole({ backups }: Deeds): Promise<number> {
  const there = backups.filter(({ path }) => existsSync(path));
  for (const { path } of there) await inspectBackup({ path, key: null });
  for (const { path, acknowledged } of backups) if (acknowledged) assert.ok(existsSync(path), 'a backup is lost');
  return there.length;
}

/** An acknowledged backup, brought back elsewhere, holds what had been acknowledged when it began, and its journal verifies. */
export async function bringsBack(elsewhere: Database, { path, before, acknowledged }: TakenBackup): Promise<void> {
  assert.ok(acknowledged, 'a backup that nobody disturbed was not acknowledged');
  assert.ok(before.ideas.length > 0 && before.uploads.length > 0, 'nothing was there to be brought back');
  await restore(elsewhere, { path, key: null }, { replace: true, withoutJobs: true });
  await nothingLost(elsewhere, before, 'in the backup');
  const tenant = await tenantBySlug(elsewhere, 'lyngbakken');
  assert.ok(tenant);
  assert.deepEqual((await verifyJournal(elsewhere, tenant)).problems, []);
}

const PATIENCE_MS = 180_000;

/** Waits until the jobs have caught up. */
export async function settle(house: House): Promise<void> {
  const deadline = Date.now() + PATIENCE_MS;
  for (;;) {
    const [waiting] = await house.look(async ({ pool }) => {
      // What was killed several times waits longer each time; that wait is not what is tried here.
      await pool.query(
        `update pgboss.job_common set start_after = now() where state = 'retry' and start_after > now()`,
      );
      const { rows } = await pool.query<{ waiting: number; failed: number }>(
        `select count(*) filter (where name = 'work' and (state = 'active' or state < 'active' and start_after < now() + interval '2 minutes'))::int as waiting,
           count(*) filter (where name = 'dead' or state = 'failed')::int as failed
         from pgboss.job_common where data ->> 'kind' in ('signin.send_code', 'turns.send', 'tenancy_import.rows') or name = 'dead'`,
      );
      return rows;
    });
    if (waiting?.waiting === 0) {
      assert.equal(waiting.failed, 0, 'a job was given up');
      return;
    }
    assert.ok(Date.now() < deadline, `${waiting?.waiting} jobs still wait`);
    await sleep(500);
  }
}

/** When all has been done: each import whole or not begun, each mail once to its reader, the journal unbroken. */
export async function allDoneOnce(house: House, deeds: Deeds): Promise<{ again: number; entries: number }> {
  const { homes, verdict } = await house.look(async (database) => {
    const tenant = await tenantBySlug(database, 'lyngbakken');
    assert.ok(tenant);
    const { rows } = await database.pool.query<{ street: string; homes: number; addresses: number }>(
      `select street, count(*)::int as homes, count(distinct address_key)::int as addresses
       from tenancy where street like 'Drabevej%' group by street`,
    );
    await nothingLost(database, deeds, 'at the end');
    return { homes: new Map(rows.map((row) => [row.street, row])), verdict: await verifyJournal(database, tenant) };
  });
  assert.deepEqual(verdict.problems, []);
  for (const { street, homes: wanted, acknowledged } of deeds.imports) {
    const found = homes.get(street);
    if (acknowledged) assert.ok(found, `the import of ${street} was acknowledged and is lost`);
    if (found) assert.deepEqual([found.homes, found.addresses], [wanted, wanted], `the import of ${street}`);
  }
  let again = 0;
  // Those of the house get what their work brings; a stranger gets one answer to one thing.
  const strangers = [...house.mails].filter(([to]) => to.endsWith('@prove.test'));
  for (const [to, ids] of strangers) {
    again += ids.length - 1;
    assert.equal(new Set(ids).size, 1, `${to} got two different mails`);
  }
  for (const { to, acknowledged } of deeds.mails) {
    const ids = house.mails.get(to) ?? [];
    if (acknowledged) assert.equal(new Set(ids).size, 1, `${to} was promised a mail`);
  }
  return { again, entries: verdict.entries };
}

async function counted(database: Database, sql: string) {
  const { rows } = await database.pool.query<{ what: string; times: number; turns: number; told: number }>(sql);
  return rows;
}
