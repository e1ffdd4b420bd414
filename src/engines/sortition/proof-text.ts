import type { PageText } from './proof-page.ts';

/** The page's words, where whoever draws has no words of their own. */
export const PROOF_TEXT: Readonly<Record<'da' | 'en', PageText>> = {
  da: {
    lang: 'da',
    title: 'Se efter, at lodtrækningen er ærlig',
    intro:
      'Her er listen over de hold, der kan blive trukket. Alle hold på listen har lige stor chance. Siden regner selv efter i din browser og sender ikke noget fra sig.',
    hashTitle: 'Er listen den samme?',
    hashHelp:
      'Tallet her er listens fingeraftryk. Det skal være det samme som det, der blev vist, før der blev trukket.',
    hashRight: 'Listen passer til sit fingeraftryk.',
    hashWrong: 'Listen passer ikke til sit fingeraftryk. Den er ændret, og du skal ikke stole på den.',
    chanceTitle: 'Din egen chance',
    chanceHelp: 'Skriv koden fra din kvittering. Den ser sådan ud: K7Q2-9FMX.',
    chanceLabel: 'Din kode',
    chanceButton: 'Vis min chance',
    chanceFound:
      'Du er med i {times} af {panels} hold. Din chance er altså {chance}. Den fuldt udregnede chance er {exact}.',
    chanceNever:
      'Du er ikke med på noget hold. Enten kan intet hold med dig opfylde kravene, eller også er du holdt udenfor.',
    chanceUnknown: 'Koden står ikke på listen. Se efter, om du har skrevet den rigtigt af.',
    panelTitle: 'Det hold, der blev trukket',
    panelHelp: 'Skriv det tal, terningerne viste, så ser du holdets koder.',
    panelLabel: 'Holdets nummer',
    panelButton: 'Vis holdet',
    panelUnknown: 'Skriv et tal fra 0 til {last}.',
    quotasTitle: 'Holder alle hold kravene?',
    quotasHelp:
      'Kravene står i tabellen. Svarene står her ikke, for så kunne man gætte, hvem folk er. Der står heller ikke, hvor mange der er af hver slags på hvert hold: Med så mange hold kunne man regne alles svar ud. Dem, der har trukket lod, har filen answers.csv. Bed dem vælge den her, mens du ser på. Filen bliver i browseren.',
    quotasClosed:
      'Kravene til afløsere står her ikke, for så kunne man regne ud, hvem der er med i forvejen. Dem, der har trukket lod, kan vise dig, at alle hold holder dem.',
    quotasLabel: 'Filen med svar',
    quotasRight: 'Alle hold på listen holder alle krav.',
    quotasWrong: 'Mindst ét hold holder ikke kravene, eller filen hører til en anden lodtrækning.',
    columns: ['Emne', 'Svar', 'Mindst', 'Højst', 'På listen'],
    script: 'Siden regner efter med et lille program. Slå JavaScript til for at bruge den.',
  },
  en: {
    lang: 'en',
    title: 'Check that the draw is honest',
    intro:
      'This is the list of panels that can be drawn. Each panel on the list has the same chance. The page does its own sums in your browser and sends nothing anywhere.',
    hashTitle: 'Is the list the same?',
    hashHelp: 'This number is the fingerprint of the list. It must be the one that was shown before the draw.',
    hashRight: 'The list fits its fingerprint.',
    hashWrong: 'The list does not fit its fingerprint. It has been changed; do not trust it.',
    chanceTitle: 'Your own chance',
    chanceHelp: 'Write the code from your receipt. It looks like this: K7Q2-9FMX.',
    chanceLabel: 'Your code',
    chanceButton: 'Show my chance',
    chanceFound:
      'You are in {times} of {panels} panels, so your chance is {chance}. The exact chance before rounding is {exact}.',
    chanceNever: 'You are in none of the panels. Either no panel with you can meet the demands, or you were left out.',
    chanceUnknown: 'The code is not on the list. Check that you have copied it rightly.',
    panelTitle: 'The panel that was drawn',
    panelHelp: 'Write the number that the dice showed to see the codes of that panel.',
    panelLabel: 'Number of the panel',
    panelButton: 'Show the panel',
    panelUnknown: 'Write a number from 0 to {last}.',
    quotasTitle: 'Does each panel meet the demands?',
    quotasHelp:
      'The table shows the demands. The answers are not here, since one could guess who people are. Nor does it say how many of each kind each panel has: with so many panels, everybody’s answers could be worked out from that. Those who drew the lots have the file answers.csv. Ask them to choose it here while you watch. It stays in the browser.',
    quotasClosed:
      'The demands on substitutes are not here, since one could work out from them who takes part already. Those who drew the lots can show you that each panel meets them.',
    quotasLabel: 'The file of answers',
    quotasRight: 'Each panel on the list meets all demands.',
    quotasWrong: 'At least one panel does not meet the demands, or the file belongs to another draw.',
    columns: ['Feature', 'Answer', 'At least', 'At most', 'On the list'],
    script: 'The page does its sums with a small program. Turn on JavaScript to use it.',
  },
};
