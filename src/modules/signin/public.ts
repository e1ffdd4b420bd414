import type { Web } from '../../platform/web/web.ts';
import { contactRoutes } from './routes/contact.tsx';
import type { SignInGiven } from './routes/given.ts';
import { signinPageRoutes } from './routes/pages.tsx';
import { passkeyRoutes } from './routes/passkeys.tsx';
import { signInRoutes } from './routes/sign-in.tsx';
import { vouchedRoutes } from './routes/vouched.tsx';
import { waysRoutes } from './routes/ways.tsx';

export { signInAddress } from './commands/address.ts';
export { tellContactMoved } from './commands/codes.ts';
export { forgetUnseenWays } from './commands/merged.ts';
export { signinHoldings } from './holdings.ts';
export { signinJobs } from './jobs.ts';
export { signinJournal } from './journal.ts';
export type { SignInParts } from './routes/given.ts';
export { JOBS as SIGNIN_JOBS } from './rules.ts';
export { codesPlace, devicesPlace, myAddressPlace, signInPlace, waySettingsPlace, waysPlace } from './urls.ts';

/** Signing in and out, one's devices, and the printing of codes. */
export function signinRoutes(web: Web, parts: SignInGiven): void {
  signInRoutes(web, parts);
  signinPageRoutes(web);
  contactRoutes(web);
  passkeyRoutes(web, parts);
  vouchedRoutes(web, parts);
  waysRoutes(web, parts);
}
