import { MIMEType } from 'node:util';

const MULTIPART = 'multipart/form-data';
const URLENCODED = 'application/x-www-form-urlencoded';

/** More than any form of ours has, a meeting with a field for each of hundreds of people included. */
const MOST_FIELDS = 5000;

/** `busy`: others are sending so much just now that there is no room for this one. */
export type BodyProblem = 'too-large' | 'not-a-form' | 'busy';

/** How much memory forms may take while they are on their way, all together; `held` is what they take now. */
export interface Intake {
  held: number;
  readonly most: number;
}

const MEGABYTE = 1024 * 1024;
/** Of a process: a hall full of telephones that send their pictures at the same moment. */
const SHARED: Intake = { held: 0, most: 512 * MEGABYTE };
/** So much of a form is read however many files are on their way: words always come through. */
const ALWAYS_READ = MEGABYTE;

/**
 * Reads a posted form, never more than `maxBytes` of it whatever the sender claims, and no more of all forms at once than
 * `intake` holds: where files are sent without an account, whoever opens a hundred connections would fill the memory.
 */
export async function readPosted(
  request: Request,
  maxBytes: number,
  intake: Intake = SHARED,
): Promise<FormData | BodyProblem> {
  const type = formType(request);
  if (!type) return request.body ? 'not-a-form' : new FormData();
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large';
  const bytes = await readAtMost(request, maxBytes, intake);
  if (typeof bytes === 'string') return bytes;
  if (countOf(bytes, type) > MOST_FIELDS) return 'too-large';
  const headers = { 'content-type': String(type) };
  return new Response(bytes, { headers }).formData().catch(() => 'not-a-form' as const);
}

/**
 * How many fields stand in it, found without taking it apart: a crowd of them costs more than their bytes. What divides them
 * is read from the type as its reader reads it, or a second `boundary` would hide the crowd.
 */
function countOf(bytes: Uint8Array, { essence, params }: MIMEType): number {
  const mark = essence === MULTIPART ? `--${params.get('boundary')}` : '&';
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count <= MOST_FIELDS; at = text.indexOf(mark, at + mark.length)) {
    count += 1;
  }
  return count;
}

/** The type of a form; null for all else, and for parts when nothing readable is said to stand between them. */
function formType(request: Request): MIMEType | null {
  try {
    const type = new MIMEType(request.headers.get('content-type') ?? '');
    if (type.essence === MULTIPART) return /^[ -~]{1,70}$/.test(type.params.get('boundary') ?? '') ? type : null;
    return type.essence === URLENCODED ? type : null;
  } catch {
    return null;
  }
}

async function readAtMost(
  request: Request,
  maxBytes: number,
  intake: Intake,
): Promise<Uint8Array<ArrayBuffer> | 'too-large' | 'busy'> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let counted = 0;
  try {
    for await (const piece of request.body ?? []) {
      size += piece.byteLength;
      if (size > maxBytes) return 'too-large';
      if (size > ALWAYS_READ) {
        intake.held += size - counted;
        counted = size;
        if (intake.held > intake.most) return 'busy';
      }
      pieces.push(piece);
    }
    return new Uint8Array(Buffer.concat(pieces));
  } finally {
    intake.held -= counted;
  }
}
