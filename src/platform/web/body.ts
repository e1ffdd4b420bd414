const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

/** More than any form of ours has, a meeting with a field for each of hundreds of people included. */
const MOST_FIELDS = 5000;

export type BodyProblem = 'too-large' | 'not-a-form';

/** Reads a posted form, never more than `maxBytes` of it whatever the sender claims. */
export async function readPosted(request: Request, maxBytes: number): Promise<FormData | BodyProblem> {
  const type = request.headers.get('content-type') ?? '';
  if (!FORM_TYPES.some((form) => type.startsWith(form))) return request.body ? 'not-a-form' : new FormData();
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large';
  const bytes = await readAtMost(request, maxBytes);
  if (!bytes) return 'too-large';
  if (countOf(bytes, type) > MOST_FIELDS) return 'too-large';
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => 'not-a-form' as const);
}

/** How many fields stand in it, found without taking it apart: a crowd of them costs more than their bytes. */
function countOf(bytes: Uint8Array, type: string): number {
  const boundary = /boundary="?([^";]+)/i.exec(type)?.[1];
  const mark = boundary ? `--${boundary}` : '&';
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let count = 0;
  for (let at = text.indexOf(mark); at >= 0 && count <= MOST_FIELDS; at = text.indexOf(mark, at + mark.length)) {
    count += 1;
  }
  return count;
}

async function readAtMost(request: Request, maxBytes: number): Promise<Uint8Array<ArrayBuffer> | null> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of request.body ?? []) {
    size += piece.byteLength;
    if (size > maxBytes) return null;
    pieces.push(piece);
  }
  return new Uint8Array(Buffer.concat(pieces));
}
