import { addDays, type Day } from '../kernel/day.ts';
import { kroner } from '../kernel/money.ts';
import { aFund, apply, type Told, verbs } from '../modules/decide/fund/seed.ts';
import { displayNames, organisations } from '../modules/housing/public.ts';
import { must, type Scene, type Stage } from './tell.ts';

const line = (what: string, supplier: string, amount: number) => ({ what, supplier, amount: kroner(amount) });

const PLANTING: Told = {
  key: 'plantedag',
  departments: 2,
  startsIn: 40,
  page: {
    title: 'Plantedag på skrænten',
    purpose: 'Vi planter bær og blomster på skrænten mellem stien og husene, og kommunen låner os skovle.',
    participants: 35,
    lines: [line('Planter', 'Vesterby Planteskole', 4_500), line('Suppe og brød', 'Vesterby Brugs', 1_500)],
    otherMoney: kroner(2_000),
    otherMoneyWords: 'De to afdelinger giver 1.000 kr. hver.',
    grounds: ['across_departments'],
    groundReason: 'Skrænten ligger mellem to afdelinger og er kommunens.',
  },
  decision: { result: 'commit', amount: kroner(4_000), terms: '', words: 'En god måde at bruge skrænten på.' },
};

const SWAPPING: Told = {
  key: 'byttedag',
  departments: 3,
  startsIn: 45,
  page: {
    title: 'Byttedag i skolegården',
    purpose: 'Naboer og skolens familier bytter tøj og legetøj en lørdag. Det, der er tilbage, går til genbrug.',
    participants: 80,
    lines: [line('Leje af borde', 'Festudlejningen', 2_400), line('Kaffe', 'Vesterby Brugs', 800)],
    otherMoney: kroner(800),
    otherMoneyWords: 'Skolens forældreråd giver 800 kr.',
    grounds: ['across_departments'],
    groundReason: 'Tre afdelinger og skolen er sammen om det.',
    nonResidents: true,
  },
  decision: { result: 'commit', amount: kroner(2_400), terms: '', words: 'Skolen og husene får noget sammen.' },
};

const LIGHTS: Told = {
  key: 'lystaending',
  departments: 2,
  startsIn: 40,
  page: {
    title: 'Lystænding på stien',
    purpose: 'Vi hænger lys op langs stien og går en tur med fakler. Børnene synger ved broen.',
    participants: 60,
    lines: [line('Lyskæder', 'Byggemarkedet', 5_200)],
    otherMoney: kroner(1_300),
    otherMoneyWords: 'Afdelingerne betaler resten.',
    grounds: ['across_departments', 'short_notice'],
    groundReason: 'Stien er mørk nu, og to afdelinger bruger den.',
    minors: true,
  },
  decision: { result: 'commit', amount: kroner(3_900), terms: '', words: '' },
};

/** The municipality's own fund beside the housing organisation's: one yes, one ready for the meeting, one with a question. */
export function municipalScenes(): readonly Scene[] {
  return [
    { ago: 60, by: 'karen', play: openIt },
    applied(PLANTING, 26, 'ulla', ['stationsgaarden', 'kaerhaven']),
    {
      ago: 20,
      by: 'maja',
      async play(tx, stage) {
        must(await verbs.decide(tx, caseOf(stage, PLANTING), { ...PLANTING.decision, reference: '' }), PLANTING.key);
      },
    },
    applied(SWAPPING, 12, 'vibeke', ['kaerhaven', 'stationsgaarden', 'moellevaenget']),
    {
      ago: 6,
      by: 'maja',
      async play(tx, stage) {
        const advice = { advice: 'commit', amount: kroner(2_400), words: SWAPPING.decision.words } as const;
        must(await verbs.recommend(tx, caseOf(stage, SWAPPING), advice), SWAPPING.key);
      },
    },
    applied(LIGHTS, 5, 'hassan', ['stationsgaarden', 'engblommen']),
    {
      ago: 3,
      by: 'maja',
      async play(tx, stage) {
        must(await verbs.askQuestion(tx, caseOf(stage, LIGHTS), 'Hvem tager lyskæderne ned igen?'), LIGHTS.key);
        await verbs.callMeeting(tx, {
          fundId: fundOf(stage),
          on: addDays(tx.today, 10),
          reference: 'Kulturudvalget, punkt 7',
        });
      },
    },
  ];
}

const FUND = 'kommunen';

const openIt: Scene['play'] = async (tx, stage) => {
  const municipality = (await organisations(tx)).find((one) => one.kind === 'municipality');
  if (!municipality) throw new Error('Cannot tell of the municipality’s fund: there is no municipality');
  const startsOn = `${tx.today.slice(0, 7)}-01` as Day;
  const fund = await aFund(tx, {
    name: 'Vesterby Kommunes nabopulje',
    prefix: 'VK',
    organisationId: municipality.id,
    startsOn,
    endsOn: addDays(startsOn, 364),
    total: kroner(60_000),
    projectMax: kroner(10_000),
    decidingRole: 'municipal_officer',
    coFinancingPerMille: 250,
    answerDays: 21,
    words: 'Kommunen støtter det, naboer laver sammen med andre i byen. I finder selv en fjerdedel af pengene.',
    approvedReference: 'Kulturudvalget, punkt 3',
  });
  stage.funds.set(FUND, fund);
};

function applied(told: Told, ago: number, by: string, of: readonly string[]): Scene {
  return {
    ago,
    by,
    async play(tx, stage) {
      const personId = stage.person(by);
      const name = (await displayNames(tx, [{ kind: 'person', id: personId }])).get(`person:${personId}`) ?? '';
      const departments = of.map((key) => stage.department(key));
      stage.applications.set(told.key, await apply(tx, fundOf(stage), told, { personId, name }, departments));
    },
  };
}

function fundOf(stage: Stage) {
  const fund = stage.funds.get(FUND);
  if (!fund) throw new Error('Cannot tell of the municipality’s fund: it is not opened yet');
  return fund;
}

function caseOf(stage: Stage, { key }: Told) {
  const id = stage.applications.get(key);
  if (!id) throw new Error(`Cannot tell "${key}": nobody has applied`);
  return id;
}
