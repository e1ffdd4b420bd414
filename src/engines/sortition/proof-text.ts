import type { PageText } from './proof-page.ts';

/** The page's words, where whoever draws has no words of their own. */
export const PROOF_TEXT: Readonly<Record<'da' | 'en', PageText>> = {
  da: {
    lang: 'da',
    title: 'Se efter, at lodtrækningen er ærlig',
    intro:
      'Her er listen over de grupper, der kan blive trukket. Alle grupper på listen har lige stor chance. Siden regner selv efter i din browser og sender ikke noget fra sig.',
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
      'Du er med i {times} af {panels} grupper. Din chance er altså {chance}. Den fuldt udregnede chance er {exact}.',
    chanceNever:
      'Du er ikke med i nogen af grupperne. Enten kan ingen gruppe med dig opfylde kravene, eller også er du holdt udenfor.',
    chanceUnknown: 'Koden står ikke på listen. Se efter, om du har skrevet den rigtigt af.',
    panelTitle: 'Den trukne gruppe',
    panelHelp: 'Skriv det tal, terningerne viste, så ser du gruppens koder.',
    panelLabel: 'Gruppens nummer',
    panelButton: 'Vis gruppen',
    panelUnknown: 'Skriv et tal fra 0 til {last}.',
    quotasTitle: 'Holder alle grupper kravene?',
    quotasHelp:
      'Svarene står ikke her, for så kunne man gætte, hvem folk er. Har du fået filen answers.csv til kontrol, så vælg den her. Den bliver i din browser.',
    quotasLabel: 'Filen med svar',
    quotasRight: 'Alle grupper på listen holder alle krav.',
    quotasWrong: 'Mindst en gruppe holder ikke kravene, eller filen hører til en anden lodtrækning.',
    columns: ['Emne', 'Svar', 'Mindst', 'Højst', 'På listen'],
    script: 'Siden regner efter med et lille program. Slå JavaScript til for at bruge den.',
  },
  en: {
    lang: 'en',
    title: 'Check that the draw is honest',
    intro:
      'This is the list of groups that can be drawn. Each group on the list has the same chance. The page does its own sums in your browser and sends nothing anywhere.',
    hashTitle: 'Is the list the same?',
    hashHelp: 'This number is the fingerprint of the list. It must be the one that was shown before the draw.',
    hashRight: 'The list fits its fingerprint.',
    hashWrong: 'The list does not fit its fingerprint. It has been changed; do not trust it.',
    chanceTitle: 'Your own chance',
    chanceHelp: 'Write the code from your receipt. It looks like this: K7Q2-9FMX.',
    chanceLabel: 'Your code',
    chanceButton: 'Show my chance',
    chanceFound:
      'You are in {times} of {panels} groups, so your chance is {chance}. The exact chance before rounding is {exact}.',
    chanceNever: 'You are in none of the groups. Either no group with you can meet the demands, or you were left out.',
    chanceUnknown: 'The code is not on the list. Check that you have copied it rightly.',
    panelTitle: 'The group that was drawn',
    panelHelp: 'Write the number that the dice showed to see the codes of that group.',
    panelLabel: 'Number of the group',
    panelButton: 'Show the group',
    panelUnknown: 'Write a number from 0 to {last}.',
    quotasTitle: 'Does each group meet the demands?',
    quotasHelp:
      'The answers are not here, since one could guess who people are. If you were given the file answers.csv to check with, choose it here. It stays in your browser.',
    quotasLabel: 'The file of answers',
    quotasRight: 'Each group on the list meets all demands.',
    quotasWrong: 'At least one group does not meet the demands, or the file belongs to another draw.',
    columns: ['Feature', 'Answer', 'At least', 'At most', 'On the list'],
    script: 'The page does its sums with a small program. Turn on JavaScript to use it.',
  },
};
