import { defineText } from '../../../../kernel/language.ts';

export const toldText = defineText({
  da: {
    planned: 'Der kom et arrangement på kalenderen.',
    changed: (actor: string) => `${actor} rettede arrangementet.`,
    moved: 'Arrangementet fik ny tid eller nyt sted.',
    cancelled: 'Arrangementet blev aflyst.',
    counted: (people: number) =>
      people === 0 ? 'Arrangementet blev holdt. Der kom ingen.' : `Arrangementet blev holdt. Der kom ${people}.`,
    notCounted: 'Arrangementet blev holdt. Ingen talte, hvor mange der kom.',
    translated: (actor: string) => `${actor} skrev indbydelsen på andre sprog.`,
    organiserAdded: (actor: string, person: string) => `${actor} lod ${person} arrangere med.`,
    organiserLeft: (actor: string, person: string) => `${actor} tog ${person} af listen over dem, der arrangerer.`,
    signedUp: 'Nogen meldte sig til.',
    signedUpFor: (actor: string) => `${actor} skrev nogen op fra papir eller telefon.`,
    manySignedUp: (people: number) => `${people} blev meldt til.`,
    manySignedUpFor: (actor: string, people: number) =>
      `${people} blev skrevet på listen af ${actor} fra papir eller telefon.`,
    signUpChanged: 'En tilmelding blev rettet.',
    left: 'Nogen meldte fra.',
    movedUp: (parties: number) =>
      parties === 1 ? 'En på ventelisten fik plads.' : `${parties} på ventelisten fik plads.`,
    listPrinted: (actor: string, parties: number) => `${actor} printede deltagerlisten med ${parties} tilmeldinger.`,
    dutyDone: (actor: string) => `${actor} satte hak på huskelisten.`,
    dutyUndone: (actor: string) => `${actor} tog et hak af huskelisten.`,
    rulesSet: (actor: string) => `${actor} rettede reglerne for arrangementer.`,
    forgotten: (parties: number) =>
      parties === 1
        ? 'En tilmelding blev slettet, fordi tiden var gået.'
        : `${parties} tilmeldinger blev slettet, fordi tiden var gået.`,
    turnDuty: (title: string) => `Før arrangementet: ${title}.`,
    turnDutyAction: 'Se huskelisten',
    turnTell: 'Nogle tilmeldte kan ikke nås på mail eller SMS. Giv dem besked.',
    turnTellAction: 'Se, hvem',
    turnCount: 'Arrangementet er holdt. Hvor mange kom?',
    turnCountAction: 'Tæl op',
  },
  en: {
    planned: 'An event was put on the calendar.',
    changed: (actor: string) => `${actor} changed the event.`,
    moved: 'The event has another time or place.',
    cancelled: 'The event was called off.',
    counted: (people: number) =>
      people === 0 ? 'The event was held. Nobody came.' : `The event was held. ${people} came.`,
    notCounted: 'The event was held. Nobody counted how many came.',
    translated: (actor: string) => `${actor} wrote the invitation in other languages.`,
    organiserAdded: (actor: string, person: string) => `${actor} let ${person} arrange it too.`,
    organiserLeft: (actor: string, person: string) => `${actor} took ${person} off the list of those who arrange it.`,
    signedUp: 'Somebody signed up.',
    signedUpFor: (actor: string) => `${actor} signed somebody up from paper or telephone.`,
    manySignedUp: (people: number) => `${people} were signed up.`,
    manySignedUpFor: (actor: string, people: number) =>
      `${people} were written on the list by ${actor}, from paper or by telephone.`,
    signUpChanged: 'A sign-up was changed.',
    left: 'Somebody cancelled.',
    movedUp: (parties: number) =>
      parties === 1 ? 'One on the waiting list got a seat.' : `${parties} on the waiting list got seats.`,
    listPrinted: (actor: string, parties: number) => `${actor} printed the list of ${parties} sign-ups.`,
    dutyDone: (actor: string) => `${actor} ticked something on the checklist.`,
    dutyUndone: (actor: string) => `${actor} took a tick off the checklist.`,
    rulesSet: (actor: string) => `${actor} changed the rules for events.`,
    forgotten: (parties: number) =>
      parties === 1
        ? 'A sign-up was deleted, since its time was up.'
        : `${parties} sign-ups were deleted, since their time was up.`,
    turnDuty: (title: string) => `Before the event: ${title}.`,
    turnDutyAction: 'See the checklist',
    turnTell: 'Some who signed up cannot be reached by mail or SMS. Tell them.',
    turnTellAction: 'See whom',
    turnCount: 'The event has been held. How many came?',
    turnCountAction: 'Count',
  },
});
