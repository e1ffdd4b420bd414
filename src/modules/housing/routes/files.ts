import { formatAddress } from '../../../kernel/address.ts';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { type ListFile, onePage } from '../../../platform/web/list-file.tsx';
import type { Organisation } from '../rules.ts';
import { type Found, PAGE_SIZE } from '../store/find.ts';
import { HOMES_A_PAGE, type HomeLine } from '../store/home-pages.ts';
import { fileText } from '../text/files.ts';
import { housesText } from '../text/houses.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import type { DepartmentSummary } from '../views/departments.tsx';

/** The staff's list of people as a file. */
export function peopleFile(language: Language, page: ListFile<Found>['page']): ListFile<Found> {
  const words = peopleText(language);
  const heads = fileText(language);
  return {
    title: words.people,
    columns: [
      [words.name, ({ name }) => name],
      [words.protected, (one) => (one.protected ? 'x' : '')],
      [words.home, ({ address }) => address],
      [heads.department, ({ department }) => department],
      [heads.phone, ({ phone }) => phone && formatPhone(phone)],
      [heads.email, ({ email }) => email],
      [words.roles, ({ roles }) => roles.map((role) => text(language).roles[role]).join(', ')],
    ],
    page,
    size: PAGE_SIZE,
  };
}

/** The departments with what their page says of them. */
export function departmentsFile(
  language: Language,
  departments: readonly DepartmentSummary[],
): ListFile<DepartmentSummary> {
  const heads = fileText(language);
  return {
    title: housesText(language).departments,
    columns: [
      [heads.number, ({ number }) => number],
      [heads.name, ({ name }) => name],
      [heads.municipality, ({ municipality }) => municipality],
      [heads.startedOn, ({ startedOn }) => startedOn && { day: startedOn }],
      [heads.homes, ({ tenancies }) => tenancies],
      [heads.boardMembers, ({ boardMembers }) => boardMembers],
      [heads.chair, ({ chair }) => chair],
      [heads.initiatives, ({ initiatives }) => initiatives],
    ],
    ...onePage(departments),
  };
}

/** The house itself and those it works with. */
export function organisationsFile(language: Language, organisations: readonly Organisation[]): ListFile<Organisation> {
  const words = housesText(language);
  const heads = fileText(language);
  return {
    title: words.organisations,
    columns: [
      [words.name, ({ name }) => name],
      [words.kind, ({ kind }) => text(language).kinds[kind]],
      [words.cvr, ({ cvr }) => cvr ?? ''],
      [words.place, ({ streetLine }) => streetLine],
      [heads.postcode, ({ postcode }) => postcode],
      [heads.city, ({ city }) => city],
      [heads.phone, ({ phone }) => phone && formatPhone(phone)],
      [heads.email, ({ email }) => email],
    ],
    ...onePage(organisations),
  };
}

/** The homes of a department, without those who live there. */
export function homesFile(
  language: Language,
  department: string,
  page: ListFile<HomeLine>['page'],
): ListFile<HomeLine> {
  const heads = fileText(language);
  return {
    title: heads.homesOf(department),
    columns: [
      [heads.tenancy, ({ number }) => number],
      [heads.address, (home) => formatAddress(home)],
      [heads.postcode, ({ postcode }) => postcode],
      [heads.city, ({ city }) => city],
      [heads.kind, ({ kind }) => heads.kinds[kind]],
      [heads.rooms, ({ rooms }) => rooms],
      [heads.area, ({ areaM2 }) => areaM2],
    ],
    page,
    size: HOMES_A_PAGE,
  };
}
