import { readId } from '../../../../kernel/id.ts';
import { readFile } from '../../../../platform/files/files.ts';
import { problemIn, readForm, readFormWithFile } from '../../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, anyone } from '../../../../platform/web/who.ts';
import { departmentNames } from '../../../housing/public.ts';
import { EDITORS, mayRemarkIn, maySee, REMARKERS } from '../access.ts';
import { addPhoto, askOperations, remark, removePhoto, takeRemarkAway } from '../commands/voices.ts';
import { photoForm, remarkForm } from '../forms/voices.ts';
import { MOST_PHOTO_BYTES, type Photo } from '../rules/voices.ts';
import { cardById } from '../store/cards.ts';
import { photoById } from '../store/photos.ts';
import { remarksOn } from '../store/remarks.ts';
import { voicesText } from '../text/voices.ts';
import {
  askOperationsPlace,
  cardPlace,
  photoPlace,
  photosPlace,
  remarkPlace,
  removePhotoPlace,
  removeRemarkPlace,
} from '../urls.ts';
import { cardPageOf, type OneCard, seen } from './card.tsx';

const editors = anyOf(...EDITORS);
const remarkers = anyOf(...REMARKERS);

/** The picture, and the few words beside it. */
const PHOTO_LIMITS = { rate: { times: 30, minutes: 60 }, maxBytes: MOST_PHOTO_BYTES + 64 * 1024 };

/** What the caretakers say to a card, and its pictures. */
export function voiceRoutes(web: Web): void {
  web.post(askOperationsPlace, editors, postAskOperations);
  web.post(remarkPlace, remarkers, postRemark);
  web.post(removeRemarkPlace, remarkers, postRemoveRemark);
  web.post(photosPlace, editors, postPhoto, PHOTO_LIMITS);
  web.get(photoPlace, anyone, picture);
  web.post(removePhotoPlace, editors, postRemovePhoto);
}

async function postAskOperations(visit: OneCard): Promise<Response> {
  const card = await seen(visit);
  await askOperations(visit.tx, card.id);
  return visit.redirect(cardPlace({ id: card.id }), voicesText(visit.language).operationsAsked);
}

async function postRemark(visit: OneCard): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const card = await seen(visit);
  const read = readForm(remarkForm(language), form);
  if (!read.ok) return cardPageOf(visit, read.refusal);
  const { remark: words, where } = read.value;
  const departmentId = where && (await departmentNames(tx)).has(where) ? where : null;
  const labels = voicesText(language);
  if (!mayRemarkIn(actor, departmentId)) return cardPageOf(visit, problemIn(form, 'where', labels.remarkElsewhere));
  const made = await remark(tx, card.id, { words, departmentId });
  if (!made.ok) return cardPageOf(visit, problemIn(form, 'remark', labels.remarksFull));
  return visit.redirect(cardPlace({ id: card.id }), labels.remarked);
}

type OneRemark = Omit<Visit, 'params'> & { readonly params: { readonly id: string; readonly remark: string } };

async function postRemoveRemark(visit: OneRemark): Promise<Response> {
  const card = await seen(visit);
  const id = readId<'catalogue_remark'>(visit.params.remark) ?? missing();
  const there = (await remarksOn(visit.tx, card.id)).find((one) => one.id === id) ?? missing();
  if (!mayRemarkIn(visit.actor, there.departmentId)) missing();
  if (!(await takeRemarkAway(visit.tx, card.id, id))) missing();
  return visit.redirect(cardPlace({ id: card.id }), voicesText(visit.language).remarkGone);
}

async function postPhoto(visit: OneCard): Promise<Response> {
  const { tx, language, form } = visit;
  const card = await seen(visit);
  const labels = voicesText(language);
  const read = readFormWithFile(photoForm(language), form, 'photo', labels.photoMissing);
  if (!read.ok) return cardPageOf(visit, read.refusal);
  const { file, value } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { alt, credit } = value;
  const added = await addPhoto(tx, card.id, { bytes, name: file.name, alt, credit });
  if (!added.ok) return cardPageOf(visit, problemIn(form, 'photo', labels.files[added.refusal]));
  return visit.redirect(cardPlace({ id: card.id }), labels.photoAdded);
}

type OnePhoto = Omit<Visit, 'params'> & { readonly params: { readonly photo: string } };

/** A picture of a card that the reader may see. */
async function photoSeen({ tx, actor, params }: OnePhoto): Promise<Photo> {
  const id = readId<'catalogue_photo'>(params.photo) ?? missing();
  const photo = (await photoById(tx, id)) ?? missing();
  const card = (await cardById(tx, photo.cardId)) ?? missing();
  return maySee(actor, card) ? photo : missing();
}

async function picture(visit: OnePhoto): Promise<Response> {
  const { fileId } = await photoSeen(visit);
  return visit.file((await readFile(visit.tx, fileId)) ?? missing());
}

async function postRemovePhoto(visit: OnePhoto): Promise<Response> {
  const photo = await photoSeen(visit);
  await removePhoto(visit.tx, photo);
  return visit.redirect(cardPlace({ id: photo.cardId }), voicesText(visit.language).photoGone);
}
