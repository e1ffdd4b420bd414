import { path } from '../../platform/web/path.ts';

export const importsPlace = path('/import');
export const importPlace = path('/import/:id');
export const columnsPlace = path('/import/:id/kolonner');
export const confirmPlace = path('/import/:id/hent');
export const problemsPlace = path('/import/:id/fejl.csv');
