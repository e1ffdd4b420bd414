import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { personIdOf } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import type { TenantDb } from '../db/tenant-db.ts';
import { cleanPicture, PICTURES, type Picture, type PictureLimits } from './clean-picture.ts';
import { endingOf, type FileKind, kindOf, NATURES, nameFits } from './kinds.ts';

/** Something sent in. */
export interface Upload {
  readonly bytes: Uint8Array;
  /** As the sender's machine calls it; made harmless before it is kept. */
  readonly name: string;
  /** What it is for, in code: `sheet_photo`, `invoice`. */
  readonly purpose: string;
  /** Kinds that are welcome here. */
  readonly allow: readonly FileKind[];
  /** Of what was sent; 10 MB unless said. */
  readonly maxBytes?: number;
  /** Pictures are written anew, without place and time of the camera, unless they are `as_sent`. */
  readonly pictures?: 'as_sent' | PictureLimits;
}

/** Why a file is not taken. The module says it in words. */
export type FileRefusal =
  | 'empty'
  | 'too_large'
  | 'kind_unknown'
  | 'kind_not_allowed'
  | 'not_what_the_name_says'
  | 'picture_broken'
  | 'picture_too_many_pixels'
  | 'picture_cannot_be_cleaned';

export interface StoredFile {
  readonly id: Id<'file'>;
  readonly name: string;
  readonly kind: FileKind;
  /** In bytes. */
  readonly size: number;
  readonly purpose: string;
}

/** A file with its content, ready for `visit.file(…)`. */
export interface FileWithContent extends StoredFile {
  readonly bytes: Uint8Array;
  /** For the header `Content-Type`. */
  readonly type: string;
  /** A browser may show it in its place; everything else is saved. */
  readonly inline: boolean;
}

const MOST_BYTES = 10 * 1024 * 1024;
const LONGEST_NAME = 120;

/** Takes a file, or says why not. The same content is kept once per tenant. Whether the person may is decided before. */
export async function saveFile(tx: TenantDb, upload: Upload): Promise<Outcome<StoredFile, FileRefusal>> {
  const { bytes, allow, maxBytes = MOST_BYTES } = upload;
  if (bytes.length === 0) return refused('empty');
  if (bytes.length > maxBytes) return refused('too_large');
  const kind = await kindOf(bytes, upload.name);
  if (!kind) return refused('kind_unknown');
  if (!allow.includes(kind)) return refused('kind_not_allowed');
  if (!nameFits(upload.name, kind)) return refused('not_what_the_name_says');
  const content = await contentToKeep(upload, kind);
  if (!content.ok) return content;
  return ok(await keep(tx, content.value, kind, upload));
}

async function contentToKeep(
  { bytes, pictures = {} }: Upload,
  kind: FileKind,
): Promise<Outcome<Uint8Array, FileRefusal>> {
  if (!PICTURES.includes(kind) || pictures === 'as_sent') return ok(bytes);
  // The decoder for HEIC is under patents and not in our library.
  if (kind === 'heic') return refused('picture_cannot_be_cleaned');
  return cleanPicture(bytes, kind as Picture, pictures);
}

async function keep(tx: TenantDb, content: Uint8Array, kind: FileKind, upload: Upload): Promise<StoredFile> {
  const sha256 = createHash('sha256').update(content).digest();
  await tx.sql
    .insertInto('file_blob')
    .values({ sha256, content: Buffer.from(content) })
    // The update holds on to content that somebody is about to clear away.
    .onConflict((conflict) => conflict.columns(['tenant_id', 'sha256']).doUpdateSet({ sha256 }))
    .execute();
  const row = await tx.sql
    .insertInto('file')
    .values({
      sha256,
      name: harmlessName(upload.name, kind),
      kind,
      size: content.length,
      purpose: upload.purpose,
      saved_at: tx.now,
      saved_by: personIdOf(tx.actor),
    })
    .returning(['id', 'name', 'size', 'purpose'])
    .executeTakeFirstOrThrow();
  return { ...row, kind };
}

/** The file with its content. Null when there is none. */
export async function readFile(tx: TenantDb, id: Id<'file'>): Promise<FileWithContent | null> {
  const row = await tx.sql
    .selectFrom('file as f')
    .innerJoin('file_blob as b', (join) =>
      join.onRef('b.tenant_id', '=', 'f.tenant_id').onRef('b.sha256', '=', 'f.sha256'),
    )
    .select(['f.id', 'f.name', 'f.kind', 'f.size', 'f.purpose', 'b.content'])
    .where('f.id', '=', id)
    .executeTakeFirst();
  if (!row) return null;
  const { content, ...file } = row;
  const kind = file.kind as FileKind;
  const { type, inline } = NATURES[kind];
  return { ...file, kind, bytes: content, type, inline };
}

/** Files without their content, by id. */
export async function describeFiles(tx: TenantDb, ids: readonly Id<'file'>[]): Promise<Map<Id<'file'>, StoredFile>> {
  const rows = await tx.sql
    .selectFrom('file')
    .select(['id', 'name', 'kind', 'size', 'purpose'])
    .where('id', '=', sql<Id<'file'>>`any(${[...ids]}::uuid[])`)
    .execute();
  return new Map(rows.map((row) => [row.id, { ...row, kind: row.kind as FileKind }]));
}

/** Takes a file away, and its content when no other file has it. */
export async function deleteFile(tx: TenantDb, id: Id<'file'>): Promise<void> {
  const gone = await tx.sql.deleteFrom('file').where('id', '=', id).returning('sha256').executeTakeFirst();
  if (!gone) return;
  // Content that somebody is using at this moment is skipped rather than waited for.
  await sql`
    delete from file_blob where sha256 in (
      select b.sha256 from file_blob b
      where b.sha256 = ${gone.sha256} and not exists (select from file f where f.sha256 = b.sha256)
      for update skip locked
    )`.execute(tx.sql);
}

/** No path, no control or direction characters, not too long, and with an ending that fits. */
function harmlessName(name: string, kind: FileKind): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .replace(/[\p{C}\p{Zl}\p{Zp}"<>|:*?]/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
  const [first = ''] = NATURES[kind].endings;
  const ending = NATURES[kind].endings.includes(endingOf(clean)) ? endingOf(clean) : first;
  const stem = clean
    .replace(new RegExp(`\\.${ending}$`, 'i'), '')
    .replace(/^\.+/, '')
    .slice(0, LONGEST_NAME)
    .trim();
  return `${stem || 'fil'}.${ending}`;
}
