import { defineText } from '../../kernel/language.ts';

export const formText = defineText({
  da: {
    optional: '(valgfrit)',
    summary: (count: number) => (count === 1 ? 'Der er én ting at rette' : `Der er ${count} ting at rette`),
    atMost: (count: number) => `Højst ${count} tegn.`,
    left: 'Du har {n} tegn tilbage.',
    over: 'Du har {n} tegn for meget.',
    lix: 'Skriv korte sætninger, så alle kan være med.',
    lixEasy: 'Let at læse. Godt!',
    lixMedium: 'Lidt tungt at læse. Prøv med kortere sætninger.',
    lixHard: 'Svært at læse. Del sætningerne, og brug kortere ord.',
    kroner: 'kr.',
    choose: 'Vælg …',
    files: 'Du kan tage et billede med telefonen eller vælge en fil.',
    search: 'Søg',
  },
  en: {
    optional: '(optional)',
    summary: (count: number) => (count === 1 ? 'There is one thing to mend' : `There are ${count} things to mend`),
    atMost: (count: number) => `At most ${count} characters.`,
    left: 'You have {n} characters left.',
    over: 'You have {n} characters too many.',
    lix: 'Write short sentences, so that everybody can join in.',
    lixEasy: 'Easy to read. Good!',
    lixMedium: 'A little heavy. Try shorter sentences.',
    lixHard: 'Hard to read. Split the sentences and use shorter words.',
    kroner: 'DKK',
    choose: 'Choose …',
    files: 'Take a picture with your phone, or choose a file.',
    search: 'Search',
  },
});
