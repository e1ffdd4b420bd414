import { addDays, type Day, daysBetween } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { endRole } from '../../modules/housing/public.ts';
import { aRole } from '../../modules/housing/seed.ts';
import { aCard, verbs as catalogue } from '../../modules/inspire/catalogue/seed.ts';
import { aPanel, verbs as panels } from '../../modules/listen/panels/seed.ts';
import { aWorkshop, verbs as workshops } from '../../modules/listen/workshops/seed.ts';
import { aPlan, aStrategy, verbs as strategy } from '../../modules/measure/strategy/seed.ts';
import type { Spine } from './spine.ts';
import { idsOf, somewhere, type Town } from './town.ts';

/** Cards of a history: proposed, mostly published, taken, and done at home. */
export function liveCatalogue(town: Town, spine: Spine, much: number): void {
  const { dice, calendar, diary, by, signe, neighbours } = town;
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const id = await by(signe, (tx) => aCard(tx, { words: { title: `Kort ${at}` }, proposed: true }));
      if (dice.chance(30)) return;
      calendar.at(dice.after(on, 20), async (published) => {
        await by(signe, (tx) => catalogue.publishCard(tx, id));
        const card = diary.cards.push({ at: published }) - 1;
        for (let turn = dice.roll(4); turn > 0; turn -= 1)
          calendar.at(dice.after(published, 200), (today) => take(town, spine, { id, card }, today));
        for (let turn = dice.roll(9); turn > 0; turn -= 1)
          calendar.at(dice.after(published, 200), async (today) => {
            const who = dice.one(neighbours).id;
            if (await by(who, (tx) => catalogue.doAtHome(tx, id))) diary.doings.push({ at: today, card });
          });
      });
    });
  }
}

async function take(
  town: Town,
  spine: Spine,
  { id, card }: { readonly id: Id<'catalogue_card'>; readonly card: number },
  on: Day,
): Promise<void> {
  const { dice, diary, by, neighbours } = town;
  const places = somewhere(town);
  const wanted = {
    title: 'Det vil vi også',
    wholeOrganisation: places.length === 0,
    departmentIds: idsOf(town, places),
    participants: 20,
    startsOn: null,
    withSteps: false,
    drivenBy: null,
  };
  const initiative = await by(dice.one(neighbours).id, async (tx) => {
    const read = await catalogue.cardById(tx, id);
    if (!read) throw new Error(`Cannot take card ${id}: it is not there`);
    return catalogue.takeCard(tx, read, wanted, { language: 'da', departments: new Map() });
  });
  spine.began(initiative, on, places, null);
  diary.takings.push({ at: on, card, places });
}

/** Workshops and focus groups. */
export function liveListening({ dice, calendar, diary, by, signe }: Town, much: number): void {
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const day = dice.after(on, 30);
      const tables = 1 + dice.roll(5);
      await by(signe, async (tx) => {
        const workshop = await aWorkshop(tx, { on: day });
        const wanted = Array.from({ length: tables }, () => ({ name: '', organisationId: null }));
        await workshops.addTables(tx, workshop.id, wanted);
      });
      diary.workshops.push({ on: day, tables });
    });
  }
  for (let at = 0; at < much / 2; at += 1) {
    calendar.at(dice.day(), async (begun) => {
      const panel = await by(signe, (tx) => aPanel(tx, { name: `Gruppe ${at}` }));
      for (let turn = dice.roll(4); turn > 0; turn -= 1) {
        calendar.at(dice.after(begun, 150), async (today) => {
          const on = addDays(today, -dice.roll(3));
          const said = { on, panel: at, answered: false };
          const says = `Skriv kortere ${diary.recommendations.push(said)}.`;
          await by(signe, (tx) => panels.recommend(tx, panel.id, { says, meetingId: null, on }));
          if (dice.chance(50)) calendar.at(dice.after(today, 60), () => reply(says, said));
        });
      }
      async function reply(says: string, said: { answered: boolean }): Promise<void> {
        await by(signe, async (tx) => {
          const one = (await panels.recommendationsOf(tx, panel.id)).find((each) => each.says === says);
          if (!one) throw new Error(`Cannot find "${says}": the group did not say it`);
          await panels.answerRecommendation(tx, panel, one.id, 'Det gjorde vi.');
          said.answered = true;
        });
      }
    });
  }
}

/** Who holds which office, and for how long. */
export function liveOffices({ dice, calendar, diary, by, signe, departments, neighbours }: Town, much: number): void {
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const role = dice.one(['ambassador', 'board_member'] as const);
      const place = dice.roll(departments.length);
      const who = dice.one(neighbours).id;
      const departmentId = departments[place] as Id<'department'>;
      const id = await by(signe, (tx) => aRole(tx, who, { role, departmentId, from: on })).catch(() => null);
      if (!id) return;
      const held = { role, place, from: on, until: null as Day | null };
      diary.roles.push(held);
      if (dice.chance(40))
        calendar.at(dice.after(addDays(on, 1), 150), async (today) => {
          const last = addDays(today, -1);
          await by(signe, (tx) => endRole(tx, id, last));
          held.until = last;
        });
    });
  }
}

/** The strategy, and the action plans that were due. */
export function livePlans({ dice, calendar, diary, by, signe }: Town, much: number): void {
  let area: Awaited<ReturnType<typeof aStrategy>>['areaId'] | null = null;
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const due = dice.after(on, 60);
      const id = await by(signe, async (tx) => {
        area ??= (await aStrategy(tx, { draft: true })).areaId;
        return aPlan(tx, area, signe, daysBetween(on, due));
      });
      const plan = { due, states: [] as { at: Day; over: boolean }[] };
      diary.plans.push(plan);
      for (let turn = dice.roll(4); turn > 0; turn -= 1) {
        const state = dice.one(['under_way', 'done', 'dropped', 'planned'] as const);
        calendar.at(dice.after(on, 70), async (today) => {
          await by(signe, (tx) => strategy.tellState(tx, id, state, ''));
          plan.states.push({ at: today, over: state === 'done' || state === 'dropped' });
        });
      }
    });
  }
}
