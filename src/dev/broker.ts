import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { type Configuration, interactionPolicy, Provider } from 'oidc-provider';
import type { BrokerName } from '../platform/oidc/brokers.ts';
import type { PartySettings } from '../platform/oidc/oidc.ts';
import { claimsOf, DEV_DIRECTORY, DEV_ROLES, peopleOf } from './broker-people.ts';

/** A party that vouches for invented people: another program's OpenID provider, on a port of its own. */
export interface DevBroker {
  /** As Grobund is to know it. */
  readonly settings: PartySettings;
  close(): Promise<void>;
}

const CLIENT = { id: 'grobund', secret: 'only-on-this-machine' };
const HERE = /^http:\/\/(localhost|127\.0\.0\.1|[a-z0-9-]+\.(localhost|test))(:\d+)?\//;

/**
 * `codeSeconds`: how long a code holds; a minute unless said, as with the real ones. `forged`: the keys that it publishes
 * are not those it signs with, as if somebody stood between.
 */
export async function startDevBroker(wanted: {
  readonly broker: BrokerName;
  readonly codeSeconds?: number;
  readonly forged?: boolean;
}): Promise<DevBroker> {
  const { broker } = wanted;
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  // Of the directory, its number stands in the address.
  const base = broker === 'entra' ? `/${DEV_DIRECTORY}/v2.0` : '';
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}${base}`;
  const provider = quietly(() => new Provider(issuer, configurationOf(broker, base, wanted.codeSeconds ?? 60)));
  // Wherever this machine's Grobund answers.
  Object.assign(provider.Client.prototype, { redirectUriAllowed: (uri: string) => HERE.test(uri) });
  const answer = provider.callback();
  server.on('request', (request: IncomingMessage & { originalUrl?: string }, response) => {
    const path = request.url ?? '/';
    if (path.startsWith(`${base}/valg/`)) return void choose(provider, broker, request, response);
    if (wanted.forged && path === `${base}/jwks`) {
      return void response.setHeader('content-type', 'application/json').end(JSON.stringify({ keys: [otherKey()] }));
    }
    request.originalUrl = path;
    request.url = path.slice(base.length) || '/';
    void answer(request, response);
  });
  const way = broker === 'entra' ? 'entra' : 'mitid';
  return {
    settings: {
      houses: null,
      way,
      broker,
      issuer,
      clientId: CLIENT.id,
      clientSecret: CLIENT.secret,
      level: 'substantial',
      roles: broker === 'entra' ? DEV_ROLES : {},
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function configurationOf(broker: BrokerName, base: string, codeSeconds: number): Configuration {
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const key = { ...privateKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'dev' };
  const [first] = peopleOf(broker);
  const names = first ? Object.keys(claimsOf(broker, first, '2026-01-01')) : [];
  const hour = 3600;
  return {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: ['http://localhost/'],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    jwks: { keys: [key as never] },
    cookies: { keys: [randomBytes(16).toString('hex')] },
    pkce: { required: () => true },
    scopes: ['openid', 'profile', 'mitid'],
    claims: { openid: ['sub', ...names] },
    conformIdTokenClaims: false,
    extraParams: ['idp_values', 'idp_params'],
    features: { devInteractions: { enabled: false } },
    ttl: {
      AuthorizationCode: codeSeconds,
      Interaction: hour,
      Session: hour,
      Grant: hour,
      AccessToken: hour,
      IdToken: hour,
    },
    interactions: { url: (_, { uid }) => `${base}/valg/${uid}`, policy: policy() },
    findAccount: (_, sub) => {
      const person = peopleOf(broker).find((one) => one.sub === sub);
      if (!person) return undefined;
      const today = new Date().toISOString().slice(0, 10);
      return { accountId: sub, claims: () => ({ sub, ...claimsOf(broker, person, today) }) };
    },
    // What is asked for is given: the person has consented by choosing.
    async loadExistingGrant({ oidc }) {
      const grant = new oidc.provider.Grant({ clientId: CLIENT.id, accountId: oidc.session?.accountId ?? '' });
      grant.addOIDCScope('openid profile mitid');
      grant.addOIDCClaims(names);
      await grant.save();
      return grant;
    },
  };
}

/** Entra ID is asked to let people choose among their accounts. */
function policy() {
  const known = interactionPolicy.base();
  known.add(new interactionPolicy.Prompt({ name: 'select_account', requestable: true }), 0);
  return known;
}

function otherKey(): object {
  const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  return { ...publicKey.export({ format: 'jwk' }), alg: 'RS256', use: 'sig', kid: 'dev' };
}

/** The page where one says who one is, and its answer. */
async function choose(
  provider: Provider,
  broker: BrokerName,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  try {
    if (request.method !== 'POST') {
      await provider.interactionDetails(request, response);
      response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(broker));
      return;
    }
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    const sub = new URLSearchParams(Buffer.concat(pieces).toString()).get('sub') ?? '';
    const known = peopleOf(broker).some((one) => one.sub === sub);
    const result = known
      ? { login: { accountId: sub }, select_account: {} }
      : { error: 'access_denied', error_description: 'stopped' };
    await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
  } catch {
    response.writeHead(400, { 'content-type': 'text/plain; charset=utf-8' }).end('Begynd forfra i Grobund.');
  }
}

function pageOf(broker: BrokerName): string {
  const buttons = peopleOf(broker).map(
    ({ sub, name, about }) =>
      `<p><button name="sub" value="${sub}">${name.replace('&', '&amp;')}</button> ${about}</p>`,
  );
  return `<!doctype html><html lang="da"><meta name="viewport" content="width=device-width">
<title>Udviklerens broker</title>
<style>body{font:18px/1.5 sans-serif;max-width:36rem;margin:2rem auto;padding:0 1rem}button{font:inherit;padding:.5rem 1rem}</style>
<main><h1>Udviklerens broker</h1>
<p>Her er ingen rigtig ${broker === 'entra' ? 'arbejdskonto' : 'MitID'}. Vælg, hvem du er.</p>
<form method="post">${buttons.join('\n')}<p><button name="sub" value="">Stop</button></p></form></main></html>`;
}

/** The provider warns of what is as it should be on a developer's machine. */
function quietly<T>(make: () => T): T {
  const { warn, info } = console;
  console.warn = console.info = () => undefined;
  try {
    return make();
  } finally {
    Object.assign(console, { warn, info });
  }
}
