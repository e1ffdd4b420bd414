import { randomInt } from 'node:crypto';
import { sql } from 'kysely';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import { LETTER_ALPHABET, LETTER_LENGTH, type LetterState } from '../rules.ts';

/** A home that gets a code on paper. */
export interface Home {
  readonly tenancyId: Id<'tenancy'>;
  readonly street: string;
  readonly houseNumber: string;
  readonly floor: string;
  readonly door: string;
  readonly postcode: string;
  readonly city: string;
}

const HOME = ['id as tenancyId', 'street', 'house_number as houseNumber', 'floor', 'door', 'postcode', 'city'] as const;

/** The homes of a department in the order in which letters are carried out. */
export async function homesOf(tx: TenantDb, departmentId: Id<'department'>): Promise<Home[]> {
  const homes = await tx.sql
    .selectFrom('tenancy')
    .select(HOME)
    .where('tenant_id', '=', tx.tenant.id)
    .where('department_id', '=', departmentId)
    .where('absent_since', 'is', null)
    .execute();
  const walk = ({ postcode, street, houseNumber, floor, door }: Home) =>
    [postcode, street, houseNumber, floor.replace('st', '0'), door].join(' ');
  return homes.sort((one, other) => danish.compare(walk(one), walk(other)));
}

const danish = new Intl.Collator('da', { numeric: true });

/** New codes for these homes, one each, in the same order. Codes from before hold no more. Only hashes stay here. */
export async function issueCodes(
  tx: TenantDb,
  homes: readonly Id<'tenancy'>[],
  issue: { readonly by: Id<'person'> | null; readonly expiresAt: Date },
): Promise<string[]> {
  await revokeCodes(tx, homes);
  const codes = homes.map(newCode);
  for (let at = 0; at < homes.length; at += 1000) {
    await tx.sql
      .insertInto('household_code')
      .values(
        homes.slice(at, at + 1000).map((tenancy, index) => ({
          tenant_id: tx.tenant.id,
          tenancy_id: tenancy,
          code_hash: hash(codes[at + index] as string),
          issued_at: tx.now,
          issued_by: issue.by,
          expires_at: issue.expiresAt,
        })),
      )
      .execute();
  }
  return codes;
}

/** Codes that still held hold no more. Answers how many. */
export async function revokeCodes(tx: TenantDb, homes: readonly Id<'tenancy'>[]): Promise<number> {
  if (homes.length === 0) return 0;
  const { numUpdatedRows } = await tx.sql
    .updateTable('household_code')
    .set({ revoked_at: tx.now })
    .where('tenant_id', '=', tx.tenant.id)
    .where('tenancy_id', '=', sql<Id<'tenancy'>>`any(${homes}::uuid[])`)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', tx.now)
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export interface Letter extends LetterState {
  readonly id: Id<'household_code'>;
  readonly tenancyId: Id<'tenancy'>;
}

/** The printed code, held until the transaction ends, so that its uses are counted. Null when there is none. */
export async function lockLetter(tx: TenantDb, code: string): Promise<Letter | null> {
  const row = await tx.sql
    .selectFrom('household_code')
    .select(['id', 'tenancy_id as tenancyId', 'expires_at as expiresAt', 'revoked_at as revokedAt'])
    .where('tenant_id', '=', tx.tenant.id)
    .where('code_hash', '=', hash(code))
    .forUpdate()
    .executeTakeFirst();
  if (!row) return null;
  const { uses } = await tx.sql
    .selectFrom('household_code_use')
    .select((select) => select.fn.countAll<number>().as('uses'))
    .where('tenant_id', '=', tx.tenant.id)
    .where('code_id', '=', row.id)
    .executeTakeFirstOrThrow();
  return { ...row, uses: Number(uses) };
}

export async function insertUse(tx: TenantDb, code: Id<'household_code'>, person: Id<'person'>): Promise<void> {
  await tx.sql
    .insertInto('household_code_use')
    .values({ tenant_id: tx.tenant.id, code_id: code, person_id: person, used_at: tx.now })
    .execute();
}

/** How the printed codes of each department stand. */
export interface DepartmentCodes {
  readonly homes: number;
  /** Homes with a code that holds. */
  readonly holding: number;
  /** Homes where somebody has signed in by one. */
  readonly used: number;
}

export async function codesByDepartment(tx: TenantDb): Promise<Map<Id<'department'>, DepartmentCodes>> {
  const { rows } = await sql<DepartmentCodes & { departmentId: Id<'department'> }>`
    select t.department_id as "departmentId",
      count(distinct t.id)::int as homes,
      count(distinct t.id) filter (where c.revoked_at is null and c.expires_at > ${tx.now})::int as holding,
      count(distinct t.id) filter (where u.id is not null)::int as used
    from tenancy t
    left join household_code c on c.tenant_id = t.tenant_id and c.tenancy_id = t.id
    left join household_code_use u on u.tenant_id = c.tenant_id and u.code_id = c.id
    where t.tenant_id = ${tx.tenant.id} and t.absent_since is null
    group by t.department_id
  `.execute(tx.sql);
  return new Map(rows.map(({ departmentId, ...codes }) => [departmentId, codes]));
}

/** 24 to the power of 10: 63 million million codes, none of them in the way of another tenant's. */
function newCode(): string {
  return Array.from({ length: LETTER_LENGTH }, () => LETTER_ALPHABET[randomInt(LETTER_ALPHABET.length)]).join('');
}

function hash(code: string): Buffer {
  return hashOfCode(`household ${code}`);
}
