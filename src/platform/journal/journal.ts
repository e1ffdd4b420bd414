import type { Id } from '../../kernel/id.ts';
import type { Language } from '../../kernel/language.ts';
import type { IconName } from '../../ui/components/icon.tsx';
import type { Subject, TenantDb } from '../db/tenant-db.ts';

/** Ids, codes, numbers and days only: a name or free text here could never be erased. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** How an entry reads. `name(kind, id)` gives the display name of a person, department, organisation or initiative. */
export interface Telling {
  readonly language: Language;
  readonly facts: Facts;
  /** The display name of who did it ("En beboer", when we do not say). */
  readonly actor: string;
  name(kind: NamedKind, id: string): string;
}
export type NamedKind = 'person' | 'department' | 'organisation' | 'initiative';

export interface EntryKind {
  /** One sentence, past tense: "Mette spurgte Poul, om han vil drive initiativet." */
  sentence(telling: Telling): string;
  /**
   * One sentence for several neighbours that would all read the same: "12 blev skrevet på listen." Those of one day about one thing are
   * gathered; `all` holds the facts of each. Without it each stands by itself.
   */
  together?(telling: Telling, all: readonly Facts[]): string;
  /** Which facts are ids to be named, and of what kind. */
  readonly names?: Readonly<Record<string, NamedKind>>;
  /** Picture beside it in the thread. */
  readonly icon?: IconName;
  /** Who may read it in the thread; `public` when everybody may. Default: `members` (signed in). */
  readonly audience?: 'public' | 'members' | 'staff';
}

/** All entries one module writes, by kind (`initiative.created`). Wired together in `src/tellings.ts`. */
export type JournalKinds = Readonly<Record<string, EntryKind>>;

/** Remembers one thing that happened. Written with the chain's hash when the transaction ends. */
export function record(
  tx: TenantDb,
  entry: { kind: string; subject: Subject; thread?: Id<'initiative'> | null; facts?: Facts },
): void {
  tx.unwritten.push({
    actor: tx.actor,
    channel: tx.channel,
    kind: entry.kind,
    subject: entry.subject,
    thread: entry.thread ?? null,
    facts: entry.facts ?? {},
  });
}
