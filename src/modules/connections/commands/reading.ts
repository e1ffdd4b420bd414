import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { hashOfCode } from '../../../platform/secret/code.ts';
import { RATE, TOKEN_START, type Token, tokenState, WRONG_RATE } from '../rules/tokens.ts';
import { markUsed, tokenByHash } from '../store/tokens.ts';
import { askForKeeper } from './tokens.ts';

const HOUR_MS = 3_600_000;

/** Who asks, by what stands in `Authorization`; or why they are not answered. */
export async function tokenAsking(
  tx: TenantDb,
  authorization: string | null,
  counts: (bucket: string, limit: typeof RATE | typeof WRONG_RATE) => Promise<boolean>,
): Promise<Token | 'unknown' | 'too_many'> {
  const written = /^bearer +(\S{1,200})$/i.exec(authorization ?? '')?.[1];
  const token = written?.startsWith(TOKEN_START) ? await tokenByHash(tx, hashOfCode(written)) : null;
  const state = token ? tokenState(token, tx.today) : 'ended';
  if (token && state === 'unkept') await askForKeeper(tx, token.id);
  if (!token || state !== 'open') {
    return (await counts('wrong', WRONG_RATE)) ? 'unknown' : 'too_many';
  }
  if (!(await counts(token.id, RATE))) return 'too_many';
  if (!token.lastUsedAt || tx.now.getTime() - token.lastUsedAt.getTime() > HOUR_MS) await markUsed(tx, token.id);
  return token;
}
