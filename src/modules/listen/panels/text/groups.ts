import { defineText, type Language } from '../../../../kernel/language.ts';
import { partsOf } from '../rules/draw.ts';
import type { Feature } from '../rules/people.ts';
import type { Cell } from '../rules/profile.ts';

export const groupsText = defineText({
  da: {
    features: {
      age: 'Alder',
      department: 'Afdeling',
      dwelling: 'Boligtype',
      language: 'Sprog',
      tenure: 'Hvor længe man har boet her',
    },
    age: {
      '15-29': '15-29 år',
      '30-44': '30-44 år',
      '45-59': '45-59 år',
      '60-74': '60-74 år',
      '75+': '75 år eller mere',
    },
    dwelling: { family: 'Familiebolig', senior: 'Ældrebolig', youth: 'Ungdomsbolig' },
    language: {
      da: 'Dansk',
      en: 'Engelsk',
      ar: 'Arabisk',
      tr: 'Tyrkisk',
      so: 'Somali',
      fa: 'Farsi',
      ur: 'Urdu',
      pl: 'Polsk',
      uk: 'Ukrainsk',
      other: 'Et andet sprog',
    },
    tenure: { '0-1': 'Under 2 år', '2-5': '2-5 år', '6-15': '6-15 år', '16+': '16 år eller mere' },
    and: ' eller ',
    unknown: 'Ikke kendt',
    someDepartment: 'En afdeling',
  },
  en: {
    features: {
      age: 'Age',
      department: 'Department',
      dwelling: 'Kind of home',
      language: 'Language',
      tenure: 'How long one has lived here',
    },
    age: { '15-29': '15-29', '30-44': '30-44', '45-59': '45-59', '60-74': '60-74', '75+': '75 or more' },
    dwelling: { family: 'Family home', senior: 'Home for the elderly', youth: 'Youth home' },
    language: {
      da: 'Danish',
      en: 'English',
      ar: 'Arabic',
      tr: 'Turkish',
      so: 'Somali',
      fa: 'Farsi',
      ur: 'Urdu',
      pl: 'Polish',
      uk: 'Ukrainian',
      other: 'Another language',
    },
    tenure: { '0-1': 'Less than 2 years', '2-5': '2-5 years', '6-15': '6-15 years', '16+': '16 years or more' },
    and: ' or ',
    unknown: 'Not known',
    someDepartment: 'A department',
  },
});

/** What departments are called, by id. */
export type DepartmentNames = ReadonlyMap<string, string>;

/** A group of residents in words: "15-29 år eller 30-44 år", of a combination "15-29 år + Kærhaven". */
export function groupName(
  language: Language,
  cell: Pick<Cell, 'feature' | 'codes' | 'also'>,
  departments: DepartmentNames,
): string {
  const words = groupsText(language);
  return partsOf(cell)
    .map(({ feature, codes }) => codes.map((code) => codeName(language, feature, code, departments)).join(words.and))
    .join(' + ');
}

/** What is asked about: "Alder", or of a combination "Alder + Afdeling". */
export function featureName(language: Language, cell: Pick<Cell, 'feature' | 'codes' | 'also'>): string {
  return partsOf(cell)
    .map(({ feature }) => groupsText(language).features[feature])
    .join(' + ');
}

export function codeName(language: Language, feature: Feature, code: string, departments: DepartmentNames): string {
  const words = groupsText(language);
  if (code === '') return words.unknown;
  if (feature === 'department') return departments.get(code) ?? words.someDepartment;
  const names: Readonly<Record<string, string>> = words[feature];
  return names[code] ?? code;
}
