import { type Actor, isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import type { Reading, StoryState } from './rules/story.ts';

type Driven = { readonly drivers: readonly { readonly personId: Id<'person'> }[] };

/** Those who publish: the consultants and the secretariat, as in the catalogue. */
export function isEditor(actor: Actor): boolean {
  return isStaff(actor);
}

/** Who tells the story: those who drove it, and the editors. */
export function mayTell(actor: Actor, initiative: Driven): boolean {
  const personId = personIdOf(actor);
  return isEditor(actor) || initiative.drivers.some((driver) => driver.personId === personId);
}

/** What this reader may do with one story. */
export interface May {
  /** Who was asked to read it does so until they have answered and it is taken back. */
  readonly see: boolean;
  /** Write in it. What everybody reads is changed by the editors alone. */
  readonly write: boolean;
  /** Take it, a picture or a name back again. */
  readonly withdraw: boolean;
  readonly publish: boolean;
  /** Asked to read it, and has not answered. */
  readonly answer: Reading | null;
}

export function mayWithStory(
  actor: Actor,
  story: { readonly state: StoryState },
  initiative: Driven,
  readings: readonly Reading[],
): May {
  const tells = mayTell(actor, initiative);
  const personId = personIdOf(actor);
  const asked = readings.filter((reading) => reading.personId === personId);
  const shown = story.state === 'published';
  return {
    see: shown || tells || asked.some(({ answer }) => answer === null || story.state !== 'withdrawn'),
    write: shown ? isEditor(actor) : tells,
    withdraw: tells,
    publish: isEditor(actor) && !shown,
    answer: shown ? null : (asked.find(({ answer }) => answer === null) ?? null),
  };
}
