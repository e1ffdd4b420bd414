import { defineText } from './kernel/language.ts';

export const navigationText = defineText({
  da: {
    initiatives: 'Initiativer',
    departments: 'Afdelinger',
    ideas: 'Ideer',
    people: 'Personer',
    growsHere: 'Det gror her',
    more: 'Mere',
    messages: 'Hvad jeg vil have besked om',
    devices: 'Hvor jeg er logget ind',
    letters: 'Breve, der skal printes',
    codes: 'Koder til nye beboere',
    imports: 'Hent afdelinger og lejemål',
  },
  en: {
    initiatives: 'Initiatives',
    departments: 'Departments',
    ideas: 'Ideas',
    people: 'People',
    growsHere: 'What grows here',
    more: 'More',
    messages: 'What I want to hear about',
    devices: 'Where I am signed in',
    letters: 'Letters to print',
    codes: 'Codes for new residents',
    imports: 'Import departments and homes',
  },
});
