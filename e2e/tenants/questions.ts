import { addDays } from '../../src/kernel/day.ts';
import { insertQuestion, saveCode } from '../../src/modules/initiatives/store/questions.ts';
import type { TenantDb } from '../../src/platform/db/tenant-db.ts';
import { newTypedCode } from '../../src/platform/secret/code.ts';
import { personNamed } from './people.ts';

/** The code of a letter that asks how it goes with something: kept as a hash alone, so it is made anew. */
export async function quietCodeOf(tx: TenantDb): Promise<{ quietCode: string }> {
  const soup = tx.sql.selectFrom('initiative').select('id').where('title', 'like', 'Suppeaften%');
  const { id } = await soup.executeTakeFirstOrThrow();
  const samira = await personNamed('Samira Haddad')(tx);
  const quietCode = newTypedCode(10);
  await insertQuestion(tx, { initiativeId: id, since: addDays(tx.today, -30), drivers: [samira] });
  await saveCode(tx, id, samira, quietCode);
  return { quietCode };
}
