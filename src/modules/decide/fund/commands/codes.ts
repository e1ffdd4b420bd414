import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { hashOfCode, newCode, newTypedCode } from '../../../../platform/secret/code.ts';
import type { Application, ApplicationId } from '../rules/application.ts';
import { applicationById, applicationByResumeHash } from '../store/applications.ts';
import { applicationOfCode, type Invited, insertCode, invitedByHash } from '../store/codes.ts';

/** The application behind a link: the draft's own, one from a mail, or an invitation that was not turned down. */
export async function applicationByCode(tx: TenantDb, code: string): Promise<Application | null> {
  const hash = hashOfCode(code);
  const own = await applicationByResumeHash(tx, hash);
  if (own) return own;
  const id = (await applicationOfCode(tx, 'follow', hash)) ?? (await invitationByCode(tx, code))?.applicationId;
  return id ? applicationById(tx, id) : null;
}

/** Whose invitation a code is; null when it is none, or was turned down. */
export async function invitationByCode(tx: TenantDb, code: string): Promise<Invited | null> {
  const invited = await invitedByHash(tx, hashOfCode(code));
  return invited?.declinedOn === null ? invited : null;
}

/** A further link to the case, for a mail to somebody without account. */
export async function newFollowCode(tx: TenantDb, applicationId: ApplicationId): Promise<string> {
  const code = newCode();
  await insertCode(tx, { applicationId, kind: 'follow', hash: hashOfCode(code) });
  return code;
}

const SLIP_LENGTH = 10;

/** A slip's code: 49 bits, and asking for one is limited, so that nobody finds one by trying. */
export async function newSlipCode(tx: TenantDb, applicationId: ApplicationId): Promise<string> {
  const code = newTypedCode(SLIP_LENGTH);
  await insertCode(tx, { applicationId, kind: 'slip', hash: hashOfCode(code) });
  return code;
}

/** The application that a slip is for, whatever spaces and small letters it was typed with. */
export async function applicationBySlip(tx: TenantDb, typed: string): Promise<Application | null> {
  const code = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  if (code.length !== SLIP_LENGTH) return null;
  const id = await applicationOfCode(tx, 'slip', hashOfCode(code));
  return id ? applicationById(tx, id) : null;
}

/** "K7QX4-MTD9P": as it is printed. */
export function printedSlip(code: string): string {
  return `${code.slice(0, SLIP_LENGTH / 2)}-${code.slice(SLIP_LENGTH / 2)}`;
}
