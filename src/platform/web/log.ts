import { pino } from 'pino';

/** Structured lines. Never a name, an address, a contact, a path with a code in it, or what somebody typed. */
export interface Log {
  info(facts: LogFacts, message: string): void;
  warn(facts: LogFacts, message: string): void;
  error(facts: LogFacts & { readonly error?: unknown }, message: string): void;
}

export interface LogFacts {
  readonly requestId?: string;
  readonly tenant?: string;
  readonly method?: string;
  /** The pattern of the route (`/min-ide/:kode`), not the path. */
  readonly route?: string;
  readonly status?: number;
  readonly ms?: number;
  readonly job?: string;
}

/** JSON lines on stdout. `level` as in pino: `silent` in tests. */
export function openLog(level: string): Log {
  const lines = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (facts, message) => lines.info(facts, message),
    warn: (facts, message) => lines.warn(facts, message),
    error: ({ error, ...facts }, message) => lines.error({ ...facts, error: describe(error) }, message),
  };
}

/** Type, code and place of an error. Its message may quote a row, so PostgreSQL's `detail` and values stay out. */
function describe(error: unknown): Readonly<Record<string, unknown>> | undefined {
  if (!(error instanceof Error)) return error === undefined ? undefined : { type: typeof error };
  const { code, constraint, table } = error as { code?: string; constraint?: string; table?: string };
  const fromDatabase = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  const stack = error.stack?.split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, code, constraint, table, message: fromDatabase ? undefined : error.message, stack };
}

/** One line per answered request. */
export function logAnswer(
  log: Log,
  arrival: { readonly requestId: string; readonly tenant: { readonly slug: string }; readonly request: Request },
  route: string,
  status: number,
  ms: number,
): void {
  const facts = {
    requestId: arrival.requestId,
    tenant: arrival.tenant.slug,
    method: arrival.request.method,
    route,
    status,
  };
  log.info({ ...facts, ms: Math.round(ms * 10) / 10 }, 'answered');
}
