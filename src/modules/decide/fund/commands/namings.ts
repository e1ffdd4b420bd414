import { actingPerson } from '../../../../kernel/actor.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { exceptFromTurns } from '../../../turns/public.ts';
import { type ApplicationId, isRecused, type NamingAnswer, openNamings } from '../rules/application.ts';
import { statusOf, UNDECIDED } from '../rules/status.ts';
import { lockApplication } from '../store/applications.ts';
import { insertRecusal } from '../store/changes.ts';
import { insertNamingAnswer } from '../store/namings.ts';
import { subjectOf, write } from './case.ts';

/**
 * The applicant named somebody as one of them; here it is answered. Everybody may confirm it of themselves; that somebody
 * may decide all the same is for others to find, who stand outside the case, with a reason. Both are kept, and told.
 */
export async function answerNaming(
  tx: TenantDb,
  id: ApplicationId,
  personId: Id<'person'>,
  answer: Pick<NamingAnswer, 'result' | 'words'>,
): Promise<Outcome<null, 'not_open' | 'answered' | 'recused'>> {
  const application = await lockApplication(tx, id);
  if (!application) throw new Error(`Cannot answer a naming in application ${id}: it is not there`);
  const status = statusOf(application, tx.today);
  if (!UNDECIDED.includes(status) && status !== 'waiting_list') return refused('not_open');
  if (!openNamings(application).some((naming) => naming.personId === personId)) return refused('answered');
  const by = actingPerson(tx);
  const ofOneself = by === personId;
  if (ofOneself ? answer.result === 'rejected' : isRecused(application, by)) return refused('recused');
  await insertNamingAnswer(tx, id, personId, answer);
  if (answer.result === 'rejected') {
    await write(tx, application, 'naming_rejected', { person: personId });
    return ok(null);
  }
  const fresh = await insertRecusal(tx, { applicationId: id, personId, reason: 'applicant' });
  if (fresh) await write(tx, application, 'recused', { person: personId, reason: 'applicant' });
  await exceptFromTurns(tx, subjectOf(application), personId);
  return ok(null);
}
