import assert from 'node:assert/strict';
import { after, before, describe, test } from 'node:test';
import { type ServerType, serve } from '@hono/node-server';
import { Hono } from 'hono';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { type CrawlReport, crawl } from './accessibility.ts';

const ROUTES = [
  { method: 'GET', pattern: '/', who: { name: 'anyone' } },
  { method: 'GET', pattern: '/idéer/:id', who: { name: 'anyone' } },
  { method: 'GET', pattern: '/min-side', who: { name: 'signed in' } },
  { method: 'POST', pattern: '/ideer', who: { name: 'anyone' } },
  { method: 'POST', pattern: '/log-ud', who: { name: 'signed in' } },
] as const;

/** What a test plants in the sound little site below. */
interface Faults {
  readonly front?: string;
  readonly style?: string;
  readonly answer?: string;
  readonly form?: string;
  readonly status?: 200 | 500;
}

const FORM = `<form method="post" action="/hus/ideer"><label for="t">Din idé</label><input id="t" name="t" required maxlength="20"><button>Send</button></form>`;
const ANSWER = `<p role="alert">Skriv din idé med et par ord.</p>${FORM}`;

const BRIEFLY = { thorough: false };

/** What is taken away at `/fjern` is gone until the site is renewed. */
function site(faults: Faults): { readonly app: Hono; renew(): Promise<void> } {
  const app = new Hono();
  let taken = false;
  const page = (title: string, body: string) => `<!doctype html><html lang="da"><head><title>${title}</title>
    <meta name="viewport" content="width=device-width"><style>:root{color-scheme:light dark} body{overflow-wrap:anywhere;background:light-dark(#fff,#111);color:light-dark(#111,#fff)} a{color:light-dark(#003,#ccf)}${faults.style ?? ''}</style></head>
    <body><header><a href="/hus/">Forside</a></header><main><h1>${title}</h1>${body}</main></body></html>`;
  app.get('/hus/', (c) =>
    c.html(page('Forside', `<p><a href="/hus/id%C3%A9er/7">En idé</a></p>${faults.form ?? FORM}${faults.front ?? ''}`)),
  );
  app.get('/hus/idéer/:id', (c) => c.html(page('En idé', '<p>Et grønt tag</p>')));
  app.get('/hus/min-side', (c) =>
    c.req.header('cookie') === 'who=anna'
      ? c.html(page('Min side', '<form method="post" action="/hus/log-ud"><button>Log ud</button></form>'))
      : c.notFound(),
  );
  app.post('/hus/ideer', async (c) => {
    const idea = String((await c.req.formData()).get('t'));
    if (idea.length > 0 && idea.length <= 20) return c.redirect('/hus/', 303);
    return faults.status ? c.text('Av', faults.status) : c.html(page('Ret din idé', faults.answer ?? ANSWER), 422);
  });
  app.post('/hus/log-ud', (c) => c.redirect('/hus/', 303));
  app.post('/hus/fjern', (c) => {
    taken = true;
    return c.redirect('/hus/', 303);
  });
  app.post('/hus/brug', (c) => (taken ? c.notFound() : c.redirect('/hus/', 303)));
  return {
    app,
    renew: async () => {
      taken = false;
    },
  };
}

describe('the accessibility run', { skip: NO_BROWSER }, () => {
  let browser: TestBrowser;
  const servers: ServerType[] = [];

  before(async () => {
    browser = await openBrowser();
  });
  after(async () => {
    for (const server of servers) server.close();
    await browser.close();
  });

  async function run(
    faults: Faults,
    routes: readonly { method: string; pattern: string; who: { name: string } }[] = ROUTES,
    { thorough = true, skip = {} } = {},
  ): Promise<CrawlReport> {
    const open = async () => {
      const { app, renew } = site(faults);
      const port = await new Promise<number>((resolve) => {
        servers.push(serve({ fetch: app.fetch, hostname: '127.0.0.1', port: 0 }, (at) => resolve(at.port)));
      });
      const signIn = async (as: string) => [{ name: 'who', value: as }];
      return { baseUrl: `http://127.0.0.1:${port}/hus`, signIn, renew };
    };
    return crawl(browser, {
      open,
      routes,
      pages: [
        { url: '/', as: null },
        { url: '/min-side', as: 'anna' },
        { url: '/id%C3%A9er/8', as: null, more: true },
      ],
      skip,
      thorough,
      lanes: 1,
    });
  }

  test('has nothing to say about a sound site, and has been everywhere', async () => {
    const report = await run({});
    assert.deepEqual(report.problems, []);
    assert.deepEqual([report.pages, report.forms], [3, 2]);
  });

  test('finds every fault that was planted', async () => {
    const small = 'style="position:absolute;width:9px;height:9px;padding:0;border:0;overflow:hidden';
    const { problems } = await run({
      form: FORM.replace('for="t"', ''),
      style:
        '#dark:focus{outline:none} #low{height:1.2em;overflow:hidden;width:14ch} .pale{color:light-dark(#111,#333)} .light{color:light-dark(#ccc,#fff)} .dim{color:light-dark(#111,#222)}',
      front: `<p class="pale">Mørkt</p><p class="light">Lyst</p>
        <details><summary>Mere</summary><img id="folded" src="data:,"></details>
        <button id="dark">Mørkt</button><div id="low">Ord, der skal have plads</div>
        
        <button popovertarget="p">Se</button><div popover id="p"><img id="popped" src="data:,"></div>
        <table style="width:700px"><tr><td>Bredt</td></tr></table>
        <div style="position:relative;height:50px"><button ${small}">a</button><button id="near" ${small};left:9px">b</button></div>`,
      answer: `<h4>Hov</h4><p class="dim">Mørkt svar</p>${FORM}`,
    });
    const faults: readonly [what: string, says: RegExp][] = [
      ['a field without a label', /^\/ as visitor: +label \(critical\)/],
      ['a picture without words, inside what is folded', /image-alt.*\n.*#folded/],
      ['a picture without words, in a popover', /image-alt.*\n.*#popped/],
      ['pale words in dark only', /color-contrast.*\n +in dark: \.pale/],
      ['pale words in light', /color-contrast.*\n +\.light/],
      ['a target too small to hit', /target-size.*\n.*#near/],
      ['a stop that does not show itself', /does not show that it has the focus: <button id="dark"/],
      ['words without room for more air between them', /cut off: "Ord, der skal/],
      ['a page that must be scrolled sideways', /wider than 320 px: td/],
      ['a barrier on the page that refuses', /sent empty: +heading-order/],
      ['pale words in dark on the page that refuses', /sent empty: +color-contrast.*\n +in dark: .*dim/],
      ['a refusal that does not say why', /sent wrong: refused without saying why/],
    ];
    for (const [what, says] of faults) {
      assert.ok(
        problems.some((problem) => says.test(problem)),
        `${what} was not found:\n${problems.join('\n')}`,
      );
    }
  });

  test('finds a form that breaks the server', async () => {
    const { problems } = await run({ status: 500 }, ROUTES, BRIEFLY);
    assert.ok(
      problems.some((problem) => /form POST \/ideer sent wrong: answered 500/.test(problem)),
      problems.join('\n'),
    );
  });

  test('finds a form whose answer never comes', async () => {
    const { problems } = await run({ form: FORM.replace('<form', '<form onsubmit="return false"') }, ROUTES, BRIEFLY);
    assert.ok(
      problems.some((problem) => /sent empty: nothing happened/.test(problem)),
      problems.join('\n'),
    );
  });

  test('finds what the keyboard never comes to, behind a trap', async () => {
    const trap = `<button id="trap" onkeydown="if (event.key === 'Tab') event.preventDefault()">Fælde</button><a id="behind" href="/hus/">Bag</a>`;
    const { problems } = await run({ front: trap });
    assert.ok(
      problems.some((problem) => /Tab never comes to <a id="behind"/.test(problem)),
      problems.join('\n'),
    );
  });

  test('lets each form meet the world as it was told, whatever another one took away', async () => {
    const buttons = ['fjern', 'brug'].map(
      (one) => `<form method="post" action="/hus/${one}"><button>${one}</button></form>`,
    );
    const more = ['/fjern', '/brug'].map((pattern) => ({ method: 'POST', pattern, who: { name: 'anyone' } }));
    const { problems } = await run({ front: buttons.join('') }, [...ROUTES, ...more], BRIEFLY);
    assert.deepEqual(problems, []);
  });

  test('finds a page and a form that nobody was led to, and leaves out only what is there, for a reason', async () => {
    const more = [
      ...ROUTES,
      { method: 'GET', pattern: '/healthz', who: { name: 'anyone' } },
      { method: 'GET', pattern: '/glemt', who: { name: 'staff' } },
      { method: 'POST', pattern: '/glemt/:id', who: { name: 'staff' } },
    ];
    const skip = { 'GET /healthz': 'read by machines', 'GET /gone': 'old' };
    const { problems } = await run({}, more, { ...BRIEFLY, skip });
    assert.deepEqual(problems, [
      'GET /glemt (staff): not visited',
      'POST /glemt/:id (staff): not visited',
      'GET /gone: skipped, but there is no such route',
    ]);
  });
});
