import { fileTypeFromBuffer } from 'file-type';

/** The kinds of files that people send in. */
export type FileKind = 'pdf' | 'jpeg' | 'png' | 'webp' | 'heic' | 'xlsx' | 'docx' | 'csv' | 'xml' | 'text';

interface Nature {
  readonly type: string;
  /** Endings that a name may have; the first is given to a name without. */
  readonly endings: readonly string[];
  /** A browser may show it: it cannot carry script. */
  readonly inline: boolean;
}

export const NATURES: Readonly<Record<FileKind, Nature>> = {
  pdf: { type: 'application/pdf', endings: ['pdf'], inline: true },
  jpeg: { type: 'image/jpeg', endings: ['jpg', 'jpeg', 'jpe', 'jfif'], inline: true },
  png: { type: 'image/png', endings: ['png'], inline: true },
  webp: { type: 'image/webp', endings: ['webp'], inline: true },
  heic: { type: 'image/heic', endings: ['heic', 'heif'], inline: false },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    endings: ['xlsx'],
    inline: false,
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
    inline: false,
  },
  csv: { type: 'text/csv; charset=utf-8', endings: ['csv', 'tsv'], inline: false },
  // Without a charset: the document names its own.
  xml: { type: 'application/xml', endings: ['xml'], inline: false },
  text: { type: 'text/plain; charset=utf-8', endings: ['txt', 'text'], inline: false },
};

const BY_TYPE = new Map(Object.entries(NATURES).map(([kind, { type }]) => [type.split(';')[0], kind as FileKind]));
BY_TYPE.set('image/heif', 'heic');

/** What the bytes are, whatever the name says; the name only tells a table of commas from other text. Null when unknown. */
export async function kindOf(bytes: Uint8Array, name: string): Promise<FileKind | null> {
  const known = await fileTypeFromBuffer(bytes);
  if (known) return BY_TYPE.get(known.mime) ?? null;
  if (!isText(bytes)) return null;
  if (endingOf(name) === 'xml') return looksLikeXml(bytes) ? 'xml' : 'text';
  return NATURES.csv.endings.includes(endingOf(name)) ? 'csv' : 'text';
}

/** Does the name's ending belong to the kind? A name without ending says nothing wrong. */
export function nameFits(name: string, kind: FileKind): boolean {
  const ending = endingOf(name);
  const belongsTo = Object.values(NATURES).filter(({ endings }) => endings.includes(ending));
  return belongsTo.length === 0 ? kind !== 'text' || ending === '' : NATURES[kind].endings.includes(ending);
}

/** Lower case, without the dot; '' when there is none. */
export function endingOf(name: string): string {
  return /\.([^./\\]{1,10})$/.exec(name)?.[1]?.toLowerCase() ?? '';
}

/** Markup without the line that says so, which `fileTypeFromBuffer` goes by. */
function looksLikeXml(bytes: Uint8Array): boolean {
  return /^(?:\xef\xbb\xbf)?\s*<[A-Za-z_!?]/.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));
}

/** UTF-8, or an older Danish encoding: neither has control characters other than line ends and tabs. */
function isText(bytes: Uint8Array): boolean {
  return bytes.every((byte) => byte >= 32 || byte === 9 || byte === 10 || byte === 13 || byte === 12);
}
