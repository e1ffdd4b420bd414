/** A newcomer's first half hour: from an empty database to the printed invitation and an open round, without script. */
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { pathToFileURL } from 'node:url';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { arrivedMail, startDevSmtp } from '../src/dev/smtp.ts';
import { addDays, dayOf } from '../src/kernel/day.ts';
import { ODD_FILE, oddAddressFile, oddPeopleFile } from '../src/modules/setup/seed.ts';
import { NEWS } from '../src/news.ts';
import { tenantBySlug } from '../src/platform/db/tenants.ts';
import { readPdf } from '../src/platform/documents/pdf-reading.ts';
import { startWorker } from '../src/platform/jobs/worker.ts';
import { openHints } from '../src/platform/live/hints.ts';
import { openMailCarrier } from '../src/platform/mail/mail.ts';
import { smsLog } from '../src/platform/sms/sms.ts';
import { listen } from '../src/platform/web/listen.ts';
import { originOfTenant } from '../src/platform/web/tenants.ts';
import { workOf } from '../src/schedule.ts';
import { expectNoSidewaysScroll } from '../src/testing/axe.ts';
import { openBrowser, shoot } from '../src/testing/browser.ts';
import { NO_BROWSER } from '../src/testing/chromium.ts';
import { testDatabase } from '../src/testing/database.ts';
import { soon, townApp } from './town.ts';

const { db, connection } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'grobund-first-hour-'));
after(() => rmSync(folder, { recursive: true }));

const KAREN = 'karen@rosen.test';
const HOUSE = {
  slug: 'rosen',
  house: {
    name: 'Boligforeningen Rosen',
    cvr: '99999942',
    streetLine: 'Rosenvænget 2',
    postcode: '4999',
    city: 'Vesterby',
    phone: '31123456',
  },
  secretary: { name: 'Karen Mose', email: KAREN },
};
const TODAY = dayOf(new Date());

const HOOK = pathToFileURL(join(import.meta.dirname, '../scripts/hook.mjs')).href;
const MAIN = pathToFileURL(join(import.meta.dirname, '../src/cli/main.ts')).href;
const PROGRAM = `import { runCommandLine } from '${MAIN}';
const said = [];
process.stdout.setMaxListeners(50);
process.stdout.write = (text) => said.push(['out', text]) > 0;
process.stderr.write = (text) => said.push(['err', text]) > 0;
const answers = [];
for (const args of JSON.parse(process.argv[1])) {
  said.length = 0;
  const code = await runCommandLine(args, process.env);
  const of = (way) => said.filter(([which]) => which === way).map(([, text]) => text).join('');
  answers.push({ code, out: of('out'), err: of('err') });
}
delete process.stdout.write;
process.stdout.write(JSON.stringify(answers));`;

interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** `grobund …`, one command after another, in a process of their own, on the test's database. */
function grobund(port: string, ...commands: readonly string[][]): Promise<Said[]> {
  const { host, user, database, port: at } = connection as pg.ClientConfig;
  const url = `postgresql://${user}@localhost/${database}?host=${encodeURIComponent(host ?? '')}&port=${at ?? 5432}`;
  const env = { PATH: process.env.PATH ?? '', DATABASE_URL: url, PORT: port, LANG: 'da_DK.UTF-8', INIT_CWD: folder };
  const words = ['--import', HOOK, '--input-type=module', '--eval', PROGRAM, '--', JSON.stringify(commands)];
  return new Promise((resolve, reject) => {
    execFile(process.execPath, words, { env }, (error, out) =>
      error instanceof Error ? reject(error) : resolve(JSON.parse(out)),
    );
  });
}

function put(name: string, content: Uint8Array | object): string {
  writeFileSync(join(folder, name), content instanceof Uint8Array ? content : JSON.stringify(content));
  return join(folder, name);
}

put('lejemaal.csv', oddAddressFile());
put('folk.csv', oddPeopleFile());
const logo = await sharp({ create: { width: 420, height: 120, channels: 3, background: '#b8860b' } })
  .png()
  .toBuffer();
put('logo.png', new Uint8Array(logo));

test('a newcomer opens a real house in half an hour, without script', { skip: NO_BROWSER }, async (t) => {
  const smtp = await startDevSmtp({ database: db, port: 0 });
  const hints = openHints(db, 500);
  const broken: string[] = [];
  const clock = { now: () => new Date(), daysAhead: 0, move: async () => undefined };
  const app = await townApp({ database: db, hints, clock, dev: false, broken: (error) => void broken.push(error) });
  const site = await listen(app, { host: '127.0.0.1', port: 0 });
  const mail = openMailCarrier({ url: smtp.url, from: 'Grobund <post@grobund.test>' });
  const worker = await startWorker({
    database: db,
    clock,
    ...workOf({ mail, sms: smsLog }, NEWS),
    originOf: (one) => originOfTenant(one, site.address),
    onError: (error, kind) => void broken.push(`${kind}: ${String(error)}`),
  });
  const browser = await openBrowser();
  try {
    const port = new URL(site.address).port;
    const [opened] = await grobund(port, ['setup', '--answers', put('hus.json', HOUSE), '--json']);
    assert.deepEqual([opened?.code, opened?.err], [0, '']);
    const result = JSON.parse(opened?.out ?? '');
    assert.equal(result.done, 1, 'the house is described');
    assert.deepEqual(result.remains[0], { step: 'look', needed: ['look'] });

    const page = await browser.newPage({ baseUrl: `${site.address}/rosen`, javaScript: false });
    const count = { fields: 0, presses: 0 };
    const press = async (name: string | RegExp) => {
      count.presses += 1;
      await page.getByRole('button', { name }).first().click();
    };
    const follow = async (name: string | RegExp) => {
      count.presses += 1;
      await page.getByRole('link', { name }).first().click();
    };
    const write = async (label: string | RegExp, value: string) => {
      count.fields += 1;
      await page.getByLabel(label).first().fill(value);
    };
    const choose = async (label: string, file: string) => {
      count.fields += 1;
      await page.getByLabel(label).setInputFiles(join(folder, file));
    };

    await page.goto(result.signIn.replace('localhost', '127.0.0.1'));
    await press('Log ind');
    await seen(page, '1 af 7');
    await page.goto(result.signIn.replace('localhost', '127.0.0.1'));
    await press('Log ind');
    assert.match(page.url(), /\/log-ind\/link\//, 'the address works once');
    await page.goto(`${site.address}/rosen/kom-godt-i-gang`);

    await follow('Næste trin: Farve og logo');
    await write('Farve', '#ffd400');
    await press('Se farven');
    await seen(page, 'Det er for lidt');
    await shoot(page, 'first-hour-look');
    await choose('Logo', 'logo.png');
    await press('Gem');
    await page.locator('img.brand-logo').waitFor();

    await follow('Næste trin: Afdelinger og boliger');
    await choose('Fil fra boligsystemet', 'lejemaal.csv');
    await press('Læs filen');
    await seen(page, `${ODD_FILE.homes} nye boliger`);
    await seen(page, 'I alt 12 lejemål');
    await shoot(page, 'first-hour-homes');
    await press('Hent dem ind');
    await soon('the homes to come in', async () => {
      await page.reload();
      return (await page.getByText('Boligerne er hentet ind').count()) > 0 ? true : undefined;
    });
    await follow('Kom godt i gang');
    await seen(page, '3 af 7');

    await follow('Næste trin: Folk og roller');
    await choose('Hent listen fra en fil', 'folk.csv');
    await press('Læs listen');
    await seen(page, 'Vi læste 6 linjer');
    await press('Skriv alle ind');
    await seen(page, '6 personer er skrevet ind');
    await shoot(page, 'first-hour-people');
    await follow('Næste trin: Puljen og første runde');
    await write('Bestyrelsen besluttede det', addDays(TODAY, -10));
    await shoot(page, 'first-hour-fund');
    await press('Åbn puljen');
    await seen(page, 'Fællesskabspuljen er åbnet');

    await press('Gem brevet');
    await seen(page, `${ODD_FILE.homes} breve`);
    await shoot(page, 'first-hour-invitation');
    const letters = await readPdf(await fetched(page, 'Hent brevene'));
    assert.equal(letters.pages.length, ODD_FILE.homes);
    for (const words of [/Rosenvænget 12B, st\. tv/, /Kære beboere/, /op til 20\.000/]) {
      assert.match(letters.text, words);
    }
    assert.doesNotMatch(letters.text, /Åse Jensen|beskyttet|\{/, 'the names in the file were never read');
    assert.equal((await readPdf(await fetched(page, 'Hent plakaten'))).pages.length, 1);
    await press('Brevene er printet');

    await press('Send en prøvemail');
    const sent = await soon('the test mail', async () =>
      (await arrivedMail(db, { to: KAREN })).find(({ subject }) => subject.startsWith('Prøvemail')),
    );
    await write('De fire tal i mailen', /\d{4}/.exec(sent.subject)?.[0] ?? '');
    await press('Den kom');
    await press('Vi har set på dem');
    await press('Det er aftalt');
    await page.goto(`${site.address}/rosen/kom-godt-i-gang`);
    await seen(page, 'I er klar');
    await page.setViewportSize({ width: 390, height: 844 });
    await expectNoSidewaysScroll(page);

    const visitor = await browser.newPage({ baseUrl: `${site.address}/rosen`, javaScript: false });
    await visitor.goto(`${site.address}/rosen/pulje/ansoeg`);
    await seen(visitor, 'Beløb, linje 1');

    t.diagnostic(`${count.fields} fields filled in, ${count.presses} presses`);
    assert.ok(count.fields <= 12 && count.presses <= 30, 'it stays a half hour');
    assert.deepEqual(broken, []);
  } finally {
    await browser.close();
    await site.stop(0);
    await worker.stop();
    mail.close();
    await hints.close();
    await smtp.close();
  }
});

test('the same by the command line alone; it can be run again, each step be taken back, and wrong answers are named', async () => {
  const answers = put('alt.json', {
    ...HOUSE,
    slug: 'rosen-to',
    look: { colour: '#2f6b4f', logo: 'logo.png' },
    homes: { file: 'lejemaal.csv' },
    people: { file: 'folk.csv' },
    fund: { approvedOn: addDays(TODAY, -10) },
    invitation: { folder: 'breve', signer: 'Karen Mose', printed: true },
    checks: { ways: true, backup: true },
  });
  const wrong = { ...HOUSE, slug: 'tredje', house: { ...HOUSE.house, cvr: '12345678', phone: '' } };
  const look = ['setup', '--tenant', 'rosen-to'];
  const unreached = { ...HOUSE, slug: 'fjerde', secretary: { name: 'Karen Mose', email: 'karen@rosen' } };
  const [first, again, told, refused, unreachable, unknown, ...undone] = await grobund(
    '3999',
    ['setup', '--answers', answers],
    ['setup', '--answers', answers, '--json'],
    [...look, '--undo', 'homes'],
    ['setup', '--answers', put('forkert.json', wrong)],
    ['setup', '--answers', put('uden-mail.json', unreached)],
    ['setup', '--answers', put('ukendt.json', { ...HOUSE, house: { name: 'Rosen' }, hus: 1 })],
    ...['checks', 'invitation', 'fund', 'people', 'homes', 'look', 'house'].map((step) => [
      ...look,
      '--undo',
      step,
      '--yes',
    ]),
  );
  assert.deepEqual([first?.code, first?.err], [0, '']);
  assert.match(first?.out ?? '', /6 af 7 trin er klaret\. Der blev stillet 0 spørgsmål/);
  assert.match(first?.out ?? '', /6 rækker kom ikke med\n +Række [\s\S]*Række 12, Postnummer.* "499.*: Skriv post/);
  assert.match(first?.out ?? '', /Prøvemailen kan ikke klares herfra/, 'and why the last is left');
  assert.match(first?.out ?? '', /Det sidste tjek: mangler en prøvemail/);
  assert.match(first?.out ?? '', /http:\/\/localhost:3999\/rosen-to\/log-ind\/link\/\S+/);
  assert.deepEqual(readdirSync(join(folder, 'breve')), ['invitation-1.pdf', 'plakat.pdf']);
  const letters = await readPdf(new Uint8Array(readFileSync(join(folder, 'breve/invitation-1.pdf'))));
  assert.equal(letters.pages.length, ODD_FILE.homes);

  assert.deepEqual([again?.code, JSON.parse(again?.out ?? '').done], [0, 6], 'it can be run again');
  assert.match(told?.out ?? '', /7 boliger, 4 opgange og 2 afdelinger/, 'what would be lost is said first');
  for (const one of undone) assert.deepEqual([one.code, one.err], [0, '']);
  assert.match(undone.at(-1)?.out ?? '', /0 af 7/);

  assert.equal(refused?.code, 1);
  assert.match(refused?.err ?? '', /cvr: CVR-nummeret passer ikke/);
  assert.match(refused?.err ?? '', /phone: Skriv en telefon eller en mail/);
  assert.equal(await tenantBySlug(db, 'tredje'), null, 'no house is half opened');
  assert.match(
    unreachable?.err ?? '',
    /email: Skriv en mail/,
    'a house whose secretary cannot be written to is not opened',
  );
  assert.equal(await tenantBySlug(db, 'fjerde'), null);
  assert.match(unknown?.err ?? '', /"hus"/);
  assert.match(unknown?.err ?? '', /house\.cvr: is missing/);
});

async function seen(page: Page, words: string): Promise<void> {
  const text = async () => (await page.locator('main').textContent()) ?? '';
  await soon(`"${words}" on ${page.url()}, which says: ${await text()}`, async () =>
    (await text()).replace(/\s+/g, ' ').includes(words) ? true : undefined,
  );
}

async function fetched(page: Page, link: string): Promise<Uint8Array> {
  const href = await page.getByRole('link', { name: link }).getAttribute('href');
  const answer = await page.context().request.get(new URL(href ?? '', page.url()).href);
  assert.equal(answer.status(), 200);
  return new Uint8Array(await answer.body());
}
