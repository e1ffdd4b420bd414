import { hash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FileAnswer } from './web.ts';

/** Below this, packing costs more than it saves. */
const WORTH_PACKING = 1_400;

/** A page: 304 when the reader has it already, packed when they can unpack it. */
export function answerHtml(request: Request, html: string, status: number): Response {
  const headers = new Headers({
    'content-type': 'text/html; charset=utf-8',
    'cache-control': 'private, no-cache',
    vary: 'Cookie, Accept-Encoding, Accept-Language',
  });
  if (status === 200) {
    const etag = `W/"${hash('sha1', html, 'base64url')}"`;
    headers.set('etag', etag);
    if (request.headers.get('if-none-match') === etag) return new Response(null, { status: 304, headers });
  }
  if (html.length < WORTH_PACKING || !acceptsGzip(request)) return new Response(html, { status, headers });
  headers.set('content-encoding', 'gzip');
  // At once: for a page, the way to a thread and back costs as much as packing. Above level 3 it takes a third longer for 5 %.
  return new Response(new Uint8Array(gzipSync(html, { level: 3 })), { status, headers });
}

export function acceptsGzip(request: Request): boolean {
  return /\bgzip\b/.test(request.headers.get('accept-encoding') ?? '');
}

/** A file to look at or to save. It can run nothing here, whatever it holds. */
export function answerFile(content: FileAnswer): Response {
  const name = content.name.replace(/[^\p{L}\p{N} ._-]+(?= |\.\w+$)/gu, '').replace(/[^\p{L}\p{N} ._-]/gu, '_');
  const plain = name.replace(/[^\x20-\x7e]/g, '_');
  const how = content.inline ? 'inline' : 'attachment';
  return new Response(content.bytes as Uint8Array<ArrayBuffer> | string, {
    headers: {
      'content-type': content.type,
      'content-disposition': `${how}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`,
      'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'",
      'cache-control': 'private, no-store',
    },
  });
}

export function answerText(text: string, status = 200): Response {
  return new Response(text, {
    status,
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  });
}
