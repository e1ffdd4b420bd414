import { isStaff } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { CleanPhoto } from '../../../../platform/sheets/clean-photo.ts';
import type { Asked, Limits, Visit } from '../../../../platform/web/web.ts';
import { developPhoto, type PhotoRefusal, receivePhoto } from '../commands/photos.ts';
import { type CameBy, MOST_AT_ONCE } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { formWords } from '../text/forms.ts';

interface Developed {
  readonly name: string;
  readonly clean: Outcome<CleanPhoto, PhotoRefusal>;
}

const developed = new WeakMap<FormData, readonly Developed[]>();

/**
 * Some pictures of a telephone at once, made clean before the handler's transaction. `mayCome`: pictures are welcome here;
 * it throws where there is no such place, and is null where the handler says why not.
 */
export function photoPost(mayCome: (asked: Asked) => Promise<Pick<Workshop, 'id'> | null>): Limits {
  return {
    maxBytes: 64 * 1024 * 1024,
    async prepare(asked) {
      const workshop = await mayCome(asked);
      if (!workshop) return null;
      const { id } = workshop;
      // What comes by the link waits for itself alone: those who run the workshop are not behind it, nor is another house.
      const whose = isStaff(asked.tx.actor) ? id : `${id} by the link`;
      const files = filesIn(asked.form);
      if (files.length > MOST_AT_ONCE) return null;
      return async () => {
        developed.set(asked.form, await developAll(files, whose));
      };
    },
  };
}

/** Up to the first that cannot be taken: the others are not kept without it. */
async function developAll(files: readonly File[], whose: string): Promise<readonly Developed[]> {
  const all: Developed[] = [];
  for (const file of files) {
    const clean = await developPhoto(new Uint8Array(await file.arrayBuffer()), file.name, whose);
    all.push({ name: file.name, clean });
    if (!clean.ok) break;
  }
  return all;
}

function filesIn(form: FormData): readonly File[] {
  return form.getAll('photos').flatMap((file) => (file instanceof File && file.size > 0 ? [file] : []));
}

/** Takes all the pictures of a form, or says in words what is wrong with the first that is not taken. */
export async function receiveAll(
  { tx, form, language }: Pick<Visit, 'tx' | 'form' | 'language'>,
  workshop: Workshop,
  how: { readonly cameBy: CameBy; readonly tableId: Id<'workshop_table'> | null },
): Promise<Outcome<readonly Id<'workshop_photo'>[], string>> {
  const words = formWords(language);
  const count = filesIn(form).length;
  if (count === 0) return refused(words.photoMissing);
  if (count > MOST_AT_ONCE) return refused(words.photosMany(MOST_AT_ONCE));
  const ids: Id<'workshop_photo'>[] = [];
  const all = developed.get(form);
  if (!all) throw new Error('Cannot take pictures: the route does not make them clean first (photoPost)');
  for (const { name, clean } of all) {
    const received = clean.ok ? await receivePhoto(tx, workshop, { clean: clean.value, ...how }) : clean;
    if (!received.ok) {
      const said = received.refusal === 'full' ? words.photosFull : words.files[received.refusal];
      return refused(count > 1 ? `${name}: ${said}` : said);
    }
    ids.push(received.value);
  }
  return ok(ids);
}
