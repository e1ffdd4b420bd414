import type { Parties } from '../../../platform/oidc/oidc.ts';

/** What the installation has set up, for all its houses. What a house has closed of it is asked in the database. */
export interface SignInParts {
  /** There is a way to send SMS. */
  readonly sms: boolean;
  readonly parties: Parties;
}
