import { isStaff } from '../../../../kernel/actor.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { submit } from '../commands/applying.ts';
import { inviteCoApplicants } from '../commands/joining.ts';
import type { ApplicationId } from '../rules/application.ts';
import { fundText } from '../text/pages.ts';
import { applicationPlace, followPlace } from '../urls.ts';

/** Sends it in when that was asked for; a refused one waits as a draft and says what is in the way. */
export async function sendOrKeep(
  visit: Visit,
  draft: { readonly id: ApplicationId; readonly code: string; readonly send: boolean },
): Promise<Response> {
  const words = fundText(visit.language);
  const place = followPlace({ code: draft.code });
  await inviteCoApplicants(visit.tx, draft.id);
  if (!draft.send) return visit.redirect(place, words.draftKept);
  const sent = await submit(visit.tx, draft.id);
  // Staff go on with the case; who applied follows it by the link.
  const after = isStaff(visit.actor) ? applicationPlace({ id: draft.id }) : place;
  const told = isStaff(visit.actor) ? words.writtenFlash : words.sentFlash;
  if (sent.ok) return visit.redirect(after, told(sent.value.reference));
  if (sent.refusal.kind === 'no_policy') return visit.redirect(place, words.noPeriod);
  return visit.redirect(`${place}?send=1` as typeof place);
}
