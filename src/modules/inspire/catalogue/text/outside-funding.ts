import { defineText } from '../../../../kernel/language.ts';

/** Where money can be sought, as examples: the names are invented, until somebody writes in real ones. */
export const outsideDeck = defineText({
  da: {
    meetingPlaces: {
      name: 'Fonden for gode mødesteder',
      supports: 'Steder, hvor folk mødes: bænke, bålsteder, fælleshuse og små haver.',
      whoMay: 'Foreninger og afdelinger. En enkelt beboer kan ikke søge.',
      terms: 'Op til 50.000 kr. De svarer efter cirka to måneder.',
    },
    greenPool: {
      name: 'Kommunens grønne pulje',
      supports: 'Træer, bede, regnvand og natur, som andre end beboerne også kan se.',
      whoMay: 'Foreninger og grupper af naboer med en, der står for pengene.',
      terms: 'Op til 15.000 kr. Man søger to gange om året.',
    },
    voluntaryPool: {
      name: 'Kommunens pulje til frivilligt arbejde',
      supports: 'Hjælp mellem mennesker: besøg, lektier, sprog og måltider.',
      whoMay: 'Frivillige foreninger. I kan godt søge sammen med en.',
      terms: 'Beløbet er forskelligt fra år til år. Spørg kommunen om fristen.',
    },
    youngPool: {
      name: 'De unges egen pulje',
      supports: 'Det, unge på 13 til 25 selv finder på.',
      whoMay: 'Unge. En voksen skal skrive under på, at pengene bruges rigtigt.',
      terms: 'Op til 5.000 kr. Svar efter 14 dage.',
    },
    energyPool: {
      name: 'Fonden Varme Hjem',
      supports: 'Små ting, der sparer varme, vand og strøm i mange hjem på én gang.',
      whoMay: 'Afdelinger og boligforeninger.',
      terms: 'Halvdelen af udgiften, højst 30.000 kr.',
    },
  },
  en: {
    meetingPlaces: {
      name: 'The Foundation for Good Meeting Places',
      supports: 'Places where people meet: benches, fireplaces, common houses and small gardens.',
      whoMay: 'Associations and departments. A single resident cannot apply.',
      terms: 'Up to 50,000 kr. They answer after about two months.',
    },
    greenPool: {
      name: 'The municipality’s green fund',
      supports: 'Trees, beds, rainwater and nature that others than the residents can see too.',
      whoMay: 'Associations, and groups of neighbours with one who minds the money.',
      terms: 'Up to 15,000 kr. One applies twice a year.',
    },
    voluntaryPool: {
      name: 'The municipality’s fund for voluntary work',
      supports: 'Help between people: visits, homework, language and meals.',
      whoMay: 'Voluntary associations. You may apply together with one.',
      terms: 'The amount differs from year to year. Ask the municipality for the deadline.',
    },
    youngPool: {
      name: 'The young people’s own fund',
      supports: 'What young people of 13 to 25 think up themselves.',
      whoMay: 'The young. An adult signs that the money is used rightly.',
      terms: 'Up to 5,000 kr. An answer after 14 days.',
    },
    energyPool: {
      name: 'The Warm Homes Foundation',
      supports: 'Small things that save heat, water and power in many homes at once.',
      whoMay: 'Departments and housing associations.',
      terms: 'Half of the cost, at most 30,000 kr.',
    },
  },
});
