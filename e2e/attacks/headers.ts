const ALWAYS: Readonly<Record<string, RegExp>> = {
  'x-content-type-options': /^nosniff$/,
  'referrer-policy': /^(same-origin|no-referrer)$/,
  'cross-origin-opener-policy': /^same-origin$/,
  'cross-origin-resource-policy': /^same-origin$/,
  'permissions-policy': /microphone=\(\), geolocation=\(\)/,
  'strict-transport-security': /^max-age=\d{8}/,
  'x-request-id': /^[0-9a-f]{12}$/,
};

/** What an answer behind https lacks of what every answer must say. */
export function* lacksOf(answer: Response): Generator<string> {
  const { headers } = answer;
  for (const [name, right] of Object.entries(ALWAYS)) {
    if (!right.test(headers.get(name) ?? '')) yield `${name}: ${headers.get(name)}`;
  }
  yield* policyOf(headers.get('content-security-policy') ?? '');
  const type = headers.get('content-type') ?? '';
  if (answer.body && type === '') yield 'no content-type: a browser would guess';
  if (/^text\//.test(type) && !/charset=utf-8/i.test(type)) yield `${type} without its alphabet`;
  if (/^text\/html/.test(type) && /public/.test(headers.get('cache-control') ?? ''))
    yield 'a page that others may keep';
  if (headers.has('access-control-allow-origin')) yield 'other sites may read it';
  if (headers.has('server') || headers.has('x-powered-by')) yield 'tells what it is made with';
  for (const line of headers.getSetCookie()) yield* cookieLacks(line);
}

function* policyOf(policy: string): Generator<string> {
  const says = new Map(
    policy.split(';').map((one) => {
      const [name = '', ...words] = one.trim().split(/\s+/);
      return [name, words.join(' ')] as const;
    }),
  );
  if (says.get('default-src') !== "'none'") yield `default-src ${says.get('default-src')}`;
  if (says.get('frame-ancestors') !== "'none'") yield 'may be framed by others';
  if (!['', "'self'"].includes(says.get('script-src') ?? '')) yield `script-src ${says.get('script-src')}`;
  // A file that we hand out may style itself, since it stands alone in its sandbox.
  if (policy.includes('unsafe') && !(says.has('sandbox') && says.get('sandbox') === '')) yield policy;
  if (!says.has('sandbox') && (says.get('base-uri') !== "'none'" || says.get('form-action') !== "'self'")) yield policy;
}

function* cookieLacks(line: string): Generator<string> {
  const [pair = '', ...flags] = line.split('; ');
  const name = pair.split('=')[0] ?? '';
  const wanted = ['Path=/', 'HttpOnly', 'SameSite=Lax', 'Secure'];
  if (!name.startsWith('__Host-')) yield `the cookie ${name} is not bound to its host`;
  for (const flag of wanted) if (!flags.includes(flag)) yield `the cookie ${name} lacks ${flag}`;
  if (flags.some((flag) => /^domain/i.test(flag))) yield `the cookie ${name} goes to other hosts`;
}
