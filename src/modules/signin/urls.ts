import { path } from '../../platform/web/path.ts';

/** `retur` is where to go afterwards. */
export const signInPlace = path('/log-ind');
/** `til` is the wish that the code belongs to; without it one also gives the address. */
export const codePlace = path('/log-ind/kode');
/** The link in the mail: GET shows a button, POST signs in, since mail scanners open links. */
export const linkPlace = path('/log-ind/link/:token');
/** For those with a printed code; `kode` comes from the square code on the card. */
export const letterPlace = path('/log-ind/brev');
export const letterNamePlace = path('/log-ind/brev/navn');
export const signOutPlace = path('/log-ud');
export const devicesPlace = path('/min-side/enheder');
export const signOutEverywherePlace = path('/min-side/enheder/log-ud');
/** A new e-mail or telephone of my own, and the code that proves it mine. */
export const myAddressPlace = path('/min-side/adresse');
export const myAddressCodePlace = path('/min-side/adresse/kode');
/** One other device of mine. */
export const signOutDevicePlace = path('/min-side/enheder/:device/log-ud');
/** For staff: print codes for the homes. */
export const codesPlace = path('/udskriv/koder');
export const codesPrintPlace = path('/udskriv/koder/print');
export const codesRevokePlace = path('/udskriv/koder/traek-tilbage');
/** A passkey: what the script asks for, and its answer. */
export const passkeyAskPlace = path('/log-ind/noegle/begynd');
export const passkeyPlace = path('/log-ind/noegle');
/** To somebody who vouches for me (`mitid`, `entra`), and back. The way back is registered with them, to the letter. */
export const vouchPlace = path('/log-ind/hos/:way');
export const vouchedPlace = path('/log-ind/hos/:way/retur');
/** How the journey ended when nobody came in: a clean address, since the way back has a code in it. */
export const vouchAnswerPlace = path('/log-ind/hos/:way/svar');
/** It was not mine, or I leave: what the browser holds is forgotten. */
export const forgetPlace = path('/log-ind/hos/:way/glem');
/** Does that identity belong to the person who is signed in? */
export const tiePlace = path('/log-ind/hos/:way/knyt');
/** How I sign in: passkeys, and who vouches for me. */
export const waysPlace = path('/min-side/veje');
export const newPasskeyAskPlace = path('/min-side/veje/noegle/begynd');
export const newPasskeyPlace = path('/min-side/veje/noegle');
export const passkeyNamePlace = path('/min-side/veje/noegle/:passkey/navn');
export const passkeyRemovePlace = path('/min-side/veje/noegle/:passkey/slet');
export const untiePlace = path('/min-side/veje/:identity/fjern');
/** For the secretariat: which ways in are open. */
export const waySettingsPlace = path('/indstillinger/log-ind');
