export { mayReadReports } from './access.ts';
export { reportsJournal } from './journal.ts';
export { reportsRoutes } from './routes.tsx';
export { reportsPlace } from './urls.ts';
