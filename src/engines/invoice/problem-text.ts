import { defineText } from '../../kernel/language.ts';
import { ENGLISH } from './problem-text-en.ts';

/** What a problem speaks of: the part's name, what was written there, what it should have been. */
export interface Said {
  readonly name?: string;
  readonly text?: string;
  readonly expected?: string;
  readonly currency?: string;
  readonly line?: number | null;
}

/** A written amount as Danes write it: `1656.25` becomes `1.656,25`. */
function amount(text: string | undefined): string {
  const [whole = '', decimals = '00'] = (text ?? '').split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, '.')},${decimals}`;
}

const DANISH = {
  EMPTY: () => 'Filen er tom. Send fakturaen igen.',
  'TOO-LARGE': ({ expected }: Said) => `Filen fylder mere end ${expected} MB. Bed leverandøren om en mindre fil.`,
  'TOO-DEEP': () => 'Filen har alt for mange led til en faktura. Bed leverandøren om en ny.',
  'TOO-SLOW': () => 'Filen tager for lang tid at læse. Skriv fakturaen ind, eller bed om en ny fil.',
  ENCODING: ({ text }: Said) => `Filens tegn kan ikke læses som ${text}. Bed leverandøren om en fil i UTF-8.`,
  DOCTYPE: () => 'Filen har en DOCTYPE, som kan misbruges. Vi åbner den ikke. Bed leverandøren om en ren faktura.',
  XML: ({ line, text }: Said) =>
    `Filen er gået i stykker ved linje ${line}. Bed leverandøren om at sende den igen. (${text})`,
  'NOT-INVOICE': () => 'Filen er hverken en e-faktura eller en PDF. Er det et billede, så skriv fakturaen ind.',
  'OIOUBL-3': () => 'OIOUBL 3 er trukket tilbage. Bed leverandøren om OIOUBL 2.1 eller Peppol BIS 3.',
  'ZUGFERD-1': () => 'ZUGFeRD 1 er for gammel til at læse. Bed leverandøren om Factur-X, eller skriv fakturaen ind.',
  'PDF-NO-XML': () => 'En PDF uden data. Læs den, og skriv beløb, nummer og betaling ind.',
  'PDF-BROKEN': () => 'PDF-filen kan ikke åbnes. Bed leverandøren om at sende den igen.',
  'PDF-HEAVY': () => 'PDF-filen er for tung at åbne. Skriv fakturaen ind, eller bed om en mindre fil.',

  'STRUCTURE-MISSING': ({ name }: Said) => `Feltet ${name} mangler. Bed leverandøren om at rette fakturaen.`,
  'STRUCTURE-REPEATED': ({ name, line }: Said) =>
    `Feltet ${name} står mere end én gang (linje ${line}). Bed leverandøren om at rette fakturaen.`,
  'STRUCTURE-ORDER': ({ name, line }: Said) =>
    `Feltet ${name} står et forkert sted (linje ${line}). Bed leverandøren om at rette fakturaen.`,
  'STRUCTURE-DATE': ({ name, text, line }: Said) =>
    `"${text}" er ingen dato (${name}, linje ${line}). Bed leverandøren om at rette den.`,
  'STRUCTURE-AMOUNT': ({ name, text, line }: Said) =>
    `"${text}" er ikke et tal, vi kan bruge (${name}, linje ${line}). Bed leverandøren om at rette det.`,
  'STRUCTURE-CURRENCY': ({ name, line }: Said) =>
    `Beløbet ${name} har ingen valuta (linje ${line}). Bed leverandøren om at rette fakturaen.`,
  'STRUCTURE-FLAG': ({ name, text, line }: Said) =>
    `"${text}" skal være true eller false (${name}, linje ${line}). Bed leverandøren om at rette det.`,
  'CURRENCY-MIXED': ({ name, text, currency }: Said) =>
    `Beløbet ${name} er i ${text}, men fakturaen er i ${currency}. Bed om en faktura i én valuta.`,

  'BR-01': () => 'Fakturaen siger ikke, hvilket format den følger. Bed leverandøren om at rette den.',
  'BR-02': () => 'Fakturaen har intet nummer. Bed leverandøren om en ny med nummer.',
  'BR-03': () => 'Fakturaen har ingen dato. Bed leverandøren om en ny med dato.',
  'BR-04': () => 'Fakturaen siger ikke, om den er faktura eller kreditnota. Bed leverandøren om at rette den.',
  'BR-05': () => 'Fakturaen har ingen valuta. Bed leverandøren om at rette den.',
  'BR-06': () => 'Leverandørens navn mangler. Bed leverandøren om at rette fakturaen.',
  'BR-07': () => 'Køberens navn mangler. Bed leverandøren om at skrive, hvem der skal betale.',
  'BR-08': () => 'Leverandørens adresse mangler. Bed leverandøren om at rette fakturaen.',
  'BR-09': () => 'Leverandørens land mangler. Bed leverandøren om at rette fakturaen.',
  'BR-10': () => 'Køberens adresse mangler. Bed leverandøren om at rette fakturaen.',
  'BR-11': () => 'Køberens land mangler. Bed leverandøren om at rette fakturaen.',
  'BR-12': () => 'Summen af linjerne mangler. Bed leverandøren om at rette fakturaen.',
  'BR-13': () => 'Beløbet uden moms mangler. Bed leverandøren om at rette fakturaen.',
  'BR-14': () => 'Beløbet med moms mangler. Bed leverandøren om at rette fakturaen.',
  'BR-15': () => 'Beløbet at betale mangler. Bed leverandøren om at rette fakturaen.',
  'BR-16': () => 'Fakturaen har ingen linjer. Bed leverandøren om at skrive, hvad der er købt.',
  'BR-21': () => 'En linje har intet nummer. Bed leverandøren om at rette fakturaen.',
  'BR-22': ({ name }: Said) => `Linje ${name} har intet antal. Bed leverandøren om at rette den.`,
  'BR-23': ({ name }: Said) => `Linje ${name} har ingen enhed for antallet. Bed leverandøren om at rette den.`,
  'BR-24': ({ name }: Said) => `Linje ${name} har intet beløb. Bed leverandøren om at rette den.`,
  'BR-25': ({ name }: Said) => `Linje ${name} siger ikke, hvad der er købt. Bed leverandøren om at rette den.`,
  'BR-26': ({ name }: Said) => `Linje ${name} har ingen pris. Bed leverandøren om at rette den.`,
  'BR-27': ({ name, text }: Said) => `Linje ${name} har en negativ pris (${text}). Bed leverandøren om at rette den.`,
  'BR-29': () => 'Perioden slutter, før den begynder. Bed leverandøren om at rette den.',
  'BR-31': () => 'En rabat eller et gebyr har intet beløb. Bed leverandøren om at rette fakturaen.',
  'BR-45': () => 'En del af momsen siger ikke, hvad den er regnet af. Bed leverandøren om at rette den.',
  'BR-46': () => 'En del af momsen har intet beløb. Bed leverandøren om at rette den.',
  'BR-47': () => 'En del af momsen siger ikke, hvilken slags den er. Bed leverandøren om at rette den.',
  'BR-48': () => 'En del af momsen har ingen sats. Bed leverandøren om at rette den.',
  'BR-49': () => 'Fakturaen siger ikke, hvordan den skal betales. Spørg leverandøren.',
  'BR-61': () => 'Fakturaen siger ikke, hvilken konto pengene skal til. Spørg leverandøren.',
  'BR-CL-01': ({ text }: Said) => `Koden "${text}" er hverken faktura eller kreditnota. Spørg leverandøren.`,
  'BR-CL-04': ({ text }: Said) => `"${text}" er ingen valuta. Bed leverandøren om at rette den, for eksempel til DKK.`,
  'BR-CL-14': ({ text }: Said) =>
    `"${text}" er ingen landekode. Bed leverandøren om at rette den, for eksempel til DK.`,
  'BR-CL-16': ({ text }: Said) => `"${text}" er ingen betalingsmåde. Spørg leverandøren, hvordan I skal betale.`,
  'BR-CL-17': ({ text }: Said) => `"${text}" er ingen slags moms. Bed leverandøren om at rette den.`,
  'BR-DEC': ({ name, text }: Said) =>
    `Beløbet ${name} har for mange decimaler (${text}). Regn med det afrundede beløb.`,

  'BR-CO-10': ({ text, expected }: Said) =>
    `Linjerne giver ${amount(expected)}, men fakturaen skriver ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-11': ({ text, expected }: Said) =>
    `Rabatterne giver ${amount(expected)}, men fakturaen skriver ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-12': ({ text, expected }: Said) =>
    `Gebyrerne giver ${amount(expected)}, men fakturaen skriver ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-13': ({ text, expected }: Said) =>
    `Beløbet uden moms burde være ${amount(expected)}, men der står ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-14': ({ text, expected }: Said) =>
    `Momsens dele giver ${amount(expected)}, men fakturaen skriver ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-15': ({ text, expected }: Said) =>
    `Beløbet med moms burde være ${amount(expected)}, men der står ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-16': ({ text, expected }: Said) =>
    `Beløbet at betale burde være ${amount(expected)}, men der står ${amount(text)}. Betal ikke. Bed leverandøren om at regne efter.`,
  'BR-CO-17': ({ name, text, expected }: Said) =>
    `Moms på ${name} % burde være ${amount(expected)}, men der står ${amount(text)}. Bed leverandøren om at regne efter.`,
  'BR-CO-04': ({ name }: Said) => `Linje ${name} siger ikke, om der er moms på. Bed leverandøren om at rette den.`,
  'BR-CO-18': () => 'Fakturaen viser ikke, hvordan momsen er regnet. Bed leverandøren om at rette den.',
  'BR-CO-25': () => 'Fakturaen siger ikke, hvornår den skal betales. Aftal en dato med leverandøren.',
  'OIOUBL-TAX-EXCLUSIVE': ({ text, expected }: Said) =>
    `TaxExclusiveAmount er ${amount(text)}, men skal i OIOUBL være momsen, ${amount(expected)}. Se efter, at beløbene passer.`,
  'LINE-SUM': ({ name, text, expected }: Said) =>
    `Linje ${name} giver ${amount(expected)}, men der står ${amount(text)}. Se efter, om antal og pris passer.`,

  CURRENCY: ({ text }: Said) => `Fakturaen er i ${text}. Regn om til kroner, før I betaler.`,
  'VAT-RATE': ({ text }: Said) => `Momsen er ${text} %. Dansk moms er 25 %. Se efter, om det passer.`,
  'DUE-DATE': () => 'Fakturaen har ingen betalingsdato. Aftal en med leverandøren.',
  'DUE-BEFORE-ISSUE': () => 'Betalingsdatoen ligger før fakturaens dato. Spørg leverandøren.',
  CVR: ({ name, text }: Said) => `CVR-nummeret ${text} (${name}) findes ikke: cifrene passer ikke sammen. Slå det op.`,
  GLN: ({ text }: Said) => `GLN-nummeret ${text} passer ikke: det skal have 13 cifre, der hører sammen. Se efter.`,
  IBAN: ({ text }: Said) => `Kontoen ${text} er ikke et gyldigt IBAN. Spørg leverandøren, før I betaler.`,
  ACCOUNT: ({ text }: Said) =>
    `Kontoen ${text} passer ikke: 4 cifre til banken og højst 10 til kontoen. Spørg leverandøren.`,
  FIK: ({ text }: Said) => `Betalingskoden ${text} passer ikke: cifrene hører ikke sammen. Spørg leverandøren.`,
  GIRO: ({ text }: Said) => `Girokoden ${text} passer ikke: cifrene hører ikke sammen. Spørg leverandøren.`,
  PAYEE: ({ text }: Said) => `Pengene skal til en anden end leverandøren: ${text}. Ring og spørg, før I betaler.`,
  PROFORMA: () => 'Det er en proforma, ikke en faktura. Betal ikke. Bed leverandøren om fakturaen.',
  NEGATIVE: () => 'Beløbet er negativt. Det er i virkeligheden en kreditnota.',
  'CREDIT-SIGN': () => 'Kreditnotaen skriver sine beløb med minus. Vi har vendt dem, så de er positive.',
  REFERENCE: () => 'Fakturaen har ingen reference. Find selv den sag, den hører til.',

  'DK-R-002': () => 'Leverandørens CVR-nummer mangler. Bed leverandøren om en ny faktura med CVR-nummer.',
  'DK-R-003': ({ name }: Said) =>
    `Linje ${name} har en varekode (UNSPSC) i en forkert udgave. Bed leverandøren om at rette den.`,
  'DK-R-004': () => 'En afgift mangler sin firecifrede kode. Bed leverandøren om at rette fakturaen.',
  'DK-R-005': ({ text }: Said) =>
    `Betalingsmåden ${text} bruges ikke i Danmark. Bed leverandøren om en konto, FIK eller giro.`,
  'DK-R-006': () => 'Registrerings- eller kontonummer mangler. Spørg leverandøren, hvor pengene skal hen.',
  'DK-R-007': () => 'Aftalen om direkte betaling mangler sit nummer eller sin konto. Spørg leverandøren.',
  'DK-R-008': ({ text }: Said) =>
    `Girobetalingen ${text} er forkert: den skal begynde med 01, 04 eller 15 og have en girokonto. Spørg leverandøren.`,
  'DK-R-009': ({ text }: Said) => `Girobetalingen ${text} skal have 16 cifre efter kortarten. Spørg leverandøren.`,
  'DK-R-010': ({ text }: Said) =>
    `FIK-betalingen ${text} er forkert: den skal begynde med 71, 73 eller 75 og have et kreditornummer på 8 cifre. Spørg leverandøren.`,
  'DK-R-011': ({ text }: Said) =>
    `FIK-betalingen ${text} skal have 15 eller 16 cifre efter kortarten. Spørg leverandøren.`,
  'DK-R-013': ({ text }: Said) =>
    `Nummeret ${text} siger ikke, hvad det er et nummer for. Bed leverandøren om at rette det.`,
  'DK-R-014': ({ text }: Said) =>
    `Leverandørens nummer ${text} er ikke mærket som CVR. Bed leverandøren om at rette det.`,
  'DK-R-015': ({ text }: Said) => `Momsnummeret ${text} skal være DK og otte cifre. Bed leverandøren om at rette det.`,
  'DK-R-016': () => 'En kreditnota kan ikke have et negativt beløb. Bed leverandøren om at rette den.',
} as const;

export type ProblemCode = keyof typeof DANISH;

/** Every message by its code. */
export const problemText = defineText({ da: DANISH, en: ENGLISH });

/** Codes that make a person look, without the document being wrong. The official rules do not test these. */
export const WARNINGS: ReadonlySet<ProblemCode> = new Set([
  'BR-DEC',
  'OIOUBL-TAX-EXCLUSIVE',
  'LINE-SUM',
  'CURRENCY',
  'VAT-RATE',
  'DUE-DATE',
  'DUE-BEFORE-ISSUE',
  'CVR',
  'GLN',
  'IBAN',
  'ACCOUNT',
  'FIK',
  'GIRO',
  'PAYEE',
  'NEGATIVE',
  'CREDIT-SIGN',
  'REFERENCE',
  'DK-R-003',
]);
