import type { Html } from '#jsx/jsx-runtime';
import type { Actor } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { LayoutProps } from '../../ui/layout.tsx';
import type { Tenant, TenantDb } from '../db/tenant-db.ts';
import type { Params, Path, Place } from './path.ts';
import type { Session, SignInWay } from './session.ts';
import type { Who } from './who.ts';

/** One request, as a route sees it: inside its transaction, with the person and the language known. */
export interface Visit<Pattern extends string = string> {
  readonly tx: TenantDb;
  readonly actor: Actor;
  /** The device's session, to tell it from the person's other devices; null for visitors. */
  readonly session: Session | null;
  readonly language: Language;
  readonly params: Params<Pattern>;
  readonly query: URLSearchParams;
  /** The path asked for, without the tenant's part and without the query. */
  readonly path: Path;
  /** What was posted; empty for GET. */
  readonly form: FormData;
  /**
   * Answers with a whole page in the site's frame. Status 200 unless said; 422 for a refused form. Of a page that is read
   * nothing may be asked afterwards; a body that is a function is written while the database commits.
   */
  page(head: PageHead, body: Html | (() => Html)): Promise<Response>;
  /** 303 to a place inside the tenant, with a sentence to show there ("Tak! Vi har fået din idé."). */
  redirect(to: Path, flash?: string): Response;
  /** Answers with a document or a file, with safe headers. */
  file(content: FileAnswer): Response;
  /** Signs the person in on this device with a fresh session; the old one, if any, ends. */
  signIn(personId: Id<'person'>, way: SignInWay): Promise<void>;
  /** Ends this session, or every session of the person. */
  signOut(where: 'here' | 'everywhere'): Promise<void>;
  /** The secret that `hold` gave this browser: it is the same one, then. Null when it holds none. */
  readonly held: string | null;
  /** Gives the browser a secret to hold for `minutes`, in place of what it held; 0 takes it away. No script can read it. */
  hold(secret: string, minutes: number): void;
  /** The codes that `note` had this device remember, the newest first. */
  readonly noted: readonly string[];
  /** Has the device itself remember a code for so many days, and nobody else: what it has done, without our knowing who. */
  note(code: string, days: number): void;
  /** A name for the visitor's device address that cannot be turned back into it, to be counted in `place` (rate.ts). */
  bucketOf(place: string): string;
  /** Absolute address of another house's front page without a trailing slash. */
  originOf(house: Pick<Tenant, 'slug' | 'host'>): string;
  /** The house is called or looks otherwise from now on: the next page of this process shows it, others within two seconds. */
  houseChanged(): void;
  /** Keeps the reader's choice of language on this device. */
  chooseLanguage(language: Language): void;
}

export interface PageHead {
  readonly title: string;
  readonly status?: 200 | 404 | 422 | 429;
  /** False when the page brings its own h1 (a hero). */
  readonly heading?: boolean;
  /** Asks search engines to stay away: secret links. Pages behind sign-in are unlisted anyhow. */
  readonly unlisted?: boolean;
  /** Wider text column, for tables. */
  readonly wide?: boolean;
  /** The way here, from the front page down, without the page itself. */
  readonly trail?: LayoutProps['trail'];
  /** One sentence about the page for search engines and link previews. */
  readonly description?: string;
}

/** One request of a machine: inside its transaction, but nobody is signed in, and there is no page to answer with. */
export interface Call<Pattern extends string = string> {
  readonly tx: TenantDb;
  readonly params: Params<Pattern>;
  readonly query: URLSearchParams;
  /** What it sent along, by a header's name in any case. */
  header(name: string): string | null;
  /** A name for the device that asks, for counting tries; it cannot be turned back into its address. */
  readonly device: string;
  readonly requestId: string;
}

export interface FileAnswer {
  readonly bytes: Uint8Array | string;
  readonly type: string;
  readonly name: string;
  /** Show in the browser (PDF, images) instead of saving. */
  readonly inline?: boolean;
}

export interface Limits {
  /** At most `times` in `minutes` from one visitor (device address), counted across all processes. */
  readonly rate?: { readonly times: number; readonly minutes: number };
  /** Largest body in bytes; 256 kB unless said. */
  readonly maxBytes?: number;
  /**
   * Heavy work on what was posted (pictures), done while no transaction is open, so that those who wait for it hold no
   * connection. Called in a transaction of its own, once the reader may post here; null: there is nothing to do, and the
   * handler says why. What it makes it keeps by `form`, where the handler finds it.
   */
  readonly prepare?: (asked: Asked) => Promise<(() => Promise<void>) | null>;
}

/** Of a page that typesets a paper: that is work, and nobody needs more. */
export const TYPESETTING = { rate: { times: 60, minutes: 60 } } as const satisfies Limits;

/** What is known of a post before its handler is called. */
export type Asked = Pick<Visit, 'tx' | 'form'> & { readonly params: Readonly<Record<string, string>> };

type Handler<Pattern extends string> = (visit: Visit<Pattern>) => Promise<Response> | Response;

/** Where a module hangs its routes: `export function housingRoutes(web: Web): void`. */
export interface Web {
  /** `limits`: a rate, for a page that is not only read but asks somebody else, or writes something down. */
  get<Pattern extends string>(
    place: Place<Pattern>,
    who: Who,
    handler: Handler<Pattern>,
    limits?: Pick<Limits, 'rate'>,
  ): void;
  post<Pattern extends string>(place: Place<Pattern>, who: Who, handler: Handler<Pattern>, limits?: Limits): void;
  /** GET for machines, below `/api/`: who may is the handler's to find out, and all trouble is told as JSON (RFC 9457). */
  machine<Pattern extends string>(
    place: Place<Pattern>,
    handler: (call: Call<Pattern>) => Promise<Response> | Response,
  ): void;
}

/** Thrown once, at the route: there is no such thing, or not for this person. Both answer alike (404). */
export class Missing extends Error {}

/** `const initiative = (await initiativeById(tx, id)) ?? missing();` */
export function missing(): never {
  throw new Missing();
}
