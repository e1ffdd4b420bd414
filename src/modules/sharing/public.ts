export { COPY_RECEIVERS, type Sources } from './commands.ts';
export { sharingHoldings } from './holdings.ts';
export { sharingJournal } from './journal.ts';
export { sharingRoutes } from './routes.tsx';
export type { Part, Shareable } from './rules.ts';
export { sharingTurns } from './turns.ts';
export { copiesPlace, sharePlace } from './urls.ts';
