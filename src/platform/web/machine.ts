import type { TenantDb } from '../db/tenant-db.ts';
import type { Arrival } from './arrival.ts';
import type { WebDeps } from './deps.ts';
import { answerTroubleToMachine } from './problem.ts';
import { visitorBucket } from './rate.ts';
import { asVisitor } from './serve.ts';
import { type Call, Missing } from './web.ts';

export type MachineHandler = (call: Call) => Promise<Response> | Response;

/** One transaction without session, person and page: what a machine may do is said by what it sends. */
export async function serveMachine(
  deps: WebDeps,
  pattern: string,
  handler: MachineHandler,
  arrival: Arrival,
  params: Record<string, string>,
): Promise<Response> {
  try {
    return await asVisitor(deps, arrival, async (tx: TenantDb) =>
      handler({
        tx,
        params,
        query: arrival.query,
        header: (name) => arrival.request.headers.get(name),
        device: visitorBucket(deps.secret, arrival.address, pattern),
        requestId: arrival.requestId,
      }),
    );
  } catch (error) {
    if (error instanceof Missing) return answerTroubleToMachine('missing', arrival.requestId);
    throw error;
  }
}
