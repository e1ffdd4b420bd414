import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../../platform/secret/code.ts';
import { closeTurns, notify, openTurn, type Saying } from '../../../turns/public.ts';
import type { Application } from '../rules/people.ts';
import { insertReceipt } from '../store/applications.ts';
import { selectorsOf } from '../store/panels.ts';
import { minePlace } from '../urls.ts';

/** Twelve letters and figures that nobody mistakes for each other: 59 bits. */
export const CODE_LENGTH = 12;

/** Another code for the same person's page: nobody can read the ones before. */
export async function newReceipt(tx: TenantDb, id: Id<'panel_application'>): Promise<string> {
  const code = newTypedCode(CODE_LENGTH);
  await insertReceipt(tx, id, code);
  return code;
}

/** What is said to somebody, given the way to their own page. */
export type SayTo = (language: Language, path: ReturnType<typeof minePlace>) => Saying;

/**
 * Tells one who applied, by the way they left: by mail or SMS with a link of its own. Who left none, or reads on paper,
 * is written to by the selectors: it waits for them as a letter to print.
 */
export async function write(tx: TenantDb, application: Application, say: SayTo): Promise<void> {
  const { id, email, phone, name, traits } = application;
  if (!email && !phone) return letterWaits(tx, application);
  const code = await newReceipt(tx, id);
  const language = traits.language === 'en' ? 'en' : tx.tenant.language;
  const fate = await notify(tx, {
    to: { visitor: { email, phone, name, language } },
    topic: 'answer',
    say: (read) => say(read, minePlace({ code })),
  });
  if (fate !== 'waiting') await letterWaits(tx, application);
}

/** The selectors print it: the words are those that fit where the person stands then. */
async function letterWaits(tx: TenantDb, { id, panelId }: Application): Promise<void> {
  for (const personId of await selectorsOf(tx, panelId)) {
    await openTurn(tx, {
      kind: 'panel.write',
      subject: { kind: 'panel_application', id },
      assignee: { personId },
      facts: { panel: panelId },
    });
  }
}

/** The letter is printed. Answers the code that stands on it, which nobody can see again. */
export async function printLetter(tx: TenantDb, { id }: Application): Promise<string> {
  await closeTurns(tx, { kind: 'panel.write', subject: { kind: 'panel_application', id } });
  return newReceipt(tx, id);
}
