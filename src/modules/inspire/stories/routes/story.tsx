import { type Id, readId } from '../../../../kernel/id.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames, holdersOf } from '../../../housing/public.ts';
import type { Initiative } from '../../../initiatives/public.ts';
import { publishStory, sendStory, withdrawStory } from '../commands/publishing.ts';
import { answerReader, askReader, takeNameOut } from '../commands/writing.ts';
import { answerForm, askForm } from '../forms.ts';
import { photoFiles } from '../store/stories.ts';
import { writingText } from '../text/writing.ts';
import {
  answerPlace,
  askPlace,
  nameOutPlace,
  photoPlace,
  publishPlace,
  sendPlace,
  storyPlace,
  withdrawPlace,
} from '../urls.ts';
import { DeskBox, type Refused } from '../views/desk.tsx';
import { StoryPage } from '../views/story.tsx';
import { commonOf, type OneStory, type Seen, seen, trailTo, writable } from './seen.ts';

/** One story, its pictures, and what is done with it on its own page. */
export function storyRoutes(web: Web): void {
  web.get(storyPlace, anyone, (visit) => storyPage(visit));
  web.get(photoPlace, anyone, photo);
  web.post(sendPlace, signedIn, send);
  web.post(publishPlace, staff, publish);
  web.post(withdrawPlace, signedIn, withdraw);
  web.post(askPlace, signedIn, ask, { rate: { times: 20, minutes: 60 } });
  web.post(answerPlace, signedIn, answer);
  web.post(nameOutPlace, signedIn, nameOut);
}

async function storyPage(visit: OneStory, refused?: Refused): Promise<Response> {
  const { language, actor } = visit;
  const one = await seen(visit);
  const { story, may, readings } = one;
  const common = await commonOf(visit);
  const works = actor.kind === 'person' && (may.write || may.withdraw || may.publish || may.answer !== null);
  const readers = works && may.write ? await readersFor(visit, one.initiative) : [];
  const names = works ? await namesOf(visit, readings) : new Map<string, string>();
  const desk = works ? DeskBox({ language, story, may, readings, names, readers, refused }) : null;
  return visit.page(
    {
      title: story.heading,
      description: story.lead,
      trail: trailTo(visit),
      ...(story.state === 'published' ? {} : { unlisted: true }),
      status: refused ? 422 : 200,
    },
    () => StoryPage({ ...common, story, desk }),
  );
}

async function namesOf({ tx, language }: OneStory, readings: Seen['readings']): Promise<ReadonlyMap<string, string>> {
  if (readings.length === 0) return new Map();
  const refs = readings.map(({ personId }) => ({ kind: 'person' as const, id: personId }));
  const names = await displayNames(tx, refs, language);
  return new Map(refs.map(({ id }) => [id, names.get(`person:${id}`) ?? '']));
}

const READERS = ['board_member', 'ambassador', 'task_leader', 'consultant'] as const;

/** Who can be asked to read it: those who drove it, and those with a role where it happened. Never oneself. */
async function readersFor(
  { tx, language, actor }: OneStory,
  initiative: Initiative,
): Promise<readonly { readonly id: Id<'person'>; readonly label: string }[]> {
  const drivers = initiative.drivers.map(({ personId }) => personId);
  const [holders, names] = await Promise.all([
    holdersOf(tx, READERS, initiative.wholeOrganisation ? 'any' : initiative.departmentIds),
    displayNames(
      tx,
      drivers.map((id) => ({ kind: 'person' as const, id })),
      language,
    ),
  ]);
  const all = [
    ...drivers.map((id) => ({ id, label: names.get(`person:${id}`) ?? '' })),
    ...holders.map(({ id, name }) => ({ id, label: name })),
  ];
  const own = actor.kind === 'person' ? actor.personId : null;
  return all.filter((person, at) => person.id !== own && all.findIndex(({ id }) => id === person.id) === at);
}

async function send(visit: OneStory): Promise<Response> {
  const { story } = await writable(visit);
  const words = writingText(visit.language);
  return visit.redirect(
    storyPlace({ id: story.id }),
    (await sendStory(visit.tx, story.id)) ? words.sent : words.notNow,
  );
}

async function publish(visit: OneStory): Promise<Response> {
  const { story } = await seen(visit);
  const words = writingText(visit.language);
  const done = await publishStory(visit.tx, story.id, Number(visit.form.get('version')));
  const said = done.ok ? words.published : done.refusal === 'changed' ? words.changed : words.notNow;
  return visit.redirect(storyPlace({ id: story.id }), said);
}

async function withdraw(visit: OneStory): Promise<Response> {
  const { story, may } = await seen(visit);
  if (!may.withdraw) missing();
  const words = writingText(visit.language);
  const done = await withdrawStory(visit.tx, story.id);
  return visit.redirect(storyPlace({ id: story.id }), done ? words.withdrawn : words.notNow);
}

async function ask(visit: OneStory): Promise<Response> {
  const { tx, language, form } = visit;
  const one = await writable(visit);
  if (one.story.state === 'published') missing();
  const words = writingText(language);
  const back = (problems: FormProblems) => storyPage(visit, { form: 'ask', problems });
  const read = readForm(askForm(language), form);
  if (!read.ok) return back(read.refusal);
  const person = (await readersFor(visit, one.initiative)).find(({ id }) => id === read.value.person);
  if (!person) return back(problemIn(form, 'person', words.askWhoMissing));
  if (!(await askReader(tx, one.story.id, person.id))) return back(problemIn(form, 'person', words.askedAlready));
  return visit.redirect(storyPlace({ id: one.story.id }), words.asked(person.label));
}

async function answer(visit: OneStory): Promise<Response> {
  const { tx, language, form } = visit;
  const { story, may } = await seen(visit);
  const reading = may.answer ?? missing();
  const read = readForm(answerForm(language), form);
  if (!read.ok) return storyPage(visit, { form: 'answer', problems: read.refusal });
  await answerReader(tx, story.id, reading, read.value);
  return visit.redirect(storyPlace({ id: story.id }), writingText(language).answered);
}

async function nameOut(visit: OneStory): Promise<Response> {
  const { story, may } = await seen(visit);
  if (!may.withdraw) missing();
  const words = writingText(visit.language);
  const done = await takeNameOut(visit.tx, story.id);
  return visit.redirect(storyPlace({ id: story.id }), done ? words.nameIsOut : words.notNow);
}

/** A picture of the story: for whoever may read the story, and for those who write it, those that it can show. */
async function photo(visit: Visit<'/historier/:id/billede/:photo'>): Promise<Response> {
  const { tx, params, query } = visit;
  const { story, may } = await seen(visit);
  const photoId = readId<'story_picture'>(params.photo) ?? missing();
  const files = (await photoFiles(tx, story.id, photoId)) ?? missing();
  if (!files.chosen && !may.withdraw) missing();
  const file = (await readFile(tx, query.has('lille') ? files.small : files.large)) ?? missing();
  return visit.file({ bytes: file.bytes, type: file.type, name: file.name, inline: file.inline });
}
