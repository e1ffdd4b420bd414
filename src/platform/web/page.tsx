import { fillIn, type Html } from '#jsx/jsx-runtime';
import { isGuest } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import { Layout, type LayoutProps } from '../../ui/layout.tsx';
import { isPractice, logoOf } from '../db/house-settings.ts';
import type { Tenant, TenantDb } from '../db/tenant-db.ts';
import { answerHtml } from './answers.ts';
import type { Arrival } from './arrival.ts';
import { type Assets, themePath } from './assets.ts';
import { LIVE_PATH } from './live-path.ts';
import { formToken, type Session } from './session.ts';
import type { PageHead } from './web.ts';

/** What the frame of a page shows besides the page itself; the modules know it. */
export interface Frame {
  readonly turnCount: number;
  readonly navigation: LayoutProps['navigation'];
  /** Other houses in which the reader has shown that they are known, and the way there. */
  readonly houses?: LayoutProps['houses'];
  /** The reader wants large print. */
  readonly large: boolean;
}

export interface PageParts {
  readonly arrival: Arrival;
  readonly language: Language;
  readonly assets: Assets;
  readonly secret: string;
  readonly session: Session | null;
  readonly frame: Frame;
  readonly tx: TenantDb;
}

/** Holds the sentence that the next page shows once. */
export const FLASH_COOKIE = 'besked';
const FLASH_SECONDS = 60;

/** The whole page around a body, written out for this reader. */
export function answerPage(parts: PageParts, head: PageHead, body: Html, status: number): Response {
  const { arrival, tx } = parts;
  const page = Layout({
    language: parts.language,
    title: head.title,
    heading: head.heading ?? true,
    organisation: { ...tx.tenant, logo: logoPathOf(tx.tenant), practice: isPractice(tx.tenant) },
    path: arrival.path + (arrival.query.size > 0 ? `?${arrival.query}` : ''),
    person: tx.actor.kind === 'person' ? { name: tx.actor.name } : null,
    guest: isGuest(tx.actor),
    houses: parts.frame.houses,
    turnCount: parts.frame.turnCount,
    navigation: parts.frame.navigation,
    flash: takeFlash(arrival),
    assets: { css: [...parts.assets.css, themePath(tx.tenant.colour)], scripts: parts.assets.scripts },
    wide: head.wide ?? false,
    liveFrom: LIVE_PATH,
    large: parts.frame.large,
    unlisted: head.unlisted ?? false,
    refused: status === 422,
    description: head.description,
    trail: head.trail,
    children: body,
  });
  const html = fillIn(page, { base: arrival.base, formToken: formToken(parts.secret, parts.session) });
  return answerHtml(arrival.request, html, status);
}

/** Answered by the module that opens houses. */
function logoPathOf(tenant: Tenant): string | null {
  const logo = logoOf(tenant);
  return logo && `/logo/${logo}`;
}

/** A sentence to show on the next page this device opens. */
export function leaveFlash(arrival: Arrival, message: string): void {
  arrival.cookies.set(FLASH_COOKIE, message, FLASH_SECONDS);
}

function takeFlash(arrival: Arrival): LayoutProps['flash'] {
  const message = arrival.cookies.get(FLASH_COOKIE);
  if (!message) return null;
  arrival.cookies.set(FLASH_COOKIE, '', 0);
  return { kind: 'success', message };
}
