import { CONNECTIONS } from './connections.ts';
import { FIGURES } from './figures.ts';
import { HOLDINGS } from './holdings.ts';
import { EVENTS_JOBS, eventsJobs } from './modules/act/events/public.ts';
import { TASKS_JOBS, tasksJobs } from './modules/act/tasks/public.ts';
import { connectionsJobs } from './modules/connections/public.ts';
import { FUND_MORNING_JOB, fundJobs } from './modules/decide/fund/public.ts';
import { invoicesJobs } from './modules/decide/invoices/public.ts';
import { RESULTS_MORNING, resultsJobs } from './modules/decide/results/public.ts';
import { HOUSE_RECEIVERS } from './modules/houses/public.ts';
import { initiativesJobs, MORNING_JOB } from './modules/initiatives/public.ts';
import { CATALOGUE_MORNING, catalogueJobs } from './modules/inspire/catalogue/public.ts';
import { type Desk, PANELS_JOBS, panelsJobs } from './modules/listen/panels/public.ts';
import { WORKSHOPS_JOBS, workshopsJobs } from './modules/listen/workshops/public.ts';
import { EVALUATION_JOBS, evaluationJobs } from './modules/measure/evaluation/public.ts';
import { STRATEGY_MORNING, strategyJobs } from './modules/measure/strategy/public.ts';
import { PRIVACY_JOBS, privacyJobs } from './modules/privacy/public.ts';
import { setupJobs, type TellAnew } from './modules/setup/public.ts';
import { COPY_RECEIVERS } from './modules/sharing/public.ts';
import { SIGNIN_JOBS, signinJobs } from './modules/signin/public.ts';
import { tenancyImportJobs } from './modules/tenancy-import/public.ts';
import { type News, TURNS_JOBS, turnsJobs, type Ways } from './modules/turns/public.ts';
import { ENCLOSURES } from './neighbours.tsx';
import { acrossTidyJob, deliverJob } from './platform/across/across.ts';
import { isPractice } from './platform/db/house-settings.ts';
import type { AnyJobKind } from './platform/jobs/jobs.ts';
import type { ScheduledJob, When } from './platform/jobs/schedule.ts';
import { smsLog, smsTidyJob } from './platform/sms/sms.ts';
import { webTidyJob } from './platform/web/tidy.ts';
import { TURN_TONGUE } from './tellings.ts';
import { VACANT_SEATS } from './vacant-seats.ts';

/** What the clock starts, by the name of the job, and when. */
export const TIMES: ReadonlyMap<string, When> = new Map<string, When>([
  [MORNING_JOB, { every: 'day', at: '07:00' }],
  [FUND_MORNING_JOB, { every: 'day', at: '07:05' }],
  [VACANT_SEATS.name, { every: 'day', at: '07:05' }],
  [RESULTS_MORNING, { every: 'day', at: '07:05' }],
  // Each tenant chooses its own day and hour, so the question is asked often.
  [TURNS_JOBS.digests.name, { everyMinutes: 60 }],
  [TURNS_JOBS.tidy.name, { every: 'day', at: '03:10' }],
  [SIGNIN_JOBS.tidy.name, { every: 'day', at: '03:20' }],
  [webTidyJob.name, { every: 'day', at: '03:25' }],
  [acrossTidyJob.name, { every: 'day', at: '03:35' }],
  [smsTidyJob.name, { every: 'day', at: '03:30' }],
  [WORKSHOPS_JOBS.tidy.name, { every: 'day', at: '03:45' }],
  [WORKSHOPS_JOBS.morning.name, { every: 'day', at: '08:10' }],
  [PANELS_JOBS.morning, { every: 'day', at: '07:05' }],
  [TASKS_JOBS.morning.name, { every: 'day', at: '08:10' }],
  [CATALOGUE_MORNING, { every: 'day', at: '07:05' }],
  [EVENTS_JOBS.morning, { every: 'day', at: '08:05' }],
  [EVALUATION_JOBS.morning.name, { every: 'day', at: '08:15' }],
  [STRATEGY_MORNING, { every: 'day', at: '07:05' }],
  [PRIVACY_JOBS.retention.name, { every: 'day', at: '03:40' }],
]);

export interface More {
  readonly loopbackToo?: boolean;
  readonly tellAnew?: TellAnew;
  /** Where a long job writes how far it is, in a transaction of its own. */
  readonly desk?: Desk;
}

export interface Work {
  readonly kinds: readonly AnyJobKind[];
  /** What of it the clock starts. */
  readonly schedule: readonly ScheduledJob[];
  /** Names of what hands mail and SMS to others. */
  readonly outgoing: readonly string[];
}

/** Everything that is done out of sight. */
export function workOf(ways: Ways, news: News, more: More = {}): Work {
  const outside = kindsOf(ways, news, more);
  // Nothing leaves a house to practise in: its mails and SMS are as if sent, and other systems hear nothing.
  const inside = kindsOf(NOWHERE, news, more);
  const kinds = outside.map((kind, at) => byHouse(kind, inside[at] ?? kind));
  const by = ([name, when]: readonly [string, When]): ScheduledJob => {
    const job = kinds.find((kind) => kind.name === name);
    if (!job) throw new Error(`Cannot schedule "${name}": no module does it`);
    return { name, when, job };
  };
  const outgoing = carryingOf(NOWHERE, news, more).filter((kind) => 'prepare' in kind);
  return { kinds, schedule: [...TIMES].map(by), outgoing: outgoing.map(({ name }) => name) };
}

const NOWHERE: Ways = { mail: { send: async () => undefined, close: () => undefined }, sms: smsLog };

/** The same job, done by another hand in a house to practise in. */
function byHouse(outside: AnyJobKind, inside: AnyJobKind): AnyJobKind {
  if ('run' in outside) return outside;
  const { name } = outside;
  return {
    name,
    prepare: async (tx, payload) => {
      if (!isPractice(tx.tenant)) return outside.prepare(tx, payload);
      return TO_OTHER_SYSTEMS.test(name) || !('prepare' in inside) ? null : inside.prepare(tx, payload);
    },
  };
}

const TO_OTHER_SYSTEMS = /^connections\./;

function kindsOf(ways: Ways, news: News, more: More): readonly AnyJobKind[] {
  return [
    ...connectionsJobs({ kinds: CONNECTIONS.kinds, loopbackToo: more.loopbackToo ?? false }),
    ...fundJobs,
    ...initiativesJobs,
    ...catalogueJobs,
    ...eventsJobs,
    ...evaluationJobs,
    ...tasksJobs,
    ...panelsJobs({ desk: more.desk ?? null }),
    ...privacyJobs(HOLDINGS),
    ...resultsJobs,
    ...strategyJobs(FIGURES),
    ...tenancyImportJobs,
    ...workshopsJobs,
    acrossTidyJob,
    deliverJob({ ...HOUSE_RECEIVERS, ...COPY_RECEIVERS }),
    smsTidyJob,
    VACANT_SEATS,
    webTidyJob,
    ...carryingOf(ways, news, more),
  ];
}

/** Those who are given the ways to people. */
function carryingOf(ways: Ways, news: News, { tellAnew }: More): readonly AnyJobKind[] {
  return [
    ...invoicesJobs(ways),
    ...setupJobs({ mail: ways.mail, ...(tellAnew ? { tellAnew } : {}) }),
    ...signinJobs(ways),
    ...turnsJobs({ ...ways, tongue: TURN_TONGUE, news, enclosures: ENCLOSURES }),
  ];
}
