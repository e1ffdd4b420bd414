import { defineText } from '../../../../kernel/language.ts';

export const journalText = defineText({
  da: {
    storySaved: (who: string, year: number) => `${who} skrev på fortællingen om ${year}.`,
    published: (who: string, year: number) => `${who} udgav årsrapporten for ${year}.`,
    corrected: (who: string, year: number, edition: number) =>
      `${who} rettede årsrapporten for ${year} og udgav udgave ${edition}.`,
    made: (who: string, year: number, form: string) => `${who} hentede årsrapporten for ${year} som ${form}.`,
  },
  en: {
    storySaved: (who: string, year: number) => `${who} wrote on the story of ${year}.`,
    published: (who: string, year: number) => `${who} published the yearly report for ${year}.`,
    corrected: (who: string, year: number, edition: number) =>
      `${who} corrected the yearly report for ${year} and published edition ${edition}.`,
    made: (who: string, year: number, form: string) => `${who} took the yearly report for ${year} as ${form}.`,
  },
});
