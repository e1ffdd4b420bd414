import { hash } from 'node:crypto';
import type { z } from 'zod';
import { VISITOR } from '../../../kernel/actor.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import type { Asked, Resource } from '../../../platform/resources/resource.ts';
import { answerProblem } from '../../../platform/web/problem.ts';
import { withinRate } from '../../../platform/web/rate.ts';
import type { Call, Web } from '../../../platform/web/web.ts';
import { tokenAsking } from '../commands/reading.ts';
import { openapiFile } from '../letters/openapi.ts';
import { cursorOf, MOST_LIMIT, readCursor, readLimit } from '../rules/paging.ts';
import { RATE, type Token, WRONG_RATE } from '../rules/tokens.ts';
import { onePlace, openapiPlace, resourcePlace } from '../urls.ts';

/** What machines may read, by what their token opens. */
export function apiRoutes(web: Web, resources: readonly Resource[]): void {
  web.machine(openapiPlace, ({ tx }) => openapi(openapiFile(resources, { name: tx.tenant.name, origin: tx.origin })));
  web.machine(resourcePlace, async (call) => {
    const opened = await open(call, resources);
    return opened instanceof Response ? opened : list(call, opened);
  });
  web.machine(onePlace, async (call) => {
    const opened = await open(call, resources);
    return opened instanceof Response ? opened : one(call, opened);
  });
}

/** What it can is no secret, and tools that show it run in browsers. */
function openapi(file: object): Response {
  return new Response(JSON.stringify(file), {
    headers: {
      'content-type': 'application/json',
      'cache-control': 'no-cache',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
    },
  });
}

interface Opened {
  readonly resource: Resource;
  readonly token: Token;
}

type Asking = Omit<Call, 'params'> & { readonly params: { readonly resource: string } };

async function open(call: Asking, resources: readonly Resource[]): Promise<Opened | Response> {
  const { tx, requestId } = call;
  const token = await tokenAsking(tx, call.header('authorization'), (who, limit) =>
    withinRate(tx, who === 'wrong' ? `api ${call.device}` : `api ${who}`, limit),
  );
  if (token === 'too_many') return tooMany(call);
  if (token === 'unknown') {
    const detail = 'Send "Authorization: Bearer grobund_…" with a token that is open.';
    const headers = { 'www-authenticate': 'Bearer realm="grobund"' };
    return answerProblem({ status: 401, title: 'Token missing or unknown', detail }, requestId, headers);
  }
  const resource = resources.find(({ name }) => name === call.params.resource);
  if (!resource) return notFound(requestId);
  if (token.areas.includes(resource.area)) return { resource, token };
  const detail = `This token does not open the area "${resource.area}". The secretariat can make one that does.`;
  return answerProblem({ status: 403, title: 'Not opened by this token', detail }, requestId);
}

function tooMany({ tx, requestId }: Pick<Call, 'tx' | 'requestId'>): Response {
  const width = Math.max(RATE.minutes, WRONG_RATE.minutes) * 60_000;
  const seconds = String(Math.ceil((width - (tx.now.getTime() % width)) / 1000));
  const detail = `At most ${RATE.times} questions in ${RATE.minutes} minutes. Ask again in ${seconds} seconds.`;
  return answerProblem({ status: 429, title: 'Too many questions', detail }, requestId, { 'retry-after': seconds });
}

function notFound(requestId: string): Response {
  return answerProblem({ status: 404, title: 'Not found', detail: 'There is no such thing.' }, requestId);
}

async function list(call: Pick<Call, 'tx' | 'query' | 'header' | 'requestId'>, opened: Opened): Promise<Response> {
  const limit = readLimit(call.query.get('limit'));
  const cursor = call.query.get('after');
  const after = cursor === null ? null : idOf(opened, readCursor(cursor));
  if (limit === null) return unreadable(call, `"limit" is a whole number from 1 to ${MOST_LIMIT}.`);
  if (cursor !== null && after === null) return unreadable(call, '"after" is the "next" of an answer, as it was.');
  // One more than is shown says whether there are more.
  const rows = await read(call, opened, { after, limit: limit + 1 });
  const shown = rows.slice(0, limit);
  await tell(call, opened, shown);
  const last = idOf(opened, shown.at(-1)?.id);
  return answer(call, { data: shown, next: rows.length > limit && last ? cursorOf(last) : null });
}

async function one(call: Call<'/api/v1/:resource/:id'>, opened: Opened): Promise<Response> {
  const id = idOf(opened, call.params.id);
  const [found] = id ? await read(call, opened, { id, limit: 1 }) : [];
  if (!found) return notFound(call.requestId);
  await tell(call, opened, [found]);
  return answer(call, found);
}

/** As the resource writes its ids; null for what is none. */
function idOf({ resource }: Opened, text: unknown): string | null {
  const read = (resource.shape.shape.id as z.ZodType).safeParse(text);
  return read.success && typeof read.data === 'string' ? read.data : null;
}

function unreadable({ requestId }: Pick<Call, 'requestId'>, detail: string): Response {
  return answerProblem({ status: 400, title: 'Cannot read the question', detail }, requestId);
}

type Row = z.output<Resource['shape']>;

/** Read through the declared shape: what is not declared does not leave. */
async function read({ tx }: Pick<Call, 'tx'>, { resource }: Opened, asked: Asked): Promise<readonly Row[]> {
  const rows = await resource.page({ ...tx, actor: VISITOR }, asked);
  return rows.map((row) => resource.shape.parse(row));
}

/** Whoever keeps the token lets a machine look at these people. */
async function tell({ tx }: Pick<Call, 'tx'>, { resource, token }: Opened, rows: readonly Row[]): Promise<void> {
  const people = resource.people?.(rows) ?? [];
  if (people.length === 0) return;
  await sawPeople({ ...tx, actor: { kind: 'person', personId: token.keeper, name: '', grants: [] } }, 'api', people);
}

function answer(call: Pick<Call, 'header'>, body: unknown): Response {
  const json = JSON.stringify(body);
  const etag = `"${hash('sha1', json, 'base64url')}"`;
  const headers = { etag, 'cache-control': 'private, no-cache', vary: 'Authorization' };
  const known = (call.header('if-none-match') ?? '').split(',').map((one) => one.trim().replace(/^W\//, ''));
  if (known.includes(etag)) return new Response(null, { status: 304, headers });
  return new Response(json, { headers: { ...headers, 'content-type': 'application/json' } });
}
