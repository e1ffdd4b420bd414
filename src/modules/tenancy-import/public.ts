export { confirmImport, importNextRows, uploadTenancies } from './commands/import.ts';
export { tenancyImportHoldings } from './holdings.ts';
export { tenancyImportJobs } from './jobs.ts';
export { tenancyImportJournal } from './journal.ts';
export { tenancyImportRoutes } from './routes.tsx';
export type { Columns } from './rules.ts';
export { deleteImport, type Import, importById, problemsOf } from './store/staging.ts';
export { fileWords } from './text.ts';
export { importsPlace } from './urls.ts';
