import { labelOf, type Scale, scaled } from '../../src/engines/sheet/judge.ts';
import type { GatheredBox, GatheredPhoto } from './gathered.ts';

/** A box of a photo that was read, judged anew from what the network said: a new scale needs no new photos. */
export interface Judged {
  readonly box: GatheredBox;
  readonly label: string;
  readonly confidence: number;
  readonly right: boolean;
}

export function judged(photos: readonly GatheredPhoto[], scale: Scale): readonly Judged[] {
  return photos
    .filter(({ status }) => status === 'read')
    .flatMap(({ boxes }) => boxes)
    .map((box) => {
      const { label, confidence } = box.chances
        ? labelOf(scaled(box.chances, scale), box.seen, box.clarity)
        : { label: 'unsure', confidence: 1 };
      return { box, label, confidence, right: label === box.kind };
    });
}

/** Counts; `off` in widths of a box, `ms` of processor time a photo. */
export interface Worth {
  readonly photos: number;
  readonly found: number;
  readonly strange: number;
  readonly retake: number;
  readonly rejected: number;
  readonly boxes: number;
  readonly decided: number;
  readonly wrong: number;
  readonly cleanWrong: number;
  readonly swapped: number;
  readonly clean: number;
  readonly cleanAsked: number;
  readonly odd: number;
  readonly oddAsked: number;
  /** Only one box in a hundred lies farther from where it was looked for. */
  readonly off: number;
  readonly ms: number;
}

/** What the reader was worth on these photos. */
export function worthOf(photos: readonly GatheredPhoto[], scale: Scale): Worth {
  const boxes = judged(photos, scale);
  const clean = boxes.filter(({ box }) => box.kind !== 'other');
  const odd = boxes.filter(({ box }) => box.kind === 'other');
  const decided = boxes.filter(({ label }) => label !== 'unsure');
  const wrong = decided.filter(({ right }) => !right);
  const isMark = (kind: string) => kind === 'V' || kind === 'X';
  const off = boxes.map(({ box }) => box.off).sort((one, other) => one - other);
  return {
    photos: photos.length,
    found: photos.filter(({ read, layout }) => read === layout).length,
    strange: photos.filter(({ read, layout }) => read !== null && read !== layout).length,
    retake: photos.filter(({ status }) => status === 'retake').length,
    rejected: photos.filter(({ status }) => status === 'reject').length,
    ...{ boxes: boxes.length, decided: decided.length, wrong: wrong.length },
    cleanWrong: wrong.filter(({ box }) => box.kind !== 'other').length,
    swapped: wrong.filter(({ box, label }) => isMark(box.kind) && isMark(label)).length,
    ...{ clean: clean.length, cleanAsked: clean.filter(({ label }) => label === 'unsure').length },
    ...{ odd: odd.length, oddAsked: odd.filter(({ label }) => label === 'unsure').length },
    off: off[Math.floor(off.length * 0.99)] ?? 0,
    ms: Math.round(photos.reduce((sum, { ms }) => sum + ms, 0) / Math.max(1, photos.length)),
  };
}

export interface Bin {
  readonly low: number;
  readonly high: number;
  readonly boxes: number;
  /** The mean of what was said, and the share that was right. */
  readonly said: number;
  readonly right: number;
}

const BINS = [0.88, 0.92, 0.95, 0.98, 0.99, 0.995, 1];

/** Is one who says 0.97 right 97 times of a hundred? Of the boxes that were decided. `apart` is the expected calibration error. */
export function calibrationOf(boxes: readonly Judged[]): { readonly bins: readonly Bin[]; readonly apart: number } {
  const decided = boxes.filter(({ label }) => label !== 'unsure');
  const bins = BINS.slice(1).flatMap((high, at): readonly Bin[] => {
    const low = BINS[at] as number;
    const own = decided.filter(({ confidence }) => confidence >= low && (confidence < high || high === 1));
    if (own.length === 0) return [];
    const said = own.reduce((sum, { confidence }) => sum + confidence, 0) / own.length;
    return [{ low, high, boxes: own.length, said, right: own.filter(({ right }) => right).length / own.length }];
  });
  const apart = bins.reduce((sum, { boxes: count, said, right }) => sum + count * Math.abs(said - right), 0);
  return { bins, apart: apart / Math.max(1, decided.length) };
}

/** Markdown: one row a set, and one for all. */
export function reportOf(photos: readonly GatheredPhoto[], scale: Scale): string {
  const sets = [...new Set(photos.map(({ set }) => set))];
  const rows = [...sets, 'all'].map((set) => {
    const each = worthOf(set === 'all' ? photos : photos.filter((photo) => photo.set === set), scale);
    const { found, strange, retake, rejected, boxes, wrong, decided, cleanWrong, swapped } = each;
    return [
      ...[set, each.photos, `${found} (${share(found, each.photos)})`, strange, retake, rejected, boxes],
      ...[`${wrong} of ${decided} (${share(wrong, decided)})`, cleanWrong, swapped],
      `${each.cleanAsked} of ${each.clean} (${share(each.cleanAsked, each.clean)})`,
      ...[`${each.oddAsked} of ${each.odd}`, each.off.toFixed(3), each.ms],
    ];
  });
  const all = judged(photos, scale);
  const { bins, apart } = calibrationOf(all);
  const slips = all.filter(({ right, label }) => label !== 'unsure' && !right);
  return [
    '| set | photos | found | wrong sheet | retake | not found | boxes | decided wrong | of these clean | V and X swapped | clean asked | odd asked | p99 off | ms |',
    `|${'---|'.repeat(14)}`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
    ...['', '| confidence | boxes | said | right |', '|---|---|---|---|'],
    ...bins.map(
      ({ low, high, boxes, said, right }) =>
        `| ${low.toFixed(3)} to ${high.toFixed(3)} | ${boxes} | ${said.toFixed(4)} | ${right.toFixed(4)} |`,
    ),
    ...['', `Expected calibration error of what was decided: ${apart.toFixed(4)}`],
    ...slips.map(
      ({ box, label, confidence }) =>
        `wrong: ${box.kind} (${box.trouble}) read as ${label} ${confidence}, ${box.off.toFixed(3)} off, ${box.id}`,
    ),
  ].join('\n');
}

function share(part: number, whole: number): string {
  return whole === 0 ? '–' : `${((100 * part) / whole).toFixed(1)} %`;
}
