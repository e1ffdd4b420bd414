import { defineText, type Language } from '../../../../kernel/language.ts';
import type { CheckCode, Told } from '../rules/check.ts';

type Wish = (told: Told & { readonly us: string; readonly cvr: string; readonly reference: string }) => string;

/** What is asked of the supplier, for each finding that is theirs to mend. Nothing about the people in the case. */
const da: Readonly<Partial<Record<CheckCode, Wish>>> = {
  document_errors: () => 'Fakturaen har fejl, så vi ikke kan læse den. De står nederst.',
  number_missing: () => 'Fakturaen mangler et nummer.',
  buyer_missing: ({ us, cvr }) => `Fakturaen siger ikke, hvem der køber. Den skal stiles til ${us}${cvr}.`,
  buyer_other: ({ name, us, cvr }) => `Fakturaen er stilet til ${name}. Den skal stiles til ${us}${cvr}.`,
  buyer_other_cvr: ({ us, cvr }) => `Fakturaen har et forkert cvr-nummer på køberen. Den skal stiles til ${us}${cvr}.`,
  buyer_department: ({ name, us, cvr }) => `Fakturaen er stilet til ${name}. Den skal stiles til ${us}${cvr}.`,
  buyer_board: ({ name, us, cvr }) => `Fakturaen er stilet til ${name}. Den skal stiles til ${us}${cvr}.`,
  issuer_missing: () => 'Fakturaen siger ikke, hvem der sender den.',
  issuer_us: ({ us }) => `Fakturaen ser ud til at være sendt af ${us} selv.`,
  issuer_applicant: () => 'Puljen betaler kun fakturaer fra andre end dem, der er med i sagen.',
  issuer_co_applicant: () => 'Puljen betaler kun fakturaer fra andre end dem, der er med i sagen.',
  issuer_household: () => 'Puljen betaler kun fakturaer fra andre end dem, der er med i sagen.',
  issuer_decider: () => 'Puljen betaler kun fakturaer fra andre end dem, der er med i sagen.',
  commitment_missing: () =>
    'Vi kan ikke se, hvad fakturaen er for. Skriv den reference, I har fået (for eksempel P-0007).',
  commitment_closed: () => 'Tilsagnet er udløbet, så vi kan ikke betale fakturaen.',
  delivered_before_commitment: ({ day }) =>
    `Varen er leveret ${day}, før der var givet tilsagn. Det kan puljen ikke betale.`,
  delivered_after_expiry: ({ day }) => `Varen er leveret ${day}, efter at tilsagnet løb ud.`,
  amount_missing: () => 'Fakturaen mangler et beløb at betale.',
  over_remaining: ({ amount, other }) => `Fakturaen er på ${amount}, men der er kun givet tilsagn om ${other} mere.`,
  nothing_remains: () => 'Der er ikke flere penge i tilsagnet.',
  duplicate_number: () => 'Vi har allerede fået en faktura med samme nummer og beløb.',
  duplicate_file: () => 'Vi har allerede fået den samme faktura.',
  currency_other: ({ name }) => `Fakturaen er i ${name}. Vi kan kun betale i danske kroner.`,
  credit_unknown: () => 'Kreditnotaen skal nævne nummeret på den faktura, den tager tilbage.',
  credit_over: () => 'Kreditnotaen er større end den faktura, den tager tilbage.',
  bank_missing: () => 'Fakturaen siger ikke, hvor vi skal betale hen.',
  bank_ours: () => 'Kontoen på fakturaen er vores egen. Skriv jeres.',
  cash_like: () => 'Der står gavekort eller kontanter på fakturaen. Det kan puljen ikke betale.',
};

const en: typeof da = {
  document_errors: () => 'The invoice has errors, so that we cannot read it. They stand at the bottom.',
  number_missing: () => 'The invoice has no number.',
  buyer_missing: ({ us, cvr }) => `The invoice names no buyer. It must be made out to ${us}${cvr}.`,
  buyer_other: ({ name, us, cvr }) => `The invoice is made out to ${name}. It must be made out to ${us}${cvr}.`,
  buyer_other_cvr: ({ us, cvr }) => `The company number of the buyer is wrong. It must be made out to ${us}${cvr}.`,
  buyer_department: ({ name, us, cvr }) => `The invoice is made out to ${name}. It must be made out to ${us}${cvr}.`,
  buyer_board: ({ name, us, cvr }) => `The invoice is made out to ${name}. It must be made out to ${us}${cvr}.`,
  issuer_missing: () => 'The invoice does not say who sends it.',
  issuer_us: ({ us }) => `The invoice seems to be sent by ${us} itself.`,
  issuer_applicant: () => 'The fund only pays bills from others than those in the case.',
  issuer_co_applicant: () => 'The fund only pays bills from others than those in the case.',
  issuer_household: () => 'The fund only pays bills from others than those in the case.',
  issuer_decider: () => 'The fund only pays bills from others than those in the case.',
  commitment_missing: () => 'We cannot see what the invoice is for. Write the reference you were given (P-0007, say).',
  commitment_closed: () => 'The commitment has run out, so we cannot pay the invoice.',
  delivered_before_commitment: ({ day }) =>
    `It was delivered on ${day}, before the commitment. The fund cannot pay that.`,
  delivered_after_expiry: ({ day }) => `It was delivered on ${day}, after the commitment ran out.`,
  amount_missing: () => 'The invoice has no amount to pay.',
  over_remaining: ({ amount, other }) => `The invoice is for ${amount}, but only ${other} more was promised.`,
  nothing_remains: () => 'Nothing is left of the commitment.',
  duplicate_number: () => 'We already have an invoice with the same number and amount.',
  duplicate_file: () => 'We already have the same invoice.',
  currency_other: ({ name }) => `The invoice is in ${name}. We can only pay in Danish kroner.`,
  credit_unknown: () => 'The credit note must name the invoice that it takes back.',
  credit_over: () => 'The credit note is larger than the invoice that it takes back.',
  bank_missing: () => 'The invoice does not say where to pay.',
  bank_ours: () => 'The account on the invoice is our own. Write yours.',
  cash_like: () => 'There are gift cards or cash on the invoice. The fund cannot pay that.',
};

/** The sentence for a finding; undefined where there is nothing that the supplier can mend. */
export function wishFor(language: Language, code: CheckCode): Wish | undefined {
  return { da, en }[language][code];
}

export const supplierText = defineText({
  da: {
    cvr: (cvr: string) => `, cvr-nr. ${cvr}`,
    subject: (number: string) => (number ? `Jeres faktura ${number}` : 'Jeres faktura'),
    hello: 'Hej',
    sentBack: (number: string, us: string) =>
      `Tak for jeres faktura${number ? ` ${number}` : ''} til ${us}. Vi kan desværre ikke betale den, som den er:`,
    again: 'Send os en ny, så betaler vi den.',
    againWith: (reference: string) => `Send os en ny med referencen ${reference}, så betaler vi den.`,
    sendAt: (place: string) => `I kan sende den her: ${place}`,
    errors: 'Fejl i fakturaen:',
    regards: 'Venlig hilsen',
    footer: 'I får denne mail, fordi I har sendt os en faktura. I kan bare svare på den.',
    received: {
      subject: 'Tak for fakturaen',
      text: (count: number) => (count === 1 ? 'Vi har fået jeres faktura.' : `Vi har fået jeres ${count} fakturaer.`),
      next: 'Vi ser på den og skriver, hvis der er noget galt.',
      none: 'Tak for mailen. Vi fandt ingen faktura i den. Send fakturaen som pdf eller e-faktura (OIOUBL) i en vedhæftet fil.',
      noneSubject: 'Vi fandt ingen faktura i mailen',
    },
  },
  en: {
    cvr: (cvr: string) => `, company no. ${cvr}`,
    subject: (number: string) => (number ? `Your invoice ${number}` : 'Your invoice'),
    hello: 'Hello',
    sentBack: (number: string, us: string) =>
      `Thank you for your invoice${number ? ` ${number}` : ''} to ${us}. We are sorry that we cannot pay it as it is:`,
    again: 'Send us a new one, and we will pay it.',
    againWith: (reference: string) => `Send us a new one with the reference ${reference}, and we will pay it.`,
    sendAt: (place: string) => `You can send it here: ${place}`,
    errors: 'Errors in the invoice:',
    regards: 'Kind regards',
    footer: 'You get this mail because you sent us an invoice. You can simply answer it.',
    received: {
      subject: 'Thank you for the invoice',
      text: (count: number) => (count === 1 ? 'We have your invoice.' : `We have your ${count} invoices.`),
      next: 'We will look at it and write if anything is wrong.',
      none: 'Thank you for the mail. We found no invoice in it. Send it as a PDF or an e-invoice (OIOUBL) in an attached file.',
      noneSubject: 'We found no invoice in the mail',
    },
  },
});
