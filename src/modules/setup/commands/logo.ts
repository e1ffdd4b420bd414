import sharp from 'sharp';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import { cleanPicture } from '../../../platform/files/clean-picture.ts';
import { kindOf } from '../../../platform/files/kinds.ts';

/** Why a picture is no logo. `svg_unsafe`: a drawing that runs something or fetches something. */
export type LogoRefusal = 'too_large' | 'kind' | 'broken' | 'svg_unsafe';

const MOST_BYTES = 2 * 1024 * 1024;
const MOST_PIXELS = 25_000_000;
const WIDEST = 900;
const TALLEST = 400;
const SECONDS = 5;

/**
 * A logo as a PNG of our own, whatever it came as: what it is is read from its content, never from its name. A drawing
 * (SVG) is drawn once and kept as a picture, so that nothing in it can run in a browser or a letter.
 */
export async function logoAsPicture(bytes: Uint8Array, name: string): Promise<Outcome<Uint8Array, LogoRefusal>> {
  if (bytes.length > MOST_BYTES) return refused('too_large');
  const kind = await kindOf(bytes, name);
  if (kind === 'png' || kind === 'jpeg' || kind === 'webp') {
    const clean = await cleanPicture(bytes, kind, { mostPixels: MOST_PIXELS });
    return clean.ok ? drawn(clean.value) : refused('broken');
  }
  const text = kind === 'xml' || kind === 'text' || kind === null ? drawingIn(bytes) : null;
  if (text === null) return refused('kind');
  return UNSAFE.test(text) ? refused('svg_unsafe') : drawn(new TextEncoder().encode(text));
}

/** Declarations, scripts, foreign content, events, and everything that points out of the drawing itself. */
const UNSAFE =
  /<!DOCTYPE|<!ENTITY|<\?xml-stylesheet|<(?:\w+:)?(?:script|foreignObject|iframe|image|animate|set|handler)\b|\bon\w+\s*=|javascript:|@import|href\s*=\s*["'](?!#)|url\(\s*["']?(?!#)/i;

/** What an editor writes before the drawing itself; nobody reads on for ever. */
const BEFORE_DRAWING = 20_000;

function drawingIn(bytes: Uint8Array): string | null {
  const text = new TextDecoder().decode(bytes);
  const isDrawing = /^\s*(?:<\?xml[^>]*\?>)?\s*(?:<!--[\s\S]*?-->\s*)*(?:<!DOCTYPE[^>]*>\s*)?<(?:svg:)?svg[\s>]/i;
  return isDrawing.test(text.slice(0, BEFORE_DRAWING)) ? text : null;
}

async function drawn(bytes: Uint8Array): Promise<Outcome<Uint8Array, LogoRefusal>> {
  try {
    const picture = sharp(bytes, { limitInputPixels: MOST_PIXELS, density: 150 })
      .timeout({ seconds: SECONDS })
      .resize(WIDEST, TALLEST, { fit: 'inside', withoutEnlargement: true })
      .png();
    return ok(new Uint8Array(await picture.toBuffer()));
  } catch {
    return refused('broken');
  }
}
