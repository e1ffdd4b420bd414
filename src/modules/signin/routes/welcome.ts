import type { Id } from '../../../kernel/id.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { SignInWay } from '../../../platform/web/session.ts';
import type { Visit } from '../../../platform/web/web.ts';
import { readVouchedWay } from '../rules/ways.ts';
import { readReturn } from '../rules.ts';
import { claimIdentity } from '../store/attempts.ts';
import { signinText } from '../text/sign-in.ts';
import { tiePlace } from '../urls.ts';

const HOME = '/' as Path;

/** In, and where they were going. An identity that waits in this browser is asked about first: do the two belong together? */
export async function welcome(
  visit: Pick<Visit, 'tx' | 'held' | 'signIn' | 'redirect' | 'language'>,
  { personId, way: by }: { readonly personId: Id<'person'>; readonly way: SignInWay },
  returnPath: string | null,
  said: string = signinText(visit.language).signedIn,
): Promise<Response> {
  await visit.signIn(personId, by);
  const on = readReturn(returnPath);
  const waiting = await claimIdentity(visit.tx, personId, visit.held);
  const way = readVouchedWay(String(waiting?.held.way ?? ''));
  if (way) return visit.redirect(tiePlace({ way }, { retur: on }), said);
  return visit.redirect(on ?? HOME, said);
}
