import assert from 'node:assert/strict';
import { createServer } from 'node:http';
import { after, before, describe, test } from 'node:test';
import { openBrowser, type TestBrowser, withBrowser } from './browser.ts';
import { NO_BROWSER } from './chromium.ts';

const PAGE = `<!doctype html><html lang="da"><title>Hej</title><h1>Hej</h1><p id="said">uden</p>
<script>said.textContent = 'med ' + matchMedia('(prefers-color-scheme: dark)').matches</script>`;

describe('the browser of the tests', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;
  const server = createServer((request, response) => {
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/outside') response.end(`${PAGE}<img alt="" src="http://192.0.2.7/spy.png">`);
    else if (request.url === '/broken') response.end(`${PAGE}<script>nothing.here()</script>`);
    else if (request.url === '/policy') response.setHeader('content-security-policy', "script-src 'none'").end(PAGE);
    else response.end(`${PAGE}<p id="asked">${request.headers['accept-language']} ${request.headers.cookie ?? ''}</p>`);
  });
  let baseUrl = '';

  before(async () => {
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    assert(address && typeof address === 'object');
    baseUrl = `http://127.0.0.1:${address.port}`;
    browser = await openBrowser();
  });

  after(async () => {
    await browser.close();
    server.closeAllConnections();
    server.close();
  });

  test('shows a page as wide, as dark and in the language it is asked to', async () => {
    const page = await browser.newPage({
      width: 320,
      colorScheme: 'dark',
      language: 'en',
      baseUrl,
      cookies: [{ name: 'a', value: '1' }],
    });
    await page.goto('/');
    assert.equal(await page.textContent('#said'), 'med true');
    assert.match((await page.textContent('#asked')) ?? '', /^en.* a=1$/);
    assert.equal(await page.evaluate(() => innerWidth), 320);
  });

  test('runs no script where the reader has none', async () => {
    const page = await browser.newPage({ javaScript: false, baseUrl });
    await page.goto('/');
    assert.equal(await page.textContent('#said'), 'uden');
  });

  for (const [path, says] of [
    ['/outside', /asked for http:\/\/192\.0\.2\.7\/spy\.png/],
    ['/broken', /nothing is not defined/],
    ['/policy', /Content Security Policy/],
  ] as const) {
    test(`fails a test whose page misbehaves: ${path}`, async () => {
      const visit = withBrowser(async (own) => {
        const page = await own.newPage({ baseUrl });
        await page.goto(path, { waitUntil: 'load' });
      });
      await assert.rejects(visit, says);
    });
  }
});
