import type { Id } from '../../../../kernel/id.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { missing, type PageHead, type Visit } from '../../../../platform/web/web.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { readTogether } from '../rules/sheets.ts';
import type { Workshop } from '../rules/workshop.ts';
import { readingsOf } from '../store/photos.ts';
import { editionsOf, sheetById } from '../store/sheets.ts';
import { photosSent } from '../store/witnesses.ts';
import { linkText } from '../text/link.ts';
import { SentPage, type SentPhoto } from '../views/sent.tsx';
import { themeName } from './names.ts';

/** Where pictures come from and go: by the workshop's link, or by a table's own code. */
export interface Way {
  readonly action: Path;
  readonly here: Path;
  readonly backTo: Path;
  readonly trail: PageHead['trail'];
}

/** A picture that was to be taken again, and what is wrong with what came instead. */
export interface Wrong {
  readonly again: string;
  readonly problems: FormProblems;
}

/** What came of the pictures that were sent at once: `together`, as they stand in the address. */
export async function answerSent(
  { tx, language, page }: Pick<Visit, 'tx' | 'language' | 'page'>,
  workshop: Workshop,
  together: string,
  { trail, ...way }: Way,
  wrong?: Wrong,
): Promise<Response> {
  const ids = readTogether(together);
  const [photos, editions] = await Promise.all([
    ids.length > 0 ? photosSent(tx, workshop.id, ids) : [],
    editionsOf(tx, workshop.id),
  ]);
  if (photos.length === 0) missing();
  const shown: SentPhoto[] = [];
  for (const photo of photos) {
    const sheet = photo.sheetId && (await sheetById(tx, workshop.id, photo.sheetId));
    const readings = await readingsOf(tx, photo.id);
    shown.push({
      ...photo,
      theme: sheet ? themeName(language, editions, sheet) : null,
      seen: { sure: readings.filter(({ label }) => label !== 'unsure').length, all: readings.length },
    });
  }
  const view = SentPage({
    language,
    workshopId: workshop.id,
    photos: shown,
    ...way,
    wrong: wrong?.again,
    problems: wrong?.problems,
  });
  const words = linkText(language);
  const title = photos.length > 1 ? words.sentTitles : words.sentTitle;
  return page({ title, trail, unlisted: true, status: wrong ? 422 : 200 }, view);
}

/** The pictures to show the sender: what just came, in the place of the one that was to be taken again. */
export function nowTogether(
  came: readonly Id<'workshop_photo'>[],
  { together, again }: { readonly together: string; readonly again: string },
): readonly string[] {
  const before: readonly string[] = readTogether(together);
  const at = before.indexOf(again);
  const all = at < 0 ? came : [...before.slice(0, at), ...came, ...before.slice(at + 1)];
  return [...new Set(all)];
}
