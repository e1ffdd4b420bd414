import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import { addDays } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Initiative } from '../../../initiatives/public.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { draftOf } from '../letters/draft.ts';
import type { Quote, Reading, Story, StoryWords } from '../rules/story.ts';
import { dropName, insertStory, outdateForms, setPhotos, setQuote, updateStory } from '../store/changes.ts';
import { bestOf, knownOf } from '../store/known.ts';
import { answerReading, insertReading } from '../store/readings.ts';
import { storyOf } from '../store/stories.ts';
import { held, makeFindable, note, subjectOf } from './entries.ts';

/** A reader has a week. */
const A_WEEK = 7;

/**
 * "Fortæl historien": a draft of what Grobund knows. The story that is there already is given back, so that a second click
 * makes no second one.
 */
export async function beginStory(tx: TenantDb, initiative: Initiative): Promise<Id<'story'>> {
  const there = await storyOf(tx, initiative.id);
  if (there) return there.id;
  const known = await knownOf(tx, initiative.id);
  if (!known) throw new Error(`Cannot tell the story of initiative ${initiative.id}: it is not there`);
  const draft = draftOf(initiative, known, await bestOf(tx, initiative.id), tx.tenant.language);
  const id = await insertStory(tx, initiative.id, draft);
  if (!id) return ((await storyOf(tx, initiative.id)) as Story).id;
  if (draft.quote) await setQuote(tx, id, { ...draft.quote, consent: '' });
  note(tx, 'begun', { id, initiativeId: initiative.id });
  return id;
}

export interface Edit extends StoryWords {
  readonly version: number;
  readonly quote: Quote | null;
  readonly photos: readonly Id<'fund_photo'>[];
  /** What whoever is named, and those on the pictures, have said yes to, as it stood on the page. */
  readonly consents: { readonly name: string; readonly photos: string };
}

/** The story as somebody has written it; refused with the story as it is now when somebody was faster. */
export async function writeStory(tx: TenantDb, id: Id<'story'>, edit: Edit): Promise<Outcome<null, Story>> {
  const before = await held(tx, id);
  if (!(await updateStory(tx, id, edit.version, edit))) return refused(before);
  await setQuote(tx, id, edit.quote && { ...edit.quote, consent: edit.consents.name });
  await setPhotos(
    tx,
    id,
    edit.photos.map((photo) => ({ id: photo, consent: edit.consents.photos })),
  );
  await closeTurns(tx, { kind: 'stories.answered', subject: subjectOf(id) });
  if (before.state === 'published') await makeFindable(tx, { ...before, ...edit });
  note(tx, 'edited', before);
  return ok(null);
}

/** Somebody is asked to read the draft, and has it in their turns. False when they are asked already. */
export async function askReader(tx: TenantDb, id: Id<'story'>, personId: Id<'person'>): Promise<boolean> {
  const story = await held(tx, id);
  const reading = await insertReading(tx, id, personId);
  if (!reading) return false;
  await openTurn(tx, {
    kind: 'stories.read',
    subject: { kind: 'story_reading', id: reading },
    thread: story.initiativeId,
    assignee: { personId },
    due: addDays(tx.today, A_WEEK),
    facts: { by: actingPerson(tx), story: id },
  });
  note(tx, 'reader_asked', story, { person: personId });
  return true;
}

/** What the reader says of it. Whoever asked has it in their turns. */
export async function answerReader(
  tx: TenantDb,
  id: Id<'story'>,
  reading: Reading,
  { answer, words }: { readonly answer: 'good' | 'changes'; readonly words: string },
): Promise<void> {
  const story = await held(tx, id);
  await answerReading(tx, reading.id, answer, words);
  await closeTurns(tx, { subject: { kind: 'story_reading', id: reading.id } });
  if (reading.askedBy && reading.askedBy !== personIdOf(tx.actor)) {
    await openTurn(tx, {
      kind: 'stories.answered',
      subject: subjectOf(id),
      thread: story.initiativeId,
      assignee: { personId: reading.askedBy },
    });
  }
  note(tx, 'read', story);
}

/** They do not want to be named any more; what was said stays. False when nobody was named. */
export async function takeNameOut(tx: TenantDb, id: Id<'story'>): Promise<boolean> {
  const story = await held(tx, id);
  if (!(await dropName(tx, id))) return false;
  await outdateForms(tx, id);
  note(tx, 'name_out', story);
  return true;
}
