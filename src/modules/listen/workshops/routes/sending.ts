import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { receivePhoto } from '../commands/photos.ts';
import { type CameBy, MOST_AT_ONCE } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';

/** Some pictures of a telephone at once. */
export const PHOTO_BYTES = { maxBytes: 64 * 1024 * 1024 };

/** Takes all the pictures of a form, or says in words what is wrong with the first that is not taken. */
export async function receiveAll(
  { tx, form, language }: Pick<Visit, 'tx' | 'form' | 'language'>,
  workshop: Workshop,
  how: { readonly cameBy: CameBy; readonly tableId: Id<'workshop_table'> | null },
): Promise<Outcome<readonly Id<'workshop_photo'>[], string>> {
  const words = formWords(language);
  const files = form.getAll('photos').flatMap((file) => (file instanceof File && file.size > 0 ? [file] : []));
  if (files.length === 0) return refused(words.photoMissing);
  if (files.length > MOST_AT_ONCE) return refused(words.photosMany(MOST_AT_ONCE));
  const ids: Id<'workshop_photo'>[] = [];
  for (const file of files) {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const received = await receivePhoto(tx, workshop, { bytes, name: file.name, ...how });
    if (!received.ok) {
      const said = received.refusal === 'full' ? words.photosFull : words.files[received.refusal];
      return refused(files.length > 1 ? `${file.name}: ${said}` : said);
    }
    ids.push(received.value);
  }
  return ok(ids);
}
