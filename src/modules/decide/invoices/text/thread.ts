import { defineText } from '../../../../kernel/language.ts';

export const threadText = defineText({
  da: {
    arrived: 'Der kom en faktura.',
    received: (amount: string) => `Der kom en faktura på ${amount}`,
    moved: 'Fakturaen blev lagt til en anden sag.',
    typed: (actor: string) => `${actor} skrev fakturaen ind.`,
    pictured: 'En PDF af fakturaen kom bagefter og blev lagt ved.',
    parted: (actor: string) => `${actor} skilte to fakturaer ad, der var kommet sammen.`,
    answered: (actor: string) => `${actor} så på et punkt i fakturaen.`,
    accepted: (amount: string) => `En faktura på ${amount} blev godkendt.`,
    credited: (amount: string) => `En kreditnota på ${amount} blev godkendt.`,
    returned: 'En faktura blev sendt tilbage til leverandøren.',
    rejected: 'En faktura blev afvist.',
    undone: 'Svaret på en faktura blev taget tilbage.',
    settingsChanged: (actor: string) => `${actor} rettede, hvem fakturaer skal stiles til.`,
    turnHandle: (reference: string | null) =>
      reference ? `Fakturaen til ${reference} venter på dig.` : 'En faktura uden tilsagn venter på dig.',
    turnHandleAction: 'Se fakturaen',
    turnMail: 'Der er kommet en mail uden faktura.',
    turnMailAction: 'Læs mailen',
  },
  en: {
    arrived: 'An invoice came.',
    received: (amount: string) => `An invoice for ${amount} came.`,
    moved: 'The invoice was moved to another case.',
    typed: (actor: string) => `${actor} typed the invoice in.`,
    pictured: 'A PDF of the invoice came afterwards and was laid beside it.',
    parted: (actor: string) => `${actor} parted two bills that had come together.`,
    answered: (actor: string) => `${actor} looked into a point of the invoice.`,
    accepted: (amount: string) => `An invoice for ${amount} was accepted.`,
    credited: (amount: string) => `A credit note for ${amount} was accepted.`,
    returned: 'An invoice was sent back to the supplier.',
    rejected: 'An invoice was rejected.',
    undone: 'The answer to an invoice was taken back.',
    settingsChanged: (actor: string) => `${actor} changed whom invoices are made out to.`,
    turnHandle: (reference: string | null) =>
      reference ? `The invoice for ${reference} waits for you.` : 'An invoice without a commitment waits for you.',
    turnHandleAction: 'See the invoice',
    turnMail: 'A mail without an invoice has come.',
    turnMailAction: 'Read the mail',
  },
});
