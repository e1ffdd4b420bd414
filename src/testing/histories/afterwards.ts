import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import { aStory, verbs as stories } from '../../modules/inspire/stories/seed.ts';
import { answered, answerFrom, verbs as evaluation } from '../../modules/measure/evaluation/seed.ts';
import type { Gatherings } from './gatherings.ts';
import type { Spine } from './spine.ts';
import type { Town } from './town.ts';

/** Stories of a history: published, sometimes withdrawn, and published again. */
export function liveStories({ dice, calendar, diary, by, signe }: Town, spine: Spine, much: number): void {
  const told = new Set<number>();
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const number = dice.roll(Math.max(1, spine.ids.length));
      const initiative = spine.ids[number];
      if (!initiative || told.has(number)) return;
      told.add(number);
      const draft = dice.chance(20);
      const id = await by(signe, (tx) => aStory(tx, initiative, draft ? {} : { state: 'published' }));
      if (draft) return;
      const story = { at: on, places: diary.initiatives[number]?.places ?? [], out: true };
      diary.stories.push(story);
      if (dice.chance(60)) return;
      const withdrawn = dice.after(on, 60);
      calendar.at(withdrawn, async () => {
        if (await by(signe, (tx) => stories.withdrawStory(tx, id))) story.out = false;
      });
      if (dice.chance(50)) return;
      calendar.at(dice.after(withdrawn, 60), async () => {
        if (await by(signe, (tx) => stories.publishStory(tx, id))) story.out = true;
      });
    });
  }
}

/** What those say who were there: some evenings only a few answer, and some evaluations never end. */
export function liveEvaluations(town: Town, spine: Spine, gatherings: Gatherings, much: number): void {
  const { dice, calendar, diary } = town;
  const asked = new Set<string>();
  for (let at = 0; at < much; at += 1) {
    calendar.at(dice.day(), async (on) => {
      const number = dice.roll(Math.max(1, spine.ids.length));
      const id = spine.ids[number];
      if (!id || asked.has(id)) return;
      asked.add(id);
      await evaluate(town, { kind: 'initiative', id }, on, on, diary.initiatives[number]?.places ?? []);
    });
    calendar.at(dice.day(), async (on) => {
      // An event that was over a few days ago.
      const number = diary.events.findIndex(
        ({ last, cancelled }, each) => !cancelled && last < on && last > daysBefore(on) && !asked.has(String(each)),
      );
      const [id, event] = [gatherings.ids[number], diary.events[number]];
      if (!id || !event) return;
      asked.add(String(number));
      await evaluate(town, { kind: 'event', id }, on, event.on, event.places);
    });
  }
}

function daysBefore(on: Day): string {
  return new Date(Date.parse(`${on}T00:00:00Z`) - 12 * 86_400_000).toISOString().slice(0, 10);
}

async function evaluate(
  { dice, calendar, diary, by, signe }: Town,
  about:
    | { readonly kind: 'event'; readonly id: Id<'event'> }
    | { readonly kind: 'initiative'; readonly id: Id<'initiative'> },
  today: Day,
  on: string,
  places: readonly number[],
): Promise<void> {
  const short = Array.from(
    { length: dice.roll(14) },
    () => `${dice.one(['4', '3', '2', '1', '-'])}${dice.one(['j', 'n', '-'])}${dice.one(['y', 'a', 'n'])}`,
  );
  const { id } = await by(signe, (tx) =>
    answered(
      tx,
      about,
      short.map((one) => answerFrom(one)),
    ),
  );
  const one = { on, places, answers: short, ended: false };
  diary.evaluations.push(one);
  if (dice.chance(85))
    calendar.at(dice.after(today, 20), async () => {
      if ((await by(signe, (tx) => evaluation.endEvaluation(tx, id))).ok) one.ended = true;
    });
}
