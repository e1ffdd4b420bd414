import assert from 'node:assert/strict';
import { createServer, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, test } from 'node:test';
import { buildSync } from 'esbuild';
import { fillIn } from '#jsx/jsx-runtime';
import { openBrowser, type TestBrowser } from '../../testing/browser.ts';
import { NO_BROWSER } from '../../testing/chromium.ts';
import { Button } from '../components/button.tsx';
import { Form } from '../forms/form.tsx';
import { TextArea } from '../forms/text-area.tsx';
import { Layout } from '../layout.tsx';

describe('script makes a working page kinder', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;
  let baseUrl = '';
  let news = 'ingen endnu';
  let posts = 0;
  const listeners = new Set<ServerResponse>();
  const script = buildSync({
    entryPoints: [join(import.meta.dirname, 'app.ts')],
    bundle: true,
    format: 'esm',
    write: false,
  });
  const server = createServer((request, response) => {
    if (request.url === '/app.js') {
      response.setHeader('content-type', 'text/javascript').end(script.outputFiles[0]?.text);
    } else if (request.url?.startsWith('/live')) {
      response.setHeader('content-type', 'text/event-stream').flushHeaders();
      listeners.add(response);
    } else if (request.method === 'POST') {
      posts += 1; // Slow on purpose: the thumb is quicker.
      setTimeout(() => response.writeHead(303, { location: '/tak' }).end(), 400);
    } else {
      response.setHeader('content-type', 'text/html; charset=utf-8').end(pageWith(news));
    }
  });

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

  test('Escape closes the menu and gives the focus back to its button', async () => {
    const page = await browser.newPage({ baseUrl });
    await page.goto('/');
    await page.locator('.page-header-person .menu-button').click();
    await page.locator('.menu-sheet button').first().focus();
    await page.keyboard.press('Escape');
    assert.equal(await page.locator('details.menu[open]').count(), 0);
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'menu-button');
  });

  test('the writer hears how many characters are left, and nothing is cut off', async () => {
    const page = await browser.newPage({ baseUrl });
    await page.goto('/');
    await page.locator('#idea').fill('En bænk 😀');
    await page.getByText('Du har 11 tegn tilbage.').waitFor();
    await page.locator('#idea').fill('x'.repeat(23));
    await page.getByText('Du har 3 tegn for meget.').waitFor();
    assert.equal((await page.locator('#idea').inputValue()).length, 23);
  });

  test('pressing Send twice sends once', async () => {
    const page = await browser.newPage({ baseUrl });
    await page.goto('/');
    posts = 0;
    await page.getByRole('button', { name: 'Send' }).dblclick({ noWaitAfter: true });
    await page.waitForURL('**/tak');
    assert.equal(posts, 1);
  });

  test('news comes by itself, the focus stays, and what is half typed is left alone', async () => {
    const page = await browser.newPage({ baseUrl });
    await page.goto('/');
    await page.locator('#idea').fill('halvt skrevet');
    await page.locator('#tick').check();
    await page.getByRole('link', { name: 'Nyt:' }).focus();
    await waitUntil(() => listeners.size > 0);
    news = 'Ayşe sagde ja';
    for (const topic of ['turns', 'ticks', 'form', 'news'])
      for (const one of listeners) one.write(`data: ${topic}\n\n`);
    await page.getByText('Ayşe sagde ja').waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Nyt: Ayşe sagde ja');
    assert.equal(await page.locator('#idea').inputValue(), 'halvt skrevet');
    assert.ok(await page.locator('#tick').isChecked(), 'and what is ticked');
  });
});

async function waitUntil(done: () => boolean): Promise<void> {
  for (let tries = 0; tries < 100 && !done(); tries += 1) await new Promise((resolve) => setTimeout(resolve, 30));
}

function pageWith(news: string): string {
  const page = (
    <Layout
      language="da"
      title="Prøve"
      organisation={{ name: 'Lyngbakken' }}
      path="/"
      person={{ name: 'Mette Holm' }}
      turnCount={1}
      navigation={{ first: [], more: [] }}
      flash={null}
      assets={{ css: [], scripts: ['/app.js'] }}
      liveFrom="/live"
    >
      <p data-live="news">
        <a href="/nyt">Nyt: {news}</a>
      </p>
      <div data-live="ticks">
        <input type="checkbox" id="tick" aria-label={news} />
      </div>
      <div data-live="form">
        <Form action="/ide">
          <TextArea language="da" name="idea" label="Din idé" maxlength={20} lix />
          <Button>Send</Button>
        </Form>
      </div>
    </Layout>
  );
  return fillIn(page, { base: '', formToken: 'token' });
}
