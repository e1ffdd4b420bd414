import type { SheetTemplate, Theme } from './template.ts';

const QUESTIONS: Readonly<Record<string, string>> = {
  rammer: 'Hvor mødes beboerne helst, og hvorfor der?',
  engagement: 'Hvordan får I at vide, hvad beboerne drømmer om?',
  samarbejde: 'Hvem mangler I at tale med?',
  bestyrelsen: 'Hvad vil I gøre først?',
};

/** The four themes that a house's board and staff talk through over a placemat: 26 options, and room for one's own under each. */
export const readyMade: SheetTemplate = {
  name: 'Fællesskaber, der holder',
  lang: 'da',
  themes: [
    theme('rammer', 'De fysiske rammer', {
      faelleshuse: 'Fælleshuse og beboerlokaler, som bruges',
      legepladser: 'Legepladser, hvor også voksne mødes',
      udeliv: 'Bænke, bålsteder og borde udenfor',
      haver: 'Nyttehaver og højbede',
      renovering: 'Fællesskab tænkt ind i renoveringer',
      generationer: 'Boliger, hvor generationer bor sammen',
      vaerksteder: 'Værksteder og ting, vi deler',
    }),
    theme('engagement', 'Engagement og uformelle fællesskaber', {
      puljer: 'Puljer, som beboerne kan søge',
      personale: 'Kurser til medarbejdere',
      bestyrelser: 'Kurser til bestyrelser',
      konsulent: 'Beboerkonsulent eller social vicevært',
      faellesdage: 'Fællesdage i afdelingerne',
      opgavegrupper: 'Opgavegrupper for en kort tid',
      pris: 'En pris til dem, der gør noget for andre',
    }),
    theme('samarbejde', 'Samarbejde med andre', {
      kommune: 'Samarbejde med kommunen',
      sociale: 'Samarbejde med sociale foreninger',
      groenne: 'Samarbejde med grønne foreninger',
      idraet: 'Samarbejde med idrætsforeninger',
      skoler: 'Samarbejde med skoler og kulturhuse',
      forskning: 'Samarbejde med forskere',
    }),
    theme('bestyrelsen', 'Bestyrelsens fokus', {
      strategi: 'Fællesskab er et mål i strategien',
      seminar: 'Et seminar om fællesskab',
      maaling: 'Vi måler og evaluerer hvert år',
      raad: 'Et råd af beboere, som bestyrelsen spørger',
      aarshjul: 'Fast plads i årshjulet',
      dagsorden: 'På dagsordenen til bestyrelsens møder',
    }),
  ],
};

/** The same four themes with a supplementary question under each, as a workshop begins with them. */
export const readyMadeWithQuestions: SheetTemplate = {
  ...readyMade,
  themes: readyMade.themes.map((one) => ({ ...one, questions: [{ id: 'sp-1', text: QUESTIONS[one.id] ?? '' }] })),
};

function theme(id: string, title: string, options: Readonly<Record<string, string>>): Theme {
  return { id, title, options: Object.entries(options).map(([of, text]) => ({ id: of, text })), other: 1, notes: 1 };
}
