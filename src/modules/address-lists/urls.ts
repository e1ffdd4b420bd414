import { path } from '../../platform/web/path.ts';

export const printPlace = path('/udskriv');
export const listPlace = path('/udskriv/liste');
export const lettersPlace = path('/udskriv/adressebrev');
