import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import { calculate } from '../src/engines/sortition/calculate.ts';
import { type ProofFiles, sha256, writeProof } from '../src/engines/sortition/proof.ts';
import { proofPage } from '../src/engines/sortition/proof-page.ts';
import { PROOF_TEXT } from '../src/engines/sortition/proof-text.ts';
import { makePool } from '../src/engines/sortition/synthetic/make-pool.ts';
import { expectAccessible, expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, type TestBrowser } from '../src/testing/browser.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gdp-'));
const request = makePool({ people: 40, seats: 8, features: [2, 3], play: 1, together: 0.3, skew: 2, seed: 'page' });
let browser: TestBrowser;
let files: ProofFiles;

before(async () => {
  browser = await openBrowser();
  const answer = await calculate(request, { left: () => 60_000, report: () => undefined });
  assert.ok(answer.ok);
  files = writeProof({
    request,
    draw: answer.value,
    poolHash: 'p',
    quotasHash: 'q',
    reading: { id: null, household: null },
    versions: {},
    text: PROOF_TEXT.da,
    drawn: null,
  });
  for (const [name, text] of Object.entries(files)) await writeFile(join(scratch, name), text);
});

after(async () => {
  await browser.close();
  await rm(scratch, { recursive: true, force: true });
});

const address = (name: string) => pathToFileURL(join(scratch, name)).href;

test('the page of a draw does its own sums: fingerprint, a chance from a receipt, the panel of the dice, and quotas', async () => {
  const page = await browser.newPage({ width: 390 });
  await page.goto(address('index.html'));
  assert.equal(await page.textContent('#hash'), PROOF_TEXT.da.hashRight);
  const [code = '', , times] = (files['people.csv'] as string).split('\n')[1]?.split(',') ?? [];
  await page.fill('#code', code.toLowerCase().replace('-', ' '));
  await page.press('#code', 'Enter');
  assert.match((await page.textContent('#chance')) ?? '', new RegExp(`Du er med i ${times} af 1\\.000 hold`));
  await page.fill('#code', 'AAAA-AAAA');
  await page.press('#code', 'Enter');
  assert.equal(await page.textContent('#chance'), PROOF_TEXT.da.chanceUnknown);
  await page.fill('#number', '427');
  await page.press('#number', 'Enter');
  const codes = (files['panels.csv'] as string).split('\n')[428]?.split(',')[1];
  assert.equal((await page.textContent('#panel'))?.replaceAll('  ', ' ').replaceAll('\u2011', '-'), codes);
  await page.setInputFiles('#answers', join(scratch, 'answers.csv'));
  await page.waitForSelector('#quotas.right');
  assert.ok((await page.textContent('#cells tr:first-child td:last-child'))?.trim());
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
});

test('nothing of the demands hangs out over the edge of a telephone, and where they are not told the page says why', async () => {
  const page = await browser.newPage({ width: 390 });
  await page.goto(address('index.html'));
  assert.equal(await page.evaluate("(w => w.scrollWidth - w.clientWidth)(document.querySelector('.wide'))"), 0);
  const { 'panels.csv': panels = '', 'people.csv': people = '' } = files;
  const parts = { panels, people, quotas: [], seats: 8, hash: sha256(panels), text: PROOF_TEXT.en };
  await writeFile(join(scratch, 'closed.html'), proofPage(parts));
  await page.goto(address('closed.html'));
  assert.equal(await page.textContent('#hash'), PROOF_TEXT.en.hashRight);
  assert.match((await page.textContent('main')) ?? '', /The demands on substitutes are not here/);
  assert.equal(await page.locator('#answers').count(), 0);
});

test('a page whose list was changed says so', async () => {
  const [line = ''] = (files['panels.csv'] as string).split('\n').slice(3);
  const other = (files['people.csv'] as string).split('\n').map((row) => row.split(',')[0] as string);
  const stranger = other.find((code) => code.includes('-') && !line.includes(code)) as string;
  const changed = line.replace(/[0-9A-Z]{4}-[0-9A-Z]{4}/, stranger);
  await writeFile(join(scratch, 'changed.html'), (files['index.html'] as string).replace(line, changed));
  const page = await browser.newPage();
  await page.goto(address('changed.html'));
  assert.equal(await page.textContent('#hash'), PROOF_TEXT.da.hashWrong);
});
