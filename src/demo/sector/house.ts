import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { addDays, type Day, MS_PER_DAY } from '../../kernel/day.ts';
import { quoted } from '../../platform/backup/manifest.ts';
import { BEGINNING, hashOf, hex } from '../../platform/journal/chain.ts';
import type { Happening } from './history.ts';
import type { PlannedHouse } from './sizes.ts';
import type { Template } from './template.ts';

/** What ended has also happened this long before: an ended initiative in each quarter of the year before the story. */
const YEARS_BEFORE = [300, 390, 480, 570].map((days, at) => ({ days, mark: at + 1 }));

/** Tables in which an initiative that has ended leaves rows, beside the journal. */
const LEFT_BY_ENDED = new Set([
  'initiative',
  'initiative_department',
  'initiative_driver',
  'initiative_driver_ask',
  'initiative_driver_answer',
  'initiative_parking',
  'initiative_waking',
  'initiative_end',
  'initiative_standing',
  'initiative_step',
  'initiative_step_end',
  'search_entry',
  'thread_heard',
]);

const ID = /([0-9a-f]{8}-[0-9a-f]{4}-)(7[0-9a-f]{3})-[0-9a-f]{4}(-[0-9a-f]{12})/g;
const ANY_ID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;
const DAY = /\b20\d\d-\d\d-\d\d\b/g;

/**
 * Puts one house into the database, in the transaction of `client`, as superuser: the template's rows with ids of its
 * own, what it lived through before, and its journal as a chain of its own. Answers how many rows.
 */
export async function putHouse(
  client: pg.ClientBase,
  template: Template,
  house: PlannedHouse,
  name: string,
): Promise<number> {
  await client.query(`set local session_replication_role = replica; set local timezone = 'UTC'`);
  const mark = (0x8000 + house.number).toString(16);
  const own = (text: string) => text.replace(ID, `$1$2-${mark}$3`).replaceAll('Lyngbakken', name);
  const tenantId = own(template.tenantId);
  let count = 0;
  for (const table of template.tables) {
    // The house's own name and address: the rest of its row is the story's.
    if (table.name === 'tenant') await putTenant(client, tenantId, house, name);
    else count += await copyIn(client, table.name, table.columns, [own(table.rows), ...earlier(template, table, own)]);
  }
  return count + (await putJournal(client, tenantId, template, own));
}

async function putTenant(client: pg.ClientBase, id: string, { slug }: PlannedHouse, name: string): Promise<void> {
  await client.query('insert into tenant (id, slug, name, colour) values ($1, $2, $3, $4)', [
    id,
    slug,
    `Boligforeningen ${name}`,
    '#2f6f4f',
  ]);
}

function earlier(
  template: Template,
  { name, rows }: Template['tables'][number],
  own: (text: string) => string,
): string[] {
  if (!LEFT_BY_ENDED.has(name)) return [];
  // A row begins with its house and with what it is, or what it belongs to.
  const lines = rows.split('\n').filter((line) => template.ended.has(line.match(ANY_ID)?.[1] ?? ''));
  const text = lines.map((line) => `${line}\n`).join('');
  return YEARS_BEFORE.map(({ days, mark }) =>
    own(marked(text, template.ended, mark).replace(DAY, (day) => addDays(day as Day, -days))),
  );
}

/** Ids of what ended become another's, born at the same time. */
function marked(text: string, ended: ReadonlySet<string>, mark: number): string {
  return text.replace(ID, (id, before: string, third: string) => {
    if (!ended.has(id)) return id;
    // By exclusive or, no mark leaves an id as it was.
    const digit = (Number.parseInt(third.charAt(1), 16) ^ mark).toString(16);
    return `${before}7${digit}${third.slice(2)}${id.slice(18)}`;
  });
}

async function copyIn(
  client: pg.ClientBase,
  table: string,
  columns: string,
  pieces: Iterable<string>,
): Promise<number> {
  const copy = client.query(copyFrom(`copy ${quoted(table)} (${columns}) from stdin`));
  await pipeline(Readable.from(pieces, { objectMode: false }), copy);
  return copy.rowCount;
}

const JOURNAL =
  'tenant_id, seq, at, kind, actor_kind, actor_id, channel, subject_kind, subject_id, thread_id, facts, previous_hash, hash';

async function putJournal(
  client: pg.ClientBase,
  tenantId: string,
  template: Template,
  own: (text: string) => string,
): Promise<number> {
  let seq = 0;
  let hash = BEGINNING;
  function* lines(): Generator<string> {
    let held: string[] = [];
    for (const told of happenings(template)) {
      seq += 1;
      const link = {
        ...told,
        tenantId,
        seq,
        actorId: told.actorId && own(told.actorId),
        subjectId: own(told.subjectId),
        threadId: told.threadId && own(told.threadId),
        facts: JSON.parse(own(told.facts)) as Record<string, string | number | boolean | null>,
        previousHash: hash,
      };
      hash = hashOf(link);
      held.push(journalLine(link, hash));
      if (held.length < 500) continue;
      yield held.join('');
      held = [];
    }
    if (held.length > 0) yield held.join('');
  }
  const count = await copyIn(client, 'journal_entry', JOURNAL, lines());
  await client.query('insert into journal_head (tenant_id, seq, hash) values ($1, $2, $3)', [
    tenantId,
    seq,
    Buffer.from(hash),
  ]);
  return count;
}

/** What happened in the house, with what happened in the years before, oldest first. */
const told = new WeakMap<Template, readonly Happening[]>();

function happenings(template: Template): readonly Happening[] {
  const known = told.get(template);
  if (known) return known;
  const { history, ended } = template;
  const before = history.filter(({ threadId }) => threadId !== null && ended.has(threadId));
  const shifted = YEARS_BEFORE.flatMap(({ days, mark }) => {
    const again = (text: string) => marked(text, ended, mark);
    return before.map((one) => ({
      ...one,
      at: new Date(one.at.getTime() - days * MS_PER_DAY),
      subjectId: again(one.subjectId),
      threadId: one.threadId && again(one.threadId),
      facts: again(one.facts),
    }));
  });
  const all = [...shifted, ...history].sort((one, other) => one.at.getTime() - other.at.getTime());
  told.set(template, all);
  return all;
}

function journalLine(link: Parameters<typeof hashOf>[0], hash: Uint8Array): string {
  const fields = [
    link.tenantId,
    String(link.seq),
    link.at.toISOString(),
    link.kind,
    link.actorKind,
    link.actorId,
    link.channel,
    link.subjectKind,
    link.subjectId,
    link.threadId,
    JSON.stringify(link.facts),
    `\\x${hex(link.previousHash)}`,
    `\\x${hex(hash)}`,
  ];
  return `${fields.map(copied).join('\t')}\n`;
}

/** One field as COPY reads it. */
function copied(field: string | null): string {
  if (field === null) return '\\N';
  return field.replaceAll('\\', '\\\\').replaceAll('\n', '\\n').replaceAll('\t', '\\t').replaceAll('\r', '\\r');
}
