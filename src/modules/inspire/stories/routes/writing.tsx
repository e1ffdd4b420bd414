import type { Html } from '#jsx/jsx-runtime';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { feedbackPlace } from '../../../decide/results/public.ts';
import { displayNames } from '../../../housing/public.ts';
import { type Initiative, initiativeById, statusOf } from '../../../initiatives/public.ts';
import { mayTell } from '../access.ts';
import { beginStory, writeStory } from '../commands/writing.ts';
import { storyForm } from '../forms.ts';
import { canBeTold, ownPhotos } from '../rules/story.ts';
import { caseOf, knownOf, offeredPhotos } from '../store/known.ts';
import { storyOf } from '../store/stories.ts';
import { writingText } from '../text/writing.ts';
import { storyPlace, tellPlace, writePlace } from '../urls.ts';
import { BesideInitiative } from '../views/beside.tsx';
import { WritePage } from '../views/writing.tsx';
import { commonOf, type OneStory, type Seen, trailTo, writable } from './seen.ts';

/** Beginning a story, and writing in it. */
export function writingRoutes(web: Web): void {
  web.post(tellPlace, signedIn, tell);
  web.get(writePlace, signedIn, async (visit) => writePage(visit, await writable(visit)));
  web.post(writePlace, signedIn, save);
}

async function tell(visit: Visit<'/historier/fra-initiativ/:id'>): Promise<Response> {
  const { tx, actor, params } = visit;
  const initiative = (await initiativeById(tx, readId<'initiative'>(params.id) ?? missing())) ?? missing();
  if (!mayTell(actor, initiative) || !(await isTold(visit, initiative))) missing();
  const id = await beginStory(tx, initiative);
  const story = await storyOf(tx, initiative.id);
  return visit.redirect(story?.state === 'published' ? storyPlace({ id }) : writePlace({ id }));
}

async function isTold({ tx }: Pick<Visit, 'tx'>, initiative: Initiative): Promise<boolean> {
  const known = await knownOf(tx, initiative.id);
  return known !== null && canBeTold(statusOf(initiative, tx.today), known);
}

/** `problems`: of the story's words; `pictureProblems`: of a picture that is put with it. */
export async function writePage(
  visit: OneStory,
  { story, initiative }: Seen,
  refused: { readonly problems?: FormProblems; readonly pictureProblems?: FormProblems } = {},
): Promise<Response> {
  const { tx, language } = visit;
  const drivers = [...new Set(initiative.drivers.map(({ personId }) => personId))];
  const [common, offered, caseId, names] = await Promise.all([
    commonOf(visit),
    offeredPhotos(tx, initiative.id),
    caseOf(tx, initiative.id),
    displayNames(
      tx,
      drivers.map((id) => ({ kind: 'person' as const, id })),
      language,
    ),
  ]);
  return visit.page(
    {
      title: writingText(language).writeTitle,
      trail: trailTo(visit, story),
      status: refused.problems || refused.pictureProblems ? 422 : 200,
    },
    WritePage({
      ...common,
      story,
      offered,
      people: drivers.map((id) => ({ id, name: names.get(`person:${id}`) ?? '' })),
      photosHref: caseId && feedbackPlace({ id: caseId }),
      ...refused,
    }),
  );
}

async function save(visit: OneStory): Promise<Response> {
  const { tx, language, form } = visit;
  const one = await writable(visit);
  const { story, initiative } = one;
  const offered = await offeredPhotos(tx, initiative.id);
  const people = initiative.drivers.map(({ personId }) => personId);
  const read = readForm(storyForm(language, { offered, people, own: ownPhotos(story).length }), form);
  if (!read.ok) return writePage(visit, one, { problems: read.refusal });
  const words = writingText(language);
  const saved = await writeStory(tx, story.id, {
    ...read.value,
    consents: { name: words.nameConsent, photos: form.get('photoConsent') === 'ja' ? words.photoConsent : '' },
  });
  if (!saved.ok)
    return writePage(visit, { ...one, story: saved.refusal }, { problems: problemIn(form, '', words.meanwhile) });
  return visit.redirect(storyPlace({ id: story.id }), words.saved);
}

/** On an initiative's pages: its story, or where it is told. */
export async function storyBeside(
  { tx, actor, language }: Pick<Visit, 'tx' | 'actor' | 'language'>,
  initiative: Initiative,
  inside: boolean,
): Promise<Html | null> {
  const story = await storyOf(tx, initiative.id);
  const tells = inside && mayTell(actor, initiative);
  if (story) {
    const published = story.state === 'published';
    if (!published && !tells) return null;
    const shown = { heading: story.heading, href: storyPlace({ id: story.id }), published };
    return BesideInitiative({ language, story: shown, tellHref: null });
  }
  if (!tells || !(await isTold({ tx }, initiative))) return null;
  return BesideInitiative({ language, story: null, tellHref: tellPlace({ id: initiative.id }) });
}
