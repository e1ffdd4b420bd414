const FORM_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data'];

export type BodyProblem = 'too-large' | 'not-a-form';

/** Reads a posted form, never more than `maxBytes` of it whatever the sender claims. */
export async function readPosted(request: Request, maxBytes: number): Promise<FormData | BodyProblem> {
  const type = request.headers.get('content-type') ?? '';
  if (!FORM_TYPES.some((form) => type.startsWith(form))) return request.body ? 'not-a-form' : new FormData();
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large';
  const bytes = await readAtMost(request, maxBytes);
  if (!bytes) return 'too-large';
  return new Response(bytes, { headers: { 'content-type': type } }).formData().catch(() => 'not-a-form' as const);
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
