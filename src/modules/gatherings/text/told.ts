import { defineText } from '../../../kernel/language.ts';

/** What is told in the journal, in Din tur, and on the card. */
export const toldText = defineText({
  da: {
    opened: (actor: string) => `${actor} åbnede et samarbejde.`,
    changed: (actor: string) => `${actor} rettede et samarbejde.`,
    invited: (actor: string, person: string) => `${actor} inviterede ${person} som gæst.`,
    ended: (actor: string, person: string) => `${actor} tog ${person} ud som gæst.`,
    carded: (actor: string, person: string) => `${actor} skrev et kort ud til ${person}.`,
    entered: (person: string) => `${person} loggede ind med sit kort.`,
    wrote: (actor: string) => `${actor} skrev til de andre i et samarbejde.`,
    removedNote: (actor: string) => `${actor} slettede en note i et samarbejde.`,
    added: (actor: string) => `${actor} lagde et papir i et samarbejde.`,
    removedPaper: (actor: string) => `${actor} fjernede et papir fra et samarbejde.`,
    named: (actor: string, shown: boolean) =>
      shown ? `${actor} lader de andre gæster se sit navn.` : `${actor} viser ikke sit navn til de andre gæster.`,
    turn: 'Du er inviteret som gæst. Se programmet, og svar på, om de andre må se dit navn.',
    turnSubject: (name: string) => `Du er inviteret: ${name}`,
    turnAction: 'Se invitationen',
    cardTitle: 'Kort til gæst',
    cardHeading: (name: string) => `Velkommen, ${name}`,
    cardWhat: (name: string, host: string) => `Du er inviteret til ${name}. Værten er ${host}.`,
    cardHow: (site: string) => `Gå ind på ${site}, og skriv koden. Eller tag et billede af firkanten med telefonen.`,
    cardCaption: 'Åbner invitationen',
    cardAlt: 'Firkantet kode, der åbner din invitation',
    cardKeep: 'Pas på kortet: Den, der har det, kan se samarbejdet på dine vegne.',
    cardUntil: (day: string) => `Koden virker til og med ${day}`,
  },
  en: {
    opened: (actor: string) => `${actor} opened something to work on together.`,
    changed: (actor: string) => `${actor} changed something to work on together.`,
    invited: (actor: string, person: string) => `${actor} invited ${person} as a guest.`,
    ended: (actor: string, person: string) => `${actor} took ${person} out as a guest.`,
    carded: (actor: string, person: string) => `${actor} printed a card for ${person}.`,
    entered: (person: string) => `${person} signed in with their card.`,
    wrote: (actor: string) => `${actor} wrote to the others.`,
    removedNote: (actor: string) => `${actor} deleted a note.`,
    added: (actor: string) => `${actor} added a paper.`,
    removedPaper: (actor: string) => `${actor} removed a paper.`,
    named: (actor: string, shown: boolean) =>
      shown
        ? `${actor} lets the other guests see their name.`
        : `${actor} does not show their name to the other guests.`,
    turn: 'You are invited as a guest. See the programme, and say whether the others may see your name.',
    turnSubject: (name: string) => `You are invited: ${name}`,
    turnAction: 'See the invitation',
    cardTitle: 'Card for a guest',
    cardHeading: (name: string) => `Welcome, ${name}`,
    cardWhat: (name: string, host: string) => `You are invited to ${name}. The host is ${host}.`,
    cardHow: (site: string) => `Go to ${site} and type the code. Or photograph the square with your telephone.`,
    cardCaption: 'Opens the invitation',
    cardAlt: 'Square code that opens your invitation',
    cardKeep: 'Look after the card: whoever has it can read along in your name.',
    cardUntil: (day: string) => `The code works until ${day}, that day included`,
  },
});
