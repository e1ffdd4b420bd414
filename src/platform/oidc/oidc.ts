import * as client from 'openid-client';
import type { Language } from '../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../kernel/outcome.ts';
import { BROKER, type BrokerName, type Claims, type Level, reaches, type Vouched } from './brokers.ts';

/** One party that vouches for people, as the environment says. */
export interface PartySettings {
  /** The slugs of the houses that it is for; null: every house that has none of its own. Such a one gives no roles. */
  readonly houses: readonly string[] | null;
  /** What people know it as: `mitid`, `entra`. */
  readonly way: string;
  readonly broker: BrokerName;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** The least level of MitID. */
  readonly level: Level;
  /** App roles of the directory, and what each gives here: `{ 'Grobund.Finance': 'finance' }`. */
  readonly roles: Readonly<Record<string, string>>;
}

/** What the browser's own journey holds until it comes back: nothing of it leaves the house but `state` and `nonce`. */
export interface Journey {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * `cancelled`: the person stopped. `level`: MitID at a lower level than is wanted. `unreachable`: the party does not answer, or
 * too many wait for it. `refused`: everything else: another state, a code used twice or too late, a token that does not hold.
 */
export type PartyRefusal = 'cancelled' | 'level' | 'unreachable' | 'refused';

export interface Party {
  readonly issuer: string;
  readonly roles: Readonly<Record<string, string>>;
  /** Where to send the browser, and what to remember meanwhile. `redirectUri` is registered with the party, to the letter. */
  begin(redirectUri: string, language: Language): Promise<Outcome<{ url: string; journey: Journey }, PartyRefusal>>;
  /** The browser came back with this query. Exchanges the code, checks the token's signature, and asks who it is. */
  finish(redirectUri: string, query: URLSearchParams, journey: Journey): Promise<Outcome<Vouched, PartyRefusal>>;
}

/** All parties of an installation. */
export interface Parties {
  of(house: string, way: string): Party | null;
}

const PATIENCE_SECONDS = 5;
/** A request that waits for a party holds a connection to the database: so many at a time, and no more. */
const MOST_WAITING = 4;

export function openParties(settings: readonly PartySettings[]): Parties {
  const opened = settings.map((one) => ({ ...one, party: openParty(one) }));
  return {
    of(house, way) {
      const fit = opened.filter((one) => one.way === way);
      return (
        (fit.find(({ houses }) => houses?.includes(house)) ?? fit.find(({ houses }) => houses === null))?.party ?? null
      );
    },
  };
}

/** OpenID Connect, code flow with PKCE (RFC 7636), `state` and `nonce`, by `openid-client`. */
function openParty(settings: PartySettings): Party {
  const broker = BROKER[settings.broker];
  const configuration = discovered(settings);
  const queue = { waiting: 0 };
  const asked = <T>(ask: () => Promise<Outcome<T, PartyRefusal>>): Promise<Outcome<T, PartyRefusal>> =>
    inTurn(queue, () => ask().catch((error: unknown) => refused(refusalOf(error))));
  return {
    issuer: settings.issuer,
    // A directory is one organisation's: what it says of its people counts in the houses that were named, and nowhere else.
    roles: settings.houses ? settings.roles : {},
    begin: (redirectUri, language) =>
      asked(async () => {
        const journey = {
          state: client.randomState(),
          nonce: client.randomNonce(),
          verifier: client.randomPKCECodeVerifier(),
        };
        const url = client.buildAuthorizationUrl(await configuration(), {
          ...broker.ask({ level: settings.level, language }),
          redirect_uri: redirectUri,
          scope: broker.scope,
          state: journey.state,
          nonce: journey.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(journey.verifier),
          code_challenge_method: 'S256',
          ui_locales: language,
        });
        return ok({ url: url.href, journey });
      }),
    finish: (redirectUri, query, journey) =>
      asked(async () => {
        const claims = await claimsOf(await configuration(), new URL(`${redirectUri}?${query}`), journey);
        const vouched = broker.read(claims, settings);
        if (!vouched) return refused('refused');
        if (settings.broker !== 'entra' && !reaches(vouched.level, settings.level)) return refused('level');
        return ok(vouched);
      }),
  };
}

async function claimsOf(configuration: client.Configuration, back: URL, journey: Journey): Promise<Claims> {
  const tokens = await client.authorizationCodeGrant(configuration, back, {
    expectedState: journey.state,
    expectedNonce: journey.nonce,
    pkceCodeVerifier: journey.verifier,
    idTokenExpected: true,
  });
  const claims = tokens.claims();
  if (!claims || !configuration.serverMetadata().userinfo_endpoint) return claims ?? {};
  return { ...(await client.fetchUserInfo(configuration, tokens.access_token, claims.sub)), ...claims };
}

/** What the party says of itself, asked for once; again when it did not answer. */
function discovered(settings: PartySettings): () => Promise<client.Configuration> {
  let known: Promise<client.Configuration> | null = null;
  // Without it, a token that came by the back door is believed because of TLS alone.
  const execute = [client.enableNonRepudiationChecks];
  if (settings.issuer.startsWith('http:')) execute.push(client.allowInsecureRequests);
  return () => {
    known ??= client
      .discovery(new URL(settings.issuer), settings.clientId, settings.clientSecret, undefined, {
        execute,
        timeout: PATIENCE_SECONDS,
      })
      .catch((error: unknown) => {
        known = null;
        throw error;
      });
    return known;
  };
}

async function inTurn<T>(
  queue: { waiting: number },
  ask: () => Promise<Outcome<T, PartyRefusal>>,
): Promise<Outcome<T, PartyRefusal>> {
  if (queue.waiting >= MOST_WAITING) return refused('unreachable');
  queue.waiting += 1;
  try {
    return await ask();
  } finally {
    queue.waiting -= 1;
  }
}

function refusalOf(error: unknown): PartyRefusal {
  if (error instanceof client.AuthorizationResponseError)
    return error.error === 'access_denied' ? 'cancelled' : 'refused';
  if (error instanceof client.ResponseBodyError) return error.status >= 500 ? 'unreachable' : 'refused';
  const { code } = error as { code?: string };
  if (code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || error instanceof TypeError) return 'unreachable';
  return 'refused';
}
