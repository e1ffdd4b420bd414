import { isStaff } from '../../../../kernel/actor.ts';
import { type Id, readId } from '../../../../kernel/id.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { pictureRefusals } from '../../../../platform/files/text.ts';
import { MOST_PICTURE_BYTES } from '../../../../platform/files/two-sizes.ts';
import { fileIn, problemIn, readForm, readFormWithFile } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { caseHref, fundById, mayHandle } from '../../fund/public.ts';
import { type May, mayEnd } from '../access.ts';
import { caseByCode, giveFeedback, keepDraft, knownAnswers } from '../commands/feedback.ts';
import { addPhoto, takePhotoBack } from '../commands/photos.ts';
import { codeForm, draftForm, feedbackForm, photoForm } from '../forms.ts';
import type { EndingCase } from '../rules/case.ts';
import { feedbackRefusal } from '../rules/feedback.ts';
import { endingCase, endOf, peopleOf } from '../store/cases.ts';
import { feedbackOf } from '../store/feedback.ts';
import { photoById, photosOf } from '../store/photos.ts';
import { feedbackText } from '../text/feedback.ts';
import {
  addPhotoPlace,
  byCodePlace,
  codePlace,
  feedbackPlace,
  photoBackByCodePlace,
  photoBackPlace,
  photoByCodePlace,
  photoPlace,
} from '../urls.ts';
import { CodePage, FeedbackPage, OverPage } from '../views/feedback.tsx';

/** Every button of the form sends a chosen picture along. */
const MOST_POSTED = MOST_PICTURE_BYTES + 64 * 1024;
const PHOTO_LIMITS = { rate: { times: 30, minutes: 60 }, maxBytes: MOST_POSTED };

/** Telling how it went: by a link or a card without an account, signed in, or typed in by staff. */
export function feedbackRoutes(web: Web): void {
  web.get(codePlace, anyone, (visit) => codePage(visit));
  web.post(codePlace, anyone, postCode, { rate: { times: 20, minutes: 60 } });
  web.get(byCodePlace, anyone, (visit) => byCode(visit, (telling) => formPage(visit, telling)));
  web.post(byCodePlace, anyone, (visit) => byCode(visit, (telling) => postFeedback(visit, telling)), {
    rate: { times: 60, minutes: 60 },
    maxBytes: MOST_POSTED,
  });
  web.post(photoByCodePlace, anyone, (visit) => byCode(visit, (telling) => postPhoto(visit, telling)), PHOTO_LIMITS);
  web.post(
    photoBackByCodePlace,
    anyone,
    (visit) => byCode(visit, (telling) => postPhotoBack(visit, telling)),
    PHOTO_LIMITS,
  );
  web.get(feedbackPlace, signedIn, async (visit) => formPage(visit, await byId(visit)));
  web.post(feedbackPlace, signedIn, async (visit) => postFeedback(visit, await byId(visit)), {
    maxBytes: MOST_POSTED,
  });
  web.post(addPhotoPlace, signedIn, async (visit) => postPhoto(visit, await byId(visit)), PHOTO_LIMITS);
  web.post(photoBackPlace, signedIn, async (visit) => postPhotoBack(visit, await byId(visit)), PHOTO_LIMITS);
  web.get(photoPlace, anyone, photo);
}

/** The case somebody may tell about, and where they do it. */
interface Telling {
  readonly one: EndingCase;
  readonly byStaff: boolean;
  readonly here: Path;
  /** Where one goes when it is told. */
  readonly afterwards: Path;
  readonly add: Path;
  readonly remove: (photo: string) => Path;
}

type Tell = (telling: Telling) => Promise<Response>;

async function byCode(
  visit: Omit<Visit, 'params'> & { readonly params: { readonly code: string } },
  then: Tell,
): Promise<Response> {
  const { tx, language, params } = visit;
  const { id, code, works } = (await caseByCode(tx, params.code)) ?? missing();
  const one = (await endingCase(tx, id)) ?? missing();
  if (!works) {
    const { email, phone } = await ownOrganisation(tx);
    const head = { title: feedbackText(language).over, unlisted: true, status: 404 } as const;
    return visit.page(head, OverPage({ language, email, phone }));
  }
  const here = byCodePlace({ code });
  return then({
    one,
    byStaff: false,
    here,
    afterwards: here,
    add: photoByCodePlace({ code }),
    remove: (photo) => photoBackByCodePlace({ code, photo }),
  });
}

async function byId(
  visit: Pick<Visit, 'tx' | 'actor'> & { readonly params: { readonly id: string } },
): Promise<Telling> {
  const { one, may } = await reached(visit);
  if (!may.tell) missing();
  const { id } = one;
  return {
    one,
    byStaff: may.attend,
    here: feedbackPlace({ id }),
    afterwards: caseHref(id),
    add: addPhotoPlace({ id }),
    remove: (photo) => photoBackPlace({ id, photo }),
  };
}

/** A sent case by its id, and what this reader may do at its end. */
export async function reached(
  visit: Pick<Visit, 'tx' | 'actor'> & { readonly params: { readonly id: string } },
): Promise<{ readonly one: EndingCase; readonly may: May }> {
  const { tx, actor, params } = visit;
  const id = readId<'fund_application'>(params.id) ?? missing();
  const one = (await endingCase(tx, id)) ?? missing();
  const fund = (await fundById(tx, one.fundId)) ?? missing();
  return { one, may: mayEnd(actor, await peopleOf(tx, id), mayHandle(actor, fund)) };
}

async function formPage(
  visit: Visit,
  telling: Telling,
  refused: { readonly problems?: FormProblems; readonly photoProblems?: FormProblems } = {},
): Promise<Response> {
  const { tx, language } = visit;
  const { one, byStaff, here, add, remove } = telling;
  const given = await feedbackOf(tx, one.id);
  const bad = refused.problems ?? refused.photoProblems;
  return visit.page(
    {
      title: feedbackText(language).title,
      unlisted: true,
      trail: byStaff ? [{ href: caseHref(one.id), label: one.title }] : [],
      status: bad ? 422 : 200,
    },
    FeedbackPage({
      language,
      title: one.title,
      action: here,
      known: await knownAnswers(tx, one.id),
      givenOn: given?.on ?? null,
      byStaff,
      refusal: feedbackRefusal(one, await endOf(tx, one.id), tx.today),
      photos: await photosOf(tx, one.id),
      places: { add, remove },
      ...refused,
    }),
  );
}

async function postFeedback(visit: Visit, telling: Telling): Promise<Response> {
  const { tx, language } = visit;
  const { one, byStaff, here, afterwards } = telling;
  const words = feedbackText(language);
  const keeps = visit.form.get('do') === 'keep';
  if (keeps || photoBegun(visit)) await keepTyped(visit, one.id);
  const photoProblems = photoBegun(visit) ? await photoRefusal(visit, one.id) : null;
  if (photoProblems) return formPage(visit, telling, { photoProblems });
  if (keeps) return visit.redirect(here, words.kept);
  const read = readForm(feedbackForm(language), visit.form);
  if (!read.ok) return formPage(visit, telling, { problems: read.refusal });
  const { channel, ...answers } = read.value;
  const before = one.feedback;
  const given = await giveFeedback(tx, one.id, answers, byStaff && channel !== 'self' ? channel : null);
  if (!given.ok)
    return formPage(visit, telling, { problems: problemIn(visit.form, '', words.refusals[given.refusal]) });
  return visit.redirect(afterwards, before ? words.corrected : words.thanks);
}

async function postPhoto(visit: Visit, telling: Telling): Promise<Response> {
  await keepTyped(visit, telling.one.id);
  const photoProblems = await photoRefusal(visit, telling.one.id);
  if (photoProblems) return formPage(visit, telling, { photoProblems });
  return visit.redirect(`${telling.here}#billeder` as Path, feedbackText(visit.language).photoAdded);
}

/** The answers as they stand in the form, when they are other than what is known. */
async function keepTyped({ tx, form }: Visit, id: EndingCase['id']): Promise<void> {
  const typed = readForm(draftForm, form);
  if (!typed.ok || !form.has('came')) return;
  const known = await knownAnswers(tx, id);
  const { came, best, differently } = typed.value;
  if (came === (known?.came ?? '') && best === (known?.best ?? '') && differently === (known?.differently ?? ''))
    return;
  await keepDraft(tx, id, typed.value);
}

/** A picture is chosen, or something is said of one. */
function photoBegun(visit: Visit): boolean {
  return fileIn(visit.form, 'photo') !== null || String(visit.form.get('alt') ?? '').trim() !== '';
}

/** Adds the picture of the form; what stands in the way, or null when it is added. */
async function photoRefusal(visit: Visit, id: EndingCase['id']): Promise<FormProblems | null> {
  const { tx, language, form } = visit;
  const words = feedbackText(language);
  const read = readFormWithFile(photoForm(language), form, 'photo', words.photoMissing);
  if (!read.ok) return read.refusal;
  const { file, value } = read.value;
  const added = await addPhoto(tx, id, {
    bytes: new Uint8Array(await file.arrayBuffer()),
    name: file.name,
    alt: value.alt,
    people: value.people,
    mayBePublic: value.public,
    consent: value.public ? `${words.consent} ${words.publicToo}` : words.consent,
  });
  if (added.ok) return null;
  return problemIn(form, 'photo', { ...pictureRefusals(language), ...words.photoRefusals }[added.refusal]);
}

async function postPhotoBack(
  visit: Visit & { readonly params: { readonly photo: string } },
  telling: Telling,
): Promise<Response> {
  const photoId = readId<'fund_photo'>(visit.params.photo) ?? missing();
  await keepTyped(visit, telling.one.id);
  if (!(await takePhotoBack(visit.tx, telling.one.id, photoId))) missing();
  return visit.redirect(`${telling.here}#billeder` as Path, feedbackText(visit.language).photoRemoved);
}

/** A picture: for everybody where everybody may see it, else for those who are part of the case and for staff. */
async function photo(visit: Visit<'/pulje/billeder/:id'>): Promise<Response> {
  const { tx, actor, query } = visit;
  const found = (await photoById(tx, readId<'fund_photo'>(visit.params.id) ?? missing())) ?? missing();
  if (!found.shown && !(await maySee(visit, found.applicationId, actor))) missing();
  const fileId: Id<'file'> = query.has('lille') ? found.smallFileId : found.fileId;
  const file = (await readFile(tx, fileId)) ?? missing();
  return visit.file({ bytes: file.bytes, type: file.type, name: file.name, inline: file.inline });
}

async function maySee(visit: Visit, id: EndingCase['id'], actor: Visit['actor']): Promise<boolean> {
  if (actor.kind !== 'person') return false;
  const { may } = await reached({ tx: visit.tx, actor, params: { id } });
  return may.tell || isStaff(actor);
}

function codePage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { language } = visit;
  return visit.page(
    { title: feedbackText(language).title, status: problems ? 422 : 200 },
    CodePage({ language, problems }),
  );
}

async function postCode(visit: Visit): Promise<Response> {
  const read = readForm(codeForm, visit.form);
  const code = read.ok ? read.value.code : '';
  const door = await caseByCode(visit.tx, code);
  if (door) return visit.redirect(byCodePlace({ code: door.code }));
  return codePage(visit, problemIn(visit.form, 'code', feedbackText(visit.language).codeUnknown));
}
