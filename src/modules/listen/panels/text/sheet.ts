import { defineText } from '../../../../kernel/language.ts';

/** The sign-up form that is filled in with a pen; its questions are those of the form on the web. */
export const sheetText = defineText({
  da: {
    file: 'tilmelding',
    link: 'Hent et tomt skema på papir (PDF)',
    over: { drawn: 'Fokusgruppe: vær med', open: 'Åben fokusgruppe: kom og vær med' },
    intro: (until: string, phone: string) =>
      `Udfyld arket, og aflever det på kontoret.${until && ` Vi skal have det senest ${until}.`}${phone && ` Du kan også ringe til os på ${phone}, så skriver vi dig op.`}`,
    optional: (label: string) => `${label} (må stå tomt)`,
    reachHelp: 'Har du ingen, så skriver vi et brev til dig.',
    board: 'Bestyrelser',
    consent: 'Du siger ja ved at sætte kryds',
    signed: 'Dato og underskrift',
    foot: 'Du får en kvittering med din kode.',
  },
  en: {
    file: 'sign-up',
    link: 'Get an empty form on paper (PDF)',
    over: { drawn: 'Focus group: take part', open: 'Open focus group: come along' },
    intro: (until: string, phone: string) =>
      `Fill in the page and bring it to the office.${until && ` We must have it by ${until}.`}${phone && ` You can also call us on ${phone}, and we sign you up.`}`,
    optional: (label: string) => `${label} (may be left empty)`,
    reachHelp: 'If you have none, we write you a letter.',
    board: 'Boards',
    consent: 'You say yes with a cross',
    signed: 'Date and signature',
    foot: 'You get a receipt with your code.',
  },
});
