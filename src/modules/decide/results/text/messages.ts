import { defineText } from '../../../../kernel/language.ts';

/** What leaves the house: to those who held something with the fund's money. The first paragraph is the SMS. */
export const messageText = defineText({
  da: {
    subjects: {
      feedback: (reference: string) => `Hvordan gik det? (${reference})`,
      feedbackLate: (reference: string) => `Vi mangler din tilbagemelding (${reference})`,
      noInvoice: (reference: string) => `Vi har ikke fået en faktura (${reference})`,
    },
    feedback: (title: string, _reference: string, due: string) =>
      `Hvordan gik det med ”${title}”? Svar på tre korte spørgsmål senest ${due}.\nDet tager to minutter. Du må gerne lægge et billede ved.`,
    feedbackLate: (title: string, _reference: string, _due: string) =>
      `Vi vil gerne høre, hvordan det gik med ”${title}”. Svar på tre korte spørgsmål.\nNår du har svaret, kan vi gøre sagen færdig.`,
    noInvoice: (title: string, reference: string, _due: string) =>
      `Vi har ikke fået en faktura for ”${title}”. Bed butikken skrive ${reference} på den og sende den til os.\nBrugte I ikke pengene? Så skriv til os. Så kan andre få glæde af dem.`,
    action: 'Fortæl, hvordan det gik',
  },
  en: {
    subjects: {
      feedback: (reference: string) => `How did it go? (${reference})`,
      feedbackLate: (reference: string) => `We have not heard from you (${reference})`,
      noInvoice: (reference: string) => `We have not had an invoice (${reference})`,
    },
    feedback: (title: string, _reference: string, due: string) =>
      `How did “${title}” go? Answer three short questions by ${due}.\nIt takes two minutes. You are welcome to add a picture.`,
    feedbackLate: (title: string, _reference: string, _due: string) =>
      `We would like to hear how “${title}” went. Answer three short questions.\nWhen you have, we can close the case.`,
    noInvoice: (title: string, reference: string, _due: string) =>
      `We have not had an invoice for “${title}”. Ask the shop to write ${reference} on it and send it to us.\nDid you not use the money? Then tell us, so that others can.`,
    action: 'Tell us how it went',
  },
});
