export { privacyHoldings } from './holdings.ts';
export { privacyJobs } from './jobs.ts';
export { privacyJournal } from './journal.ts';
export { JOBS as PRIVACY_JOBS } from './rules/jobs.ts';
export { privacyTurns } from './turns.ts';
