import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';

/** The site that a passkey belongs to (WebAuthn level 3: RP ID and origin), by `@simplewebauthn/server`. */
export interface PasskeySite {
  /** `lyngbakken.dk`: the host, without a port. */
  readonly name: string;
  /** `https://lyngbakken.dk`. */
  readonly origin: string;
}

/** The public half of a passkey, as it is kept. */
export interface PublicPasskey {
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  /** How often the key says that it was used; 0 for keys that do not count. */
  readonly counter: number;
  /** How the browser reaches it: `internal`, `hybrid`, `usb`, … */
  readonly transports: readonly string[];
}

/** What the browser's script is given, as JSON, and the challenge to remember. */
export interface Asked {
  readonly options: object;
  /** base64url */
  readonly challenge: string;
}

const TIMEOUT_MS = 300_000;

/** Asks for a new passkey, found by the browser without a name typed (discoverable), and opened by finger, face or PIN. */
export async function askForNew(
  site: PasskeySite,
  who: {
    readonly houseName: string;
    /** No name or address: it lies in the key for good. */
    readonly handle: Uint8Array;
    /** What the browser shows beside the key. */
    readonly name: string;
    readonly have: readonly Uint8Array[];
  },
): Promise<Asked> {
  const options = await generateRegistrationOptions({
    rpName: who.houseName,
    rpID: site.name,
    userID: new Uint8Array(who.handle),
    userName: who.name,
    userDisplayName: who.name,
    attestationType: 'none',
    timeout: TIMEOUT_MS,
    excludeCredentials: who.have.map((id) => ({ id: Buffer.from(id).toString('base64url') })),
    authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  return { options, challenge: options.challenge };
}

/** The new passkey, when the answer is to the challenge, from this site, and opened by its owner; null otherwise. */
export async function readNew(site: PasskeySite, challenge: string, answer: unknown): Promise<PublicPasskey | null> {
  try {
    const { verified, registrationInfo } = await verifyRegistrationResponse({
      response: answer as Parameters<typeof verifyRegistrationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.name,
      requireUserVerification: true,
    });
    if (!verified || !registrationInfo) return null;
    const { id, publicKey, counter, transports = [] } = registrationInfo.credential;
    return { credentialId: Buffer.from(id, 'base64url'), publicKey, counter, transports };
  } catch {
    // What a stranger sends may be anything.
    return null;
  }
}

/** Asks for any passkey of this site. */
export async function askForAny(site: PasskeySite): Promise<Asked> {
  const options = await generateAuthenticationOptions({
    rpID: site.name,
    userVerification: 'required',
    timeout: TIMEOUT_MS,
  });
  return { options, challenge: options.challenge };
}

/** Which passkey says that it answers. Nothing is proved yet. Null when it is no answer. */
export function credentialIn(answer: unknown): Uint8Array | null {
  const { id } = (answer ?? {}) as { id?: unknown };
  return typeof id === 'string' && /^[\w-]{1,2000}$/.test(id) ? Buffer.from(id, 'base64url') : null;
}

/** The counter after this use, when the answer is proved; null otherwise, also when the key has counted backwards (a copy). */
export async function proveUse(
  site: PasskeySite,
  challenge: string,
  answer: unknown,
  key: PublicPasskey,
): Promise<number | null> {
  try {
    const { verified, authenticationInfo } = await verifyAuthenticationResponse({
      response: answer as Parameters<typeof verifyAuthenticationResponse>[0]['response'],
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.name,
      requireUserVerification: true,
      credential: {
        id: Buffer.from(key.credentialId).toString('base64url'),
        publicKey: new Uint8Array(key.publicKey),
        counter: key.counter,
      },
    });
    return verified ? authenticationInfo.newCounter : null;
  } catch {
    return null;
  }
}
