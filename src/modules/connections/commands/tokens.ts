import { actingPerson } from '../../../kernel/actor.ts';
import { oneAtATime } from '../../../platform/db/one-at-a-time.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { record } from '../../../platform/journal/journal.ts';
import { hashOfCode, newCode } from '../../../platform/secret/code.ts';
import { closeTurns, openTurn } from '../../turns/public.ts';
import { lastDayOf, MOST_TOKENS, type Term, TOKEN_START, type TokenId, tokenState } from '../rules/tokens.ts';
import { countTokens, insertToken, insertTokenEnd, setKeeper, tokenById } from '../store/tokens.ts';

export interface TokenWish {
  readonly name: string;
  readonly areas: readonly string[];
  /** Why a machine is to read who people are; empty where it is not. */
  readonly reason: string;
  readonly term: Term;
}

/** Is there room for one more? Nobody else makes one until the transaction ends. */
export async function roomForToken(tx: TenantDb): Promise<boolean> {
  await oneAtATime(tx, 'api tokens');
  return (await countTokens(tx)) < MOST_TOKENS;
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
    subject: tokenSubject(id),
    facts: { people, days: wish.term },
  });
  return { id, token };
}

/** It opens nothing from now on. False when it had ended. */
export async function endToken(tx: TenantDb, id: TokenId): Promise<boolean> {
  if (!(await insertTokenEnd(tx, id, actingPerson(tx)))) return false;
  await closeTurns(tx, { kind: UNKEPT, subject: tokenSubject(id) });
  record(tx, { kind: 'connections.token_ended', subject: tokenSubject(id) });
  return true;
}

/** Whoever answered for it is gone: the one who asks answers for it now, and it opens again. False when there is nothing to take. */
export async function takeToken(tx: TenantDb, id: TokenId): Promise<boolean> {
  const token = await tokenById(tx, id);
  if (!token || tokenState(token, tx.today) !== 'unkept') return false;
  await setKeeper(tx, id, actingPerson(tx));
  await closeTurns(tx, { kind: UNKEPT, subject: tokenSubject(id) });
  record(tx, { kind: 'connections.token_taken', subject: tokenSubject(id) });
  return true;
}

/** A system asks with a key that nobody keeps: the secretariat is to take it over or close it. */
export async function askForKeeper(tx: TenantDb, id: TokenId): Promise<void> {
  await openTurn(tx, {
    kind: UNKEPT,
    subject: tokenSubject(id),
    assignee: { role: 'secretariat', departmentId: null },
  });
}
const UNKEPT = 'connections.token_unkept';

function tokenSubject(id: TokenId) {
  return { kind: 'api_token', id };
}
