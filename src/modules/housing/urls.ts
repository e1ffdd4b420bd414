import { path } from '../../platform/web/path.ts';

export const departmentsPlace = path('/afdelinger');
export const newDepartmentPlace = path('/afdelinger/ny');
export const departmentPlace = path('/afdelinger/:id');
/** Its page with every consultant, where only some are shown. */
export const ALL_CONSULTANTS = { konsulenter: 'alle' } as const;
export const editDepartmentPlace = path('/afdelinger/:id/ret');
export const boardPlace = path('/afdelinger/:id/bestyrelse');
export const organisationBoardPlace = path('/bestyrelsen');

export const organisationsPlace = path('/organisationer');
export const newOrganisationPlace = path('/organisationer/ny');
export const organisationPlace = path('/organisationer/:id');

export const peoplePlace = path('/personer');
export const newPersonPlace = path('/personer/ny');
export const personPlace = path('/personer/:id');
export const editPersonPlace = path('/personer/:id/ret');
/** Two records of one human become one: `q` searches for the other. */
export const mergePlace = path('/personer/:id/saml');
/** What is kept of a person, and what they can do about it: answered by the module `privacy`. */
export const personDataPlace = path('/personer/:id/data');
export const giveRolePlace = path('/personer/:id/roller');
export const endRolePlace = path('/personer/:id/roller/:role/slut');
export const giveDutyPlace = path('/personer/:id/hverv');
export const endDutyPlace = path('/personer/:id/hverv/:duty/slut');
export const movePlace = path('/personer/:id/flyt');
export const moveOutPlace = path('/personer/:id/fraflyt');
export const preferencePlace = path('/personer/:id/kontakt');
export const guardianPlace = path('/personer/:id/foraelder');

export const leaveAlonePlace = path('/lejemaal/:id/kontakt-ikke');
export const contactAgainPlace = path('/lejemaal/:id/kontakt-gerne');

export const myPagePlace = path('/min-side');
export const myDetailsPlace = path('/min-side/oplysninger');
export const myPreferencePlace = path('/min-side/kontakt');

export const roleSettingsPlace = path('/indstillinger/roller');
