import { actingPerson } from '../../../kernel/actor.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { hashOfCode, newCode } from '../../../platform/secret/code.ts';
import { lastDayOf, type Term, TOKEN_START, type TokenId } from '../rules/tokens.ts';
import { insertToken, insertTokenEnd } from '../store/tokens.ts';

export interface TokenWish {
  readonly name: string;
  readonly areas: readonly string[];
  /** Why a machine is to read who people are; empty where it is not. */
  readonly reason: string;
  readonly term: Term;
}

/** The token itself, which is known to nobody but the one who is shown it now. */
export async function makeToken(
  tx: TenantDb,
  wish: TokenWish,
): Promise<{ readonly id: TokenId; readonly token: string }> {
  const token = TOKEN_START + newCode() + newCode();
  const id = await insertToken(tx, {
    name: wish.name,
    hash: hashOfCode(token),
    areas: wish.areas,
    reason: wish.reason,
    expiresOn: lastDayOf(wish.term, tx.today),
    madeBy: actingPerson(tx),
  });
  const people = wish.areas.includes('people');
  record(tx, {
    kind: 'connections.token_made',
    subject: { kind: 'api_token', id },
    facts: { people, days: wish.term },
  });
  return { id, token };
}

/** It opens nothing from now on. False when it had ended. */
export async function endToken(tx: TenantDb, id: TokenId): Promise<boolean> {
  if (!(await insertTokenEnd(tx, id, actingPerson(tx)))) return false;
  record(tx, { kind: 'connections.token_ended', subject: { kind: 'api_token', id } });
  return true;
}
