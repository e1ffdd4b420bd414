import { readId } from '../../../../kernel/id.ts';
import { pictureRefusals } from '../../../../platform/files/text.ts';
import { MOST_PICTURE_BYTES } from '../../../../platform/files/two-sizes.ts';
import { problemIn, readFormWithFile } from '../../../../platform/web/form.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { addPicture, takePhotoOut } from '../commands/pictures.ts';
import { pictureForm } from '../forms.ts';
import type { PhotoId } from '../rules/story.ts';
import { picturesText } from '../text/pictures.ts';
import { writingText } from '../text/writing.ts';
import { addPicturePlace, photoOutPlace, storyPlace, writePlace } from '../urls.ts';
import { type OneStory, seen, writable } from './seen.ts';
import { writePage } from './writing.tsx';

const WITH_FILE = { rate: { times: 30, minutes: 60 }, maxBytes: MOST_PICTURE_BYTES + 64 * 1024 };

/** Pictures put with a story, and taken out of it. */
export function pictureRoutes(web: Web): void {
  web.post(addPicturePlace, signedIn, add, WITH_FILE);
  web.post(photoOutPlace, signedIn, out);
}

async function add(visit: OneStory): Promise<Response> {
  const one = await writable(visit);
  const pictureProblems = await refusal(visit, one.story.id);
  if (pictureProblems) return writePage(visit, one, { pictureProblems });
  const back = `${writePlace({ id: one.story.id })}#billede` as Path;
  return visit.redirect(back, picturesText(visit.language).added);
}

/** Adds the picture of the form; what stands in the way, or null when it is added. */
async function refusal(
  { tx, language, form }: OneStory,
  id: Parameters<typeof addPicture>[1],
): Promise<FormProblems | null> {
  const words = picturesText(language);
  const read = readFormWithFile(pictureForm(language), form, 'picture', words.pictureMissing);
  if (!read.ok) return read.refusal;
  const { file, value } = read.value;
  const bytes = new Uint8Array(await file.arrayBuffer());
  const { alt, people } = value;
  const added = await addPicture(tx, id, { bytes, name: file.name, alt, people, consent: words.consent });
  if (added.ok) return null;
  return problemIn(form, 'picture', { ...pictureRefusals(language), ...words.refusals }[added.refusal]);
}

async function out(visit: OneStory & { readonly params: { readonly photo: string } }): Promise<Response> {
  const { story, may } = await seen(visit);
  if (!may.withdraw) missing();
  const photoId: PhotoId = readId<'story_picture'>(visit.params.photo) ?? missing();
  if (!(await takePhotoOut(visit.tx, story.id, photoId))) missing();
  const place = visit.form.get('skriver') === 'ja' && may.write ? writePlace : storyPlace;
  return visit.redirect(place({ id: story.id }), writingText(visit.language).photoIsOut);
}
