import type { Language } from '../../../kernel/language.ts';
import type { StatementKind } from '../rules/statements.ts';

/** Proposals for the house's own words; what is said of the law is true of the day that the program was written. */
const USUAL: Readonly<Record<StatementKind, Readonly<Record<Language, (house: string) => string>>>> = {
  accessibility: {
    da: (
      house,
    ) => `${house} vil gøre sine sider tilgængelige. Det kræver lov om tilgængelighed af offentlige organers websteder og mobilapplikationer.

Erklæringen gælder den side, du er på nu.

## Sådan er det i dag
Siden er bygget efter WCAG 2.2, niveau AA. Den prøves af sig selv hver gang, den ændres: med tastatur, uden JavaScript, på små skærme og i lys og mørk. Det er ikke det samme som en prøve med mennesker, der bruger skærmlæser hver dag.

## Det, der kan være svært
Bilag og tegninger, som andre har sendt ind, er ikke altid læsbare for en skærmlæser. Skriv til os, så læser vi dem op eller sender dem på en anden måde.

Billeder af planer og plakater fra før kan mangle en beskrivelse.

## Fandt du noget, der ikke virker?
Sig det til os. Vi svarer inden for 7 dage, retter det, hvis vi kan, og giver dig ellers det samme på en anden måde.

## Klage
Er du ikke tilfreds med svaret, kan du klage til Digitaliseringsstyrelsen på digst.dk. De holder øje med, at loven følges.`,
    en: (
      house,
    ) => `${house} wants its pages to be accessible. The Danish Act on Accessibility of Public Sector Bodies’ Websites and Mobile Applications demands it.

The statement is about the site you are on now.

## How it is today
The site is built to WCAG 2.2, level AA. It is tried by itself each time it changes: by keyboard, without JavaScript, on small screens, and in light and dark. That is not the same as a trial by people who use a screen reader every day.

## What may be hard
Papers and drawings that others have sent in cannot always be read by a screen reader. Write to us, and we read them aloud or send them in another way.

Pictures of plans and posters from before may lack a description.

## Did you find something that does not work?
Tell us. We answer within 7 days, mend it if we can, and otherwise give you the same in another way.

## Complaint
If you are not content with the answer, you can complain to the Danish Agency for Digital Government at digst.dk. They see to it that the law is kept.`,
  },
  privacy: {
    da: (
      house,
    ) => `${house} passer på det, du fortæller os. Vi gemmer kun det, du selv skriver, og det, vi skal bruge for at svare dig og passe husene.

Dit navn står ikke på en side, som alle kan se, før du har sagt ja til det. Ingen andre firmaer følger med i, hvad du gør her.`,
    en: (
      house,
    ) => `${house} takes care of what you tell us. We keep only what you write yourself, and what we need to answer you and to look after the houses.

Your name does not stand on a page that everybody can see before you have said yes to it. No other companies follow what you do here.`,
  },
  record: {
    da: (house) => `Dataansvarlig: ${house}.

Databeskyttelsesrådgiver: Skriv navn og kontakt, eller at I ikke skal have en.

Databehandlere: Skriv, hvem der driver serveren, og hvem der sender mail og SMS for jer.`,
    en: (house) => `Controller: ${house}.

Data protection officer: Write name and contact, or that you need none.

Processors: Write who runs the server, and who carries mail and SMS for you.`,
  },
};

/** What stands until the house has written its own. */
export function usualWords(kind: StatementKind, language: Language, house: string): string {
  return USUAL[kind][language](house);
}
