import type { Parties } from '../../../platform/oidc/oidc.ts';
import { isOnPaper } from '../../../platform/web/session.ts';
import type { Visit } from '../../../platform/web/web.ts';
import type { RoleTeller } from '../commands/identities.ts';

/** What the installation has set up, for all its houses. What a house has closed of it is asked in the database. */
export interface SignInParts {
  /** There is a way to send SMS. */
  readonly sms: boolean;
  readonly parties: Parties;
}

/** And what the contents page lends: how colleagues hear of a role that the directory gave. */
export interface SignInGiven extends SignInParts {
  readonly roleGiven: RoleTeller;
}

/** Did the reader come in by a code on paper, which others may have read? */
export function onPaper({ session }: Pick<Visit, 'session'>): boolean {
  return session !== null && isOnPaper(session);
}
