import { defineText } from '../../../../kernel/language.ts';
import type { DutyCode } from '../rules/duties.ts';

interface Said {
  readonly title: string;
  readonly says: string;
  /** Where it stands; '' for advice of our own. */
  readonly source: string;
}

const POLICE = 'politi.dk/offentlige-arrangementer';
const LOTTERY = 'lotteriregler.dk';

const da: Readonly<Record<DutyCode, Said>> = {
  police_permission: {
    title: 'Søg politiet om lov til at servere øl og vin',
    says: 'Politiet skal give lov, når der bliver serveret udendørs eller for flere end 150. Den ansvarlige skal være fyldt 21 år.',
    source: POLICE,
  },
  police_notice: {
    title: 'Giv politiet besked om øl og vin',
    says: 'Indendørs og for højst 150 skal politiet have besked senest 3 dage før. Den ansvarlige skal være fyldt 21 år. Er det kun for indbudte, gælder reglen ikke.',
    source: POLICE,
  },
  many_people: {
    title: 'Spørg kommunen: flere end 150 mennesker',
    says: 'Mange kommuner vil se en tegning med borde, telte og flugtveje 4 uger før.',
    source: 'Bygningsreglementet (BR18), bilag 11',
  },
  road: {
    title: 'Søg kommunen om at spærre vejen',
    says: 'Det gælder også private fællesveje. Fristen er ikke den samme alle steder, så spørg i god tid.',
    source: 'Jeres kommune',
  },
  fire: {
    title: 'Spørg brandvæsenet om bål og grill',
    says: 'Hold afstand til huse, hav vand klar, og tjek, om der er afbrændingsforbud på dagen.',
    source: 'Jeres beredskab og brandforbud.dk',
  },
  tent: {
    title: 'Få papir på det store telt',
    says: 'Telte over 50 m² skal have et certifikat eller en byggetilladelse. Spørg dem, I lejer af.',
    source: 'Bygningsreglementet (BR18)',
  },
  food: {
    title: 'Find ud af, om maden skal anmeldes',
    says: 'Småt og sjældent er som regel frit. Sælger I mad tit eller til mange, så spørg Fødevarestyrelsen.',
    source: 'foedevarestyrelsen.dk',
  },
  alcohol: {
    title: 'Aftal, hvem der står for øl og vin',
    says: 'Hav også noget godt uden alkohol. Ingen under 18 får serveret.',
    source: POLICE,
  },
  music: {
    title: 'Find ud af, om musikken koster',
    says: 'Spiller I musik, hvor alle kan komme, skal I måske betale til Koda og Gramex.',
    source: 'koda.dk',
  },
  noise_notice: {
    title: 'Sig til naboerne om musikken',
    says: 'Læg en seddel med en sluttid og et nummer, man kan ringe til.',
    source: 'Et godt råd',
  },
  lottery: {
    title: 'Tjek reglerne for lotteri og banko',
    says: 'Sælger I for under 15.000 kr. om året, skal I ikke søge. Ellers skal I have en tilladelse.',
    source: LOTTERY,
  },
  children: {
    title: 'Aftal, hvem der passer på børnene',
    says: 'Mindst to voksne, og skriv til forældrene. Er de samme voksne med igen og igen, bør der hentes børneattester: det tager tid.',
    source: 'Jeres egne regler; for foreninger er det lov',
  },
  photos: {
    title: 'Aftal, hvordan I spørger om billeder',
    says: 'Sig til ved døren, og spørg, før I tager nærbilleder. Forældre siger ja for børn under 15 år.',
    source: 'datatilsynet.dk',
  },
  guests_budget: {
    title: 'Spørg, om kommunen skal have budgettet',
    says: 'Koster det penge, og kommer der andre end beboere, skal kommunen måske have budgettet først.',
    source: 'Bekendtgørelsen om sideaktiviteter',
  },
  insurance: {
    title: 'Spørg kontoret om forsikring',
    says: 'Find ud af, om hjælpere og gæster er dækket, hvis noget går galt.',
    source: 'Et godt råd',
  },
  poster_up: {
    title: 'Hæng plakaten op, og spørg tre naboer',
    says: 'De fleste kommer, fordi nogen spurgte dem.',
    source: 'Et godt råd',
  },
};

const en: Readonly<Record<DutyCode, Said>> = {
  police_permission: {
    title: 'Ask the police for leave to serve beer and wine',
    says: 'The police must give leave when it is served outdoors or to more than 150. Whoever is responsible must be 21.',
    source: POLICE,
  },
  police_notice: {
    title: 'Tell the police of beer and wine',
    says: 'Indoors and for 150 at most, the police must be told at least 3 days before. Whoever is responsible must be 21. It does not apply to an event for invited guests only.',
    source: POLICE,
  },
  many_people: {
    title: 'Ask the municipality: more than 150 people',
    says: 'Many want to see a drawing with tables, tents and ways out 4 weeks before.',
    source: 'The Danish building regulations (BR18), annex 11',
  },
  road: {
    title: 'Ask the municipality for leave to close the road',
    says: 'It applies to private shared roads too. The deadline differs from place to place, so ask early.',
    source: 'Your municipality',
  },
  fire: {
    title: 'Ask the fire service about fire and grill',
    says: 'Keep away from houses, have water at hand, and check for a ban on fires on the day.',
    source: 'Your fire service and brandforbud.dk',
  },
  tent: {
    title: 'Have papers for the large tent',
    says: 'Tents over 50 m² need a certificate or a building permit. Ask those you hire it from.',
    source: 'The Danish building regulations (BR18)',
  },
  food: {
    title: 'Find out whether the food must be registered',
    says: 'Small and seldom is free as a rule. If you sell food often or to many, ask the food authority.',
    source: 'foedevarestyrelsen.dk',
  },
  alcohol: {
    title: 'Agree who looks after beer and wine',
    says: 'Have something good without alcohol too. Nobody under 18 is served.',
    source: POLICE,
  },
  music: {
    title: 'Find out whether the music costs',
    says: 'If you play music where anybody may come, you may have to pay Koda and Gramex.',
    source: 'koda.dk',
  },
  noise_notice: {
    title: 'Tell the neighbours of the music',
    says: 'Leave a note saying when it ends and a number to ring.',
    source: 'Good advice',
  },
  lottery: {
    title: 'Check the rules for lottery and bingo',
    says: 'If you sell for less than 15,000 kr. a year, you need not ask. Otherwise you need a permit.',
    source: LOTTERY,
  },
  children: {
    title: 'Agree who looks after the children',
    says: 'At least two adults, and write to the parents. If the same adults come again and again, child-protection certificates should be fetched: it takes time.',
    source: 'Your own rules; the law for associations',
  },
  photos: {
    title: 'Agree how you ask about pictures',
    says: 'Say so at the door, and ask before you take close-ups. Parents say yes for children under 15.',
    source: 'datatilsynet.dk',
  },
  guests_budget: {
    title: 'Ask whether the municipality wants the budget',
    says: 'If it costs money and others than residents come, the municipality may have to see the budget first.',
    source: 'The Danish order on ancillary activities',
  },
  insurance: {
    title: 'Ask the office about insurance',
    says: 'Find out whether helpers and guests are covered if something goes wrong.',
    source: 'Good advice',
  },
  poster_up: {
    title: 'Hang the poster up, and ask three neighbours',
    says: 'Most people come because somebody asked them.',
    source: 'Good advice',
  },
};

export const dutiesText = defineText({
  da: {
    duties: da,
    rulesTitle: 'Regler og frister for arrangementer',
    rulesLead:
      'Huskelisten er råd. Reglerne er ikke ens alle steder, så ret fristerne til, og slå det fra, I ikke bruger. Det gælder arrangementer, der bliver lavet eller rettet herefter.',
    active: 'Med på huskelisten',
    days: 'Dage før',
    words: 'Sådan gør vi her',
    wordsHint: 'For eksempel et nummer eller et link.',
    daysUnreadable: 'Skriv et helt tal fra 0 til 180.',
    tooLong: (most: number) => `Skriv højst ${most} tegn.`,
    save: 'Gem reglerne',
    saved: 'Reglerne er gemt.',
  },
  en: {
    duties: en,
    rulesTitle: 'Rules and deadlines for events',
    rulesLead:
      'The checklist is advice. Rules differ from place to place, so set the deadlines right, and turn off what you do not use. It applies to events that are made or changed from now on.',
    active: 'On the checklist',
    days: 'Days before',
    words: 'How we do it here',
    wordsHint: 'For example a number or a link.',
    daysUnreadable: 'Write a whole number from 0 to 180.',
    tooLong: (most: number) => `Write ${most} characters at most.`,
    save: 'Save the rules',
    saved: 'The rules are saved.',
  },
});
