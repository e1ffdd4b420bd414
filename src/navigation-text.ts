import { defineText } from './kernel/language.ts';

export const navigationText = defineText({
  da: {
    initiatives: 'Initiativer',
    fund: 'Puljen',
    departments: 'Afdelinger',
    invoices: 'Fakturaer',
    payments: 'Betalinger',
    ideas: 'Idéer',
    people: 'Personer',
    report: 'Årsrapport',
    office: 'Kontoret',
    growsHere: 'Det gror her',
    more: 'Mere',
    messages: 'Hvad jeg vil have besked om',
    devices: 'Hvor jeg er logget ind',
  },
  en: {
    initiatives: 'Initiatives',
    fund: 'The fund',
    departments: 'Departments',
    invoices: 'Invoices',
    payments: 'Payments',
    ideas: 'Ideas',
    people: 'People',
    report: 'Yearly report',
    office: 'The office',
    growsHere: 'What grows here',
    more: 'More',
    messages: 'What I want to hear about',
    devices: 'Where I am signed in',
  },
});
