import type { Transaction } from 'kysely';
import type { Actor, Channel } from '../../kernel/actor.ts';
import type { Day } from '../../kernel/day.ts';
import type { Id } from '../../kernel/id.ts';
import type { Tables } from './tables.ts';

/** The organisation whose house this is: everything a request sees belongs to one tenant. */
export interface Tenant {
  readonly id: Id<'tenant'>;
  /** First part of the path when the host name does not tell: `lyngbakken`. */
  readonly slug: string;
  readonly name: string;
  /** Host name that leads here, or null when the tenant is reached by its path. */
  readonly host: string | null;
  /** Brand colour as `#rrggbb`; made accessible before use. */
  readonly colour: string;
  /** `da` or `en`: the language of letters and of visitors who have not chosen. */
  readonly language: 'da' | 'en';
  /** False: visitors who have not chosen read the tenant's language, whatever their browser asks for. */
  readonly heedsBrowser?: boolean;
  /** What modules have the house known by, so that a page need not ask; as it was when the directory was read. */
  readonly settings?: unknown;
}

/**
 * One transaction as the plain database role, under row-level security for one tenant.
 * Stores take it first; the clock and the person come with it.
 */
export interface TenantDb {
  readonly sql: Transaction<Tables>;
  /** Has anything been asked of the database so far? */
  asked(): boolean;
  /**
   * Said when only writing the answer is left: it is committed meanwhile, and asking is refused from now on. Nothing is
   * answered before that is done; but should writing the answer fail, the transaction stands.
   */
  asksNoMore(): void;
  readonly tenant: Tenant;
  /** A page is asked for: what one part of it has read, another need not. */
  readonly reading: boolean;
  readonly actor: Actor;
  /** How it reached us, when staff register for somebody: shown wherever the act is shown. */
  readonly channel: Channel;
  readonly now: Date;
  /** The day it is in Denmark. */
  readonly today: Day;
  /** Absolute address of the tenant's front page without a trailing slash, for letters and mail. */
  readonly origin: string;
  /** Journal entries waiting for the end of the transaction; written by `record`. */
  readonly unwritten: Unwritten[];
}

/** A thing the journal can be about: `{kind: 'initiative', id}`. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

/** With who did it and how, as it was when it happened: within a transaction the person is known later than the tenant. */
export interface Unwritten extends Pick<TenantDb, 'actor' | 'channel'> {
  readonly kind: string;
  readonly subject: Subject;
  readonly thread: Id<'initiative'> | null;
  readonly facts: Readonly<Record<string, string | number | boolean | null>>;
}
