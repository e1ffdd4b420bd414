import { defineText } from './kernel/language.ts';

export const navigationText = defineText({
  da: { initiatives: 'Initiativer', departments: 'Afdelinger', ideas: 'Ideer', people: 'Personer' },
  en: { initiatives: 'Initiatives', departments: 'Departments', ideas: 'Ideas', people: 'People' },
});
