import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import pixelmatch from 'pixelmatch';
import type { Locator, Page } from 'playwright-core';
import sharp from 'sharp';

const ROOT = join(import.meta.dirname, '..', '..');
const BASELINES = join(ROOT, 'e2e', 'pictures');
const RESULTS = join(ROOT, 'dist', 'pictures');

/** How far a colour may move before a pixel counts (0-1), and how large a part of the picture may count. */
const COLOUR_TOLERANCE = 0.1;
const MOST_OF_PICTURE = 0.001;

export interface PictureOptions {
  /** Where the kept pictures lie; e2e/pictures unless said. */
  readonly baselines?: string;
  /** Where the picture as it is now, and the difference, are laid when they differ; dist/pictures unless said. */
  readonly results?: string;
  /** Keep the picture as it is now: GROBUND_PICTURES=keep. */
  readonly keep?: boolean;
}

/**
 * Compares a page, or a part of it, with the picture kept as `name`.png. Throws with the share of changed pixels and
 * where to look. Animations are stopped and the caret hidden; the page waits for its font.
 */
export async function expectPicture(
  subject: Page | Locator,
  name: string,
  options: PictureOptions = {},
): Promise<void> {
  const { baselines = BASELINES, results = RESULTS, keep = process.env.GROBUND_PICTURES === 'keep' } = options;
  const bytes = await takePicture(subject);
  const kept = join(baselines, `${name}.png`);
  if (keep) {
    if (!existsSync(kept) || (await differenceOf(readFileSync(kept), bytes))) write(kept, bytes);
    return;
  }
  if (!existsSync(kept))
    throw new Error(`No picture is kept of "${name}": GROBUND_PICTURES=keep npm run e2e keeps it as ${kept}`);
  const difference = await differenceOf(readFileSync(kept), bytes);
  if (!difference) return;
  const now = join(results, `${name}.now.png`);
  write(now, bytes);
  if (difference.picture) write(join(results, `${name}.difference.png`), difference.picture);
  throw new Error(
    `"${name}" looks different: ${difference.what}. Look at ${now}; if it is meant, GROBUND_PICTURES=keep npm run e2e keeps it.`,
  );
}

async function takePicture(subject: Page | Locator): Promise<Buffer> {
  const page = 'page' in subject ? subject.page() : subject;
  await page.evaluate(() => document.fonts.ready.then(() => undefined));
  const how = { animations: 'disabled', caret: 'hide', scale: 'css' } as const;
  return 'page' in subject ? subject.screenshot(how) : subject.screenshot({ ...how, fullPage: true });
}

interface Difference {
  readonly what: string;
  /** A PNG with the changed pixels in red; null where the sizes differ. */
  readonly picture: Uint8Array | null;
}

/** Null when the two PNGs look the same to a person. */
async function differenceOf(keptBytes: Uint8Array, nowBytes: Uint8Array): Promise<Difference | null> {
  const [kept, now] = await Promise.all([pixelsOf(keptBytes), pixelsOf(nowBytes)]);
  const { width, height } = kept;
  if (width !== now.width || height !== now.height) {
    return { what: `${width}×${height} became ${now.width}×${now.height} pixels`, picture: null };
  }
  const picture = new Uint8Array(width * height * 4);
  const changed = pixelmatch(kept.data, now.data, picture, width, height, { threshold: COLOUR_TOLERANCE });
  const share = changed / (width * height);
  if (share <= MOST_OF_PICTURE) return null;
  const png = await sharp(picture, { raw: { width, height, channels: 4 } })
    .png()
    .toBuffer();
  return { what: `${(share * 100).toFixed(2)} % of its pixels`, picture: png };
}

async function pixelsOf(bytes: Uint8Array): Promise<{ data: Uint8Array; width: number; height: number }> {
  const { data, info } = await sharp(bytes).ensureAlpha().raw().toBuffer({ resolveWithObject: true });
  return { data, width: info.width, height: info.height };
}

function write(path: string, bytes: Uint8Array): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}
