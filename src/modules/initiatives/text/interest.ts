import { defineText } from '../../../kernel/language.ts';

/** Of those who want to join in. */
export const interestText = defineText({
  da: {
    title: 'Vil være med',
    count: (count: number) => (count === 1 ? '1 person' : `${count} personer`),
    lead: 'De har selv skrevet sig på og sagt ja til at høre fra jer. Ring eller skriv, før lysten går over. Vis ikke listen til andre.',
    called: 'I har talt sammen',
    markCalled: 'Vi har talt sammen',
    markCalledNamed: (name: string) => `Vi har talt sammen: ${name}`,
    remove: 'Fjern',
    removeNamed: (name: string) => `Fjern ${name}`,
    isCalled: 'Godt. Det er skrevet ned.',
    removed: 'Navnet er slettet.',
    gone: 'Navnet er ikke på listen mere.',
    more: (most: number) => `Kun de første ${most} vises.`,
    joinedThread: (count: number) => (count === 1 ? '1 vil være med.' : `${count} vil være med.`),
    calledThread: (actor: string) => `${actor} har talt med én, der vil være med.`,
    takenOff: (actor: string) => `${actor} tog et navn af listen over dem, der vil være med.`,
  },
  en: {
    title: 'Want to join',
    count: (count: number) => (count === 1 ? '1 person' : `${count} people`),
    lead: 'They put their own names down and said yes to hearing from you. Call or write before the wish passes. Show the list to nobody else.',
    called: 'You have talked',
    markCalled: 'We have talked',
    markCalledNamed: (name: string) => `We have talked: ${name}`,
    remove: 'Remove',
    removeNamed: (name: string) => `Remove ${name}`,
    isCalled: 'Good. It is written down.',
    removed: 'The name is deleted.',
    gone: 'The name is not on the list any more.',
    more: (most: number) => `Only the first ${most} are shown.`,
    joinedThread: (count: number) => (count === 1 ? '1 wants to join.' : `${count} want to join.`),
    calledThread: (actor: string) => `${actor} has talked with one who wants to join.`,
    takenOff: (actor: string) => `${actor} took a name off the list of those who want to join.`,
  },
});
