import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'node-html-parser';
import { openTown } from './town.ts';

const OF_ONE = 'tells of one thing, with its parts';
const BEHIND = 'rows behind a figure; the things themselves are fetched in the lists of initiatives and applications';

/** Pages with a table that nobody fetches as a sheet, and why. */
const NO_FILE: Readonly<Record<string, string>> = {
  '/min-side/enheder': 'one’s own devices, to sign out on',
  '/min-side/data/opslag': 'one’s own: goes along in the copy of one’s data',
  '/udskriv/koder': 'a form for printing, with counts beside',
  '/betalinger/eksport': 'a form for making the file for the bank',
  '/betalinger/filer/:id': 'one file for the bank, which has its own CSV',
  '/fakturaer/:id': OF_ONE,
  '/pulje/ansoegninger/:id': OF_ONE,
  '/forbindelser/beskeder/:id': OF_ONE,
  '/puljer/:fund': 'what was supported is fetched at /pulje/resultater',
  '/puljer/:fund/politik': 'the editions of one policy',
  '/pulje/status': 'figures, fetched as PDF and Word',
  '/aarsrapport/:year': 'figures, fetched as PDF and Word',
  '/pulje/status/bag/:figure': BEHIND,
  '/aarsrapport/:year/bag/:figure': BEHIND,
  '/aarsrapport/:year/pulje/:figure': BEHIND,
  '/forbindelser': 'doors to other systems: at most 50 keys and 20 receivers, and nothing to count',
  '/databeskyttelse': 'wishes to be answered, and rules, which are fetched as the record of processing',
  '/initiativer/:id/inde': OF_ONE,
  '/workshops/:id/ark': OF_ONE,
  '/workshops/:id/billeder': OF_ONE,
  '/workshops/:id/tast': OF_ONE,
  '/workshops/:id/plan': 'one evening’s programme, fetched as PDF',
  '/workshops/:id/resultat': 'fetched as PDF, and as a workbook with its own sheets',
  '/w/:code/vaeg': 'the figures of the result, for a large screen',
  '/fokusgrupper/:id/profil': 'a form, with figures beside',
  '/strategi': 'the plans and metrics of one strategy, fetched as PDF; each series on its own page',
  '/strategi/evaluering/:year': 'one year’s evaluation, which goes into the yearly report',
  '/katalog/kort/:id': OF_ONE,
  '/arrangementer/:id/tilmeldte': 'names to tick at the door, printed as a list: no file of them lies about',
  '/arrangementer/:id/beskeder': 'whom to ring or bring a note, printed as a list',
  '/opgaver/:job': OF_ONE,
  '/opgaver/tal': 'figures, which the dashboard has as a file',
  '/katalog/kort/:id/vi-vil': 'a form, with its budget beside',
};

/** Lists that are empty in the story, and so show no table. */
const EMPTY = [
  ['/puljer/:fund/moeder', 'Karen Mose'],
  ['/import', 'Signe Højlund'],
  ['/kopier', 'Signe Højlund'],
] as const;

/** So many things of a kind are asked for, where they are not for this person. */
const TRIES = 3;

const town = await openTown();
const routes = town.routes.filter(({ method }) => method === 'GET').map(({ pattern }) => pattern);
const NO_PAGES = /^\/(dev|live|healthz|readyz|metrics|api|huse)\b/;

const readerOf = async (name: string) => {
  const cookie = (await town.signIn(name)).map((one) => `${one.name}=${one.value}`).join('; ');
  return (url: string) => fetch(town.baseUrl + url, { headers: { cookie }, redirect: 'manual' });
};
const isType = (answer: Response, type: string) => answer.headers.get('content-type')?.startsWith(type) === true;

/** The route that an address leads to: words before parameters. */
function routeOf(url: string): string | undefined {
  const parts = (url.split(/[?#]/)[0] ?? '').split('/');
  const fits = (pattern: string) => {
    const wanted = pattern.split('/');
    return wanted.length === parts.length && wanted.every((one, at) => one.startsWith(':') || one === parts[at]);
  };
  return routes.filter(fits).sort((one, other) => one.split(':').length - other.split(':').length)[0];
}

test('every list can be fetched as a file, or says here why it cannot', async () => {
  const prefix = new URL(town.baseUrl).pathname;
  const met = new Map<string, string>();
  const files = new Set<string>();
  const withFile: string[] = [];
  const without: string[] = [];
  for (const name of ['Karen Mose', 'Signe Højlund', 'Lise Krogh', 'Mette Lauridsen']) {
    const get = await readerOf(name);
    const queue = ['/', ...routes.filter((pattern) => !pattern.includes(':'))];
    const tries = new Map<string, number>();
    for (const url of queue) {
      const route = routeOf(url);
      if (!route || met.has(route) || files.has(route) || NO_PAGES.test(route)) continue;
      const tried = tries.get(route) ?? 0;
      if (tried === TRIES) continue;
      tries.set(route, tried + 1);
      const answer = await get(url);
      if (answer.ok && !isType(answer, 'text/html')) files.add(route);
      if (answer.status !== 200 || !isType(answer, 'text/html')) continue;
      met.set(route, url);
      const page = parse(await answer.text());
      for (const link of page.querySelectorAll('a[href]')) {
        const href = link.getAttribute('href') ?? '';
        if (href.startsWith(`${prefix}/`)) queue.push(href.slice(prefix.length));
      }
      if (!page.querySelector('main table')) continue;
      const file = await get(`${url.split(/[?#]/)[0]}?hent=csv`);
      (isType(file, 'text/csv') ? withFile : without).push(route);
    }
  }
  assert.deepEqual(
    without.filter((route) => !(route in NO_FILE)),
    [],
    'lists without a file',
  );
  assert.deepEqual(
    withFile.filter((route) => route in NO_FILE),
    [],
    'they have a file now: take them off the list',
  );
  assert.ok(withFile.length >= 12, withFile.join(', '));
  for (const [route, name] of EMPTY) {
    const url = met.get(route) ?? assert.fail(`${route} was not met`);
    for (const format of ['csv', 'xlsx']) {
      const file = await (await readerOf(name))(`${url.split(/[?#]/)[0]}?hent=${format}`);
      assert.match(file.headers.get('content-disposition') ?? '', new RegExp(`\\.${format}`), route);
    }
  }
  assert.deepEqual(town.broken, []);
});
