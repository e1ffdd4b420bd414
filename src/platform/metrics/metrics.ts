import { createHash, timingSafeEqual } from 'node:crypto';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import type { Database } from '../db/database.ts';
import { databaseFacts } from './database-facts.ts';
import { exposition, type Family } from './exposition.ts';
import { type AnsweredRequest, openRequestCounts } from './requests.ts';

/** Figures of this process and of the database, for a program that collects them. */
export interface Metrics {
  note(request: AnsweredRequest): void;
  /** Does the header `Authorization` carry the token? Takes as long for every wrong one. */
  mayRead(authorization: string | null): boolean;
  /** Everything, in Prometheus' text format. */
  text(): Promise<string>;
  close(): void;
}

export interface MetricsSettings {
  readonly database: Database;
  /** Null: nobody may read, and nothing is counted. */
  readonly token: string | null;
  readonly version: string;
  /** Kinds of jobs that hand mail or SMS to others. */
  readonly outgoing: readonly string[];
}

/** Null when no token is set: then there is no such page. */
export function openMetrics({ database, token, version, outgoing }: MetricsSettings): Metrics | null {
  if (!token) return null;
  const wanted = digest(`Bearer ${token}`);
  const requests = openRequestCounts();
  const delay = monitorEventLoopDelay({ resolution: 20 });
  delay.enable();
  return {
    note: requests.note,
    mayRead: (authorization) => timingSafeEqual(digest(authorization ?? ''), wanted),
    async text() {
      const late = delay.percentile(99) / 1e9;
      delay.reset();
      const here = [...requests.families(), ...ofProcess(version, late), ...ofPool(database)];
      return exposition([...here, ...(await databaseFacts(database, outgoing))]);
    },
    close: () => delay.disable(),
  };
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}

function ofProcess(version: string, late: number): Family[] {
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  return [
    {
      name: 'grobund_info',
      kind: 'gauge',
      help: 'What runs.',
      lines: [{ labels: { version, node: process.version }, value: 1 }],
    },
    one('grobund_process_seconds', 'gauge', 'Since the process started.', process.uptime()),
    one('grobund_process_cpu_seconds_total', 'counter', 'Processor time used.', (user + system) / 1e6),
    one('grobund_process_resident_bytes', 'gauge', 'Memory that the process holds.', rss),
    one('grobund_process_heap_bytes', 'gauge', 'Of it, JavaScript objects.', heapUsed),
    one('grobund_process_external_bytes', 'gauge', 'Of it, bytes outside them: files, pictures.', external),
    one('grobund_event_loop_late_seconds', 'gauge', 'p99 of how late timers were since the last look.', late),
  ];
}

/** Of this process' connections. Who waits long for one sees a slow page. */
function ofPool({ pool, questions }: Database): Family[] {
  const states = { idle: pool.idleCount, used: pool.totalCount - pool.idleCount };
  return [
    {
      name: 'grobund_pool_connections',
      kind: 'gauge',
      help: 'Connections to the database, by state.',
      lines: Object.entries(states).map(([state, value]) => ({ labels: { state }, value })),
    },
    one('grobund_pool_limit', 'gauge', 'The most it may have.', pool.options.max),
    one('grobund_pool_waiting', 'gauge', 'Those who wait for one.', pool.waitingCount),
    one('grobund_database_questions_total', 'counter', 'Questions asked of the database.', questions()),
  ];
}

function one(name: string, kind: 'counter' | 'gauge', help: string, value: number): Family {
  return { name, kind, help, lines: [{ value }] };
}
