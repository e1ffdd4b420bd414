import { addDays } from '../kernel/day.ts';
import { verbs } from '../modules/initiatives/seed.ts';
import { beganWith, originInDeck } from '../modules/inspire/catalogue/seed.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import type { DemoIdea } from './ideas.ts';
import type { DemoInitiative } from './initiatives.ts';
import { PEOPLE } from './people.ts';
import { must, type Scene, type Stage } from './tell.ts';

/** Somebody says it, and perhaps it gets kind words. */
export function tellIdea(idea: DemoIdea): readonly Scene[] {
  const said: Scene = {
    ago: idea.daysAgo,
    by: idea.via?.by ?? idea.by ?? null,
    async play(tx, stage) {
      const speaker = idea.via && idea.by ? (PEOPLE.find((one) => one.key === idea.by)?.name ?? '') : '';
      const { id } = await verbs.postIdea(tx, {
        said: idea.said,
        departmentId: idea.department ? stage.department(idea.department) : null,
        contact: idea.visitor ?? (speaker ? { name: speaker } : {}),
        onBehalf: idea.via?.channel ?? null,
      });
      stage.ideas.set(idea.key, id);
    },
  };
  const { answer } = idea;
  if (!answer) return [said];
  const answered: Scene = {
    ago: answer.daysAgo,
    by: answer.by,
    async play(tx, stage) {
      const id = stage.ideas.get(idea.key);
      if (id) must(await verbs.answerIdea(tx, id, answer.words), idea.key);
    },
  };
  return [said, answered];
}

/** It begins: out of an idea, or by itself. */
export function tellInitiativeStart(initiative: DemoInitiative): Scene {
  return {
    ago: initiative.ago,
    by: initiative.by,
    async play(tx, stage) {
      const description = describe(tx, stage, initiative);
      const idea = initiative.fromIdea ? stage.ideas.get(initiative.fromIdea) : undefined;
      const id = idea
        ? must(await verbs.makeInitiative(tx, idea, { ...description, words: '' }), initiative.key)
        : await verbs.startInitiative(tx, {
            ...description,
            origins: initiative.card ? [await originInDeck(tx, initiative.card)] : [],
          });
      if (initiative.card) await beganWith(tx, id, initiative.card);
      stage.initiatives.set(initiative.key, id);
    },
  };
}

function describe(tx: TenantDb, stage: Stage, initiative: DemoInitiative) {
  const { title, what, why, category, place, departments, startsIn, endsIn, ago } = initiative;
  const today = addDays(tx.today, ago);
  return {
    title,
    what,
    why,
    category,
    place,
    startsOn: startsIn === undefined ? null : addDays(today, startsIn),
    endsOn: endsIn === undefined ? null : addDays(today, endsIn),
    wholeOrganisation: departments === 'all',
    departmentIds: departments === 'all' ? [] : departments.map(stage.department),
  };
}
