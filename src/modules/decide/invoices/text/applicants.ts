import { defineText } from '../../../../kernel/language.ts';

/** What the applicant hears. */
export const applicantText = defineText({
  da: {
    received: {
      subject: 'Regningen er kommet',
      text: (supplier: string, title: string) =>
        `Vi har fået regningen fra ${supplier} til ”${title}”. Du skal ikke gøre noget. Vi ser på den og betaler.`,
    },
    returned: {
      subject: 'Regningen er sendt tilbage',
      text: (supplier: string, title: string) =>
        `Regningen fra ${supplier} til ”${title}” kunne ikke betales, som den var. Vi har bedt om en ny. Vi skriver, når den er her.`,
    },
    paid: {
      subject: 'Regningen er betalt',
      text: (supplier: string, title: string) => `Regningen fra ${supplier} til ”${title}” er betalt.`,
    },
    supplier: 'leverandøren',
    see: 'Se sagen',
  },
  en: {
    received: {
      subject: 'The bill has come',
      text: (supplier: string, title: string) =>
        `We have the bill from ${supplier} for “${title}”. You need do nothing. We look at it and pay.`,
    },
    returned: {
      subject: 'The bill was sent back',
      text: (supplier: string, title: string) =>
        `The bill from ${supplier} for “${title}” could not be paid as it was. We have asked for a new one, and write when it is here.`,
    },
    paid: {
      subject: 'The bill is paid',
      text: (supplier: string, title: string) => `The bill from ${supplier} for “${title}” is paid.`,
    },
    supplier: 'the supplier',
    see: 'See the case',
  },
});
