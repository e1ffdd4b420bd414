import { addDays, type Day } from '../kernel/day.ts';
import { advise, aFund, answer, apply, verbs } from '../modules/decide/fund/seed.ts';
import { displayNames } from '../modules/housing/public.ts';
import { tellInitiativeStart } from './beginnings.ts';
import { tellEvent } from './events.ts';
import { type DemoApplication, FUND_APPLICATIONS } from './fund-applications.ts';
import { FUND_INITIATIVES } from './fund-initiatives.ts';
import { must, type Scene, type Stage } from './tell.ts';

const OPENED_AGO = 200;
const ANSWERED_AFTER = 8;

/** The fund's first year: opened by the secretariat, applied to by residents, advised by Signe, decided by the board. */
export function fundScenes(): readonly Scene[] {
  return [
    {
      ago: OPENED_AGO,
      by: 'karen',
      async play(tx, stage) {
        const startsOn = `${tx.today.slice(0, 7)}-01` as Day;
        stage.fund = await aFund(tx, { startsOn, endsOn: addDays(startsOn, 364), approvedReference: 'OB, punkt 6' });
      },
    },
    ...FUND_INITIATIVES.flatMap((one) => [
      tellInitiativeStart(one),
      ...one.events.map((event) => tellEvent(one, event)),
    ]),
    ...FUND_APPLICATIONS.flatMap(tellApplication),
  ];
}

function tellApplication(told: DemoApplication): readonly Scene[] {
  const answered = told.ago - ANSWERED_AFTER;
  const id = (stage: Stage) => {
    const found = stage.applications.get(told.key);
    if (!found) throw new Error(`Cannot tell "${told.key}": nobody has applied ${told.ago} days ago`);
    return found;
  };
  const scenes: Scene[] = [
    {
      ago: told.ago,
      by: told.by,
      async play(tx, stage) {
        if (!stage.fund) throw new Error(`Cannot tell "${told.key}": there is no fund ${told.ago} days ago`);
        const personId = stage.person(told.by);
        const name = (await displayNames(tx, [{ kind: 'person', id: personId }])).get(`person:${personId}`) ?? '';
        const departments = told.of.map((key) => stage.department(key));
        const initiativeId = told.initiative ? (stage.initiatives.get(told.initiative) ?? null) : null;
        const page = { ...told, page: { ...told.page, initiativeId } };
        stage.applications.set(told.key, await apply(tx, stage.fund, page, { personId, name }, departments));
      },
    },
    { ago: answered + 3, by: 'jonas', play: (tx, stage) => advise(tx, id(stage), told) },
    { ago: answered, by: 'inge', play: (tx, stage) => answer(tx, id(stage), told, 'OB, punkt 4') },
  ];
  const { withdrawn } = told;
  if (withdrawn) {
    scenes.push({
      ago: answered - 10,
      by: told.by,
      async play(tx, stage) {
        must(await verbs.withdraw(tx, id(stage), withdrawn), told.key);
      },
    });
  }
  return scenes;
}
