/**
 * At a development broker, as a browser of its own: says who one is (`''`: stops), and answers the address that leads back.
 */
export async function vouch(url: string, sub: string): Promise<string> {
  const jar = new Map<string, string>();
  let [at, form]: [string, string | null] = [url, null];
  for (let hop = 0; hop < 8; hop += 1) {
    const cookie = [...jar].map((pair) => pair.join('=')).join('; ');
    const headers = { cookie, ...(form === null ? {} : { 'content-type': 'application/x-www-form-urlencoded' }) };
    const answer: Response = await fetch(at, {
      redirect: 'manual',
      headers,
      method: form === null ? 'GET' : 'POST',
      body: form,
    });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', ...rest] = (line.split(';')[0] ?? '').split('=');
      jar.set(name, rest.join('='));
    }
    const location = answer.headers.get('location');
    form = null;
    if (location) {
      at = new URL(location, at).href;
      if (new URL(at).pathname.includes('/log-ind/hos/')) return at;
    } else if (answer.status === 200) form = new URLSearchParams({ sub }).toString();
    else throw new Error(`The broker answered ${answer.status}: ${await answer.text()}`);
  }
  throw new Error('The broker never led back');
}
