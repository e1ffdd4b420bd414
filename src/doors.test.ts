import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { createTransport } from 'nodemailer';
import { day } from './kernel/day.ts';
import { kroner } from './kernel/money.ts';
import {
  fileRefusalSentence,
  houseOfMail,
  mayMailNow,
  takeFromFolder,
  takeMail,
} from './modules/decide/invoices/public.ts';
import { MAILS_OF_ONE } from './modules/decide/invoices/rules/mail.ts';
import { oioubl } from './modules/decide/invoices/seed.ts';
import { aPerson } from './modules/housing/seed.ts';
import { NEWS } from './news.ts';
import { watchFolder } from './platform/files/watched-folder.ts';
import { openMailDoor } from './platform/mail/mail-door.ts';
import { workOf } from './schedule.ts';
import { type TestTenant, testDatabase } from './testing/database.ts';
import { testPost } from './testing/post.ts';

const { db, newTenant } = await testDatabase();
const post = await testPost(db);

const xml = (number: string) =>
  oioubl({ number, issueDate: day('2026-05-02'), lines: [{ name: 'Mad', price: kroner(400) }] });

/** Nobody looks into it: what it is, is enough. */
const A_PDF = Buffer.from('%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF');

/** A door before one house, and a real program that sends mail to it. */
async function doorTo(house: TestTenant, options: { readonly mostBytes?: number } = {}) {
  let failures = 0;
  const state = { broken: false };
  const door = await openMailDoor({
    port: 0,
    mostBytes: options.mostBytes ?? 1_000_000,
    async welcomes(address, envelopeFrom) {
      if (houseOfMail(address, [house.tenant]) === null) return 'unknown';
      return (await house.tx((tx) => mayMailNow(tx, envelopeFrom))) ? 'yes' : 'later';
    },
    take(to, mail) {
      return house.tx(async (tx) => {
        const answer = await takeMail(tx, { to, ...mail });
        if (state.broken) throw new Error('the power went');
        return answer;
      });
    },
    onError: () => {
      failures += 1;
    },
  });
  const transport = createTransport({ host: '127.0.0.1', port: door.port, ignoreTLS: true });
  after(async () => {
    transport.close();
    await door.close();
  });
  const send = (attachments: { filename: string; content: string | Buffer }[], extra: object = {}) =>
    transport.sendMail({
      from: 'regning@vesterbybrugs.example',
      to: `faktura+${house.tenant.slug}@boligforening.example`,
      subject: 'Jeres faktura',
      text: 'Ref. P-0001',
      attachments,
      ...extra,
    });
  return { send, state, failures: () => failures };
}

async function kept(house: TestTenant) {
  return house.tx((tx) =>
    tx.sql.selectFrom('invoice').select(['number', 'way', 'sender_email']).orderBy('id').execute(),
  );
}

test('each file of a mail becomes an invoice, and a picture in the text is none', async () => {
  const house = await newTenant();
  const { send } = await doorTo(house);
  const logo = Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  );
  await send(
    [
      { filename: 'a.xml', content: xml('11') },
      { filename: 'b.xml', content: xml('12') },
      Object.assign({ filename: 'logo.png', content: logo }, { cid: 'logo@brugs', contentDisposition: 'inline' }),
    ],
    { html: '<p>Hej</p><img src="cid:logo@brugs">' },
  );
  assert.deepEqual(await kept(house), [
    { number: '11', way: 'mail', sender_email: 'regning@vesterbybrugs.example' },
    { number: '12', way: 'mail', sender_email: 'regning@vesterbybrugs.example' },
  ]);
});

test('an XML and a PDF of the same bill in one mail are one invoice with a picture', async () => {
  const house = await newTenant();
  const { send } = await doorTo(house);
  await send([
    { filename: 'faktura 41.pdf', content: A_PDF },
    { filename: 'faktura 41.xml', content: xml('41') },
    { filename: 'faktura 42.xml', content: xml('42') },
  ]);
  const all = await house.tx((tx) =>
    tx.sql.selectFrom('invoice').select(['number', 'format', 'picture_file_id']).orderBy('number').execute(),
  );
  assert.deepEqual(
    all.map((one) => [one.number, one.format, one.picture_file_id !== null]),
    [
      ['41', 'oioubl', true],
      ['42', 'oioubl', false],
    ],
  );
});

test('a sender who writes more than anybody does is asked to come later, by every process, and nothing is lost', async () => {
  const house = await newTenant();
  const doors = [await doorTo(house), await doorTo(house)] as const;
  const { times } = MAILS_OF_ONE;
  const mail = (at: number) => doors[at % 2]!.send([], { subject: `Nr. ${at}` });
  const numbers = Array.from({ length: times + 6 }, (_, at) => at);
  const answers: PromiseSettledResult<unknown>[] = [];
  for (let at = 0; at < numbers.length; at += 11) {
    answers.push(...(await Promise.allSettled(numbers.slice(at, at + 11).map(mail))));
  }
  const turnedAway = answers.filter((one) => one.status === 'rejected');
  assert.equal(turnedAway.length, 6);
  for (const { reason } of turnedAway) assert.match(String(reason), /450 4\.7\.1/);
  const count = () => house.tx((tx) => tx.sql.selectFrom('invoice_delivery').select('subject').execute());
  assert.equal((await count()).length, times);
  // Somebody else is heard all the same, and the sender's own server has kept the six for the next hour.
  await doors[0].send([], { from: 'en-anden@example.dk', subject: 'Os også' });
  await assert.rejects(mail(0), /450/);
  house.clock.set('2026-05-03T13:00:00+02:00');
  for (const at of numbers) if (answers[at]?.status === 'rejected') await mail(at);
  assert.equal(new Set((await count()).map(({ subject }) => subject)).size, times + 7);
});

test('a mail is only taken when it is kept: otherwise its server comes again, and then it is taken once', async () => {
  const house = await newTenant();
  const { send, state, failures } = await doorTo(house);
  const again = { messageId: '<1@vesterbybrugs.example>', date: new Date('2026-05-03T10:00:00Z') };
  const raw = (await createTransport({ streamTransport: true, buffer: true }).sendMail({
    from: 'regning@vesterbybrugs.example',
    to: 'x@example.dk',
    subject: 'Faktura',
    ...again,
    attachments: [{ filename: 'a.xml', content: xml('21') }],
  })) as unknown as { message: Buffer };
  state.broken = true;
  await assert.rejects(send([], { raw: raw.message }), /451/);
  assert.deepEqual(await kept(house), []);
  assert.equal(failures(), 1);
  state.broken = false;
  await send([], { raw: raw.message });
  await send([], { raw: raw.message });
  assert.equal((await kept(house)).length, 1);
});

test('a mail that no program can take apart, or that no text can hold, is kept once and waits for somebody', async () => {
  const house = await newTenant();
  const { send, failures } = await doorTo(house);
  const nested = Array.from({ length: 25 }, (_, at) => at).reduce(
    (inside, at) => `Content-Type: multipart/mixed; boundary=b${at}\r\n\r\n--b${at}\r\n${inside}\r\n--b${at}--\r\n`,
    'Content-Type: text/plain\r\n\r\nHej',
  );
  const long = `${'a'.repeat(3_000)}${Math.PI}@${'b'.repeat(3_000)}.example`;
  const raws = [
    `From: a@b.example\r\nMIME-Version: 1.0\r\n${nested}`,
    'From: a@b.example\r\nSubject: =?utf-8?q?Jeres=00_faktura?=\r\n\r\nHej',
    `From: <${long}>\r\nSubject: Regning\r\n\r\nHej`,
  ];
  for (const raw of raws) await send([], { raw });
  assert.equal(failures(), 0);
  const mails = await house.tx((tx) =>
    tx.sql.selectFrom('invoice_delivery').select(['sender', 'subject', 'refusals']).orderBy('id').execute(),
  );
  assert.deepEqual(
    mails.map(({ subject, refusals }) => [subject, refusals]),
    [
      ['', ['unreadable']],
      ['Jeres faktura', []],
      ['Regning', []],
    ],
  );
  assert(mails.every(({ sender }) => sender && sender.length <= 254));
});

test('a mail for nobody here and a mail that is too large are refused for good', async () => {
  const house = await newTenant();
  const { send } = await doorTo(house, { mostBytes: 20_000 });
  await assert.rejects(send([], { to: 'faktura+en-anden@boligforening.example' }), /550/);
  await assert.rejects(send([{ filename: 'a.xml', content: Buffer.alloc(40_000, 'a') }]), /552/);
  assert.deepEqual(await kept(house), []);
});

test('a mail without an invoice waits for somebody to read it, and only known people get an answer, once a day', async () => {
  const house = await newTenant();
  const address = post.newAddress();
  await house.tx((tx) => aPerson(tx, { name: 'Mette Holm', email: address }));
  const { send } = await doorTo(house);
  const work = () => post.work(house, workOf(post.ways, NEWS).kinds);
  await send([{ filename: 'hej.html', content: '<p>Hej</p>' }], { from: address });
  await send([], { from: address, subject: 'Igen' });
  await send([], { from: 'ukendt@example.dk' });
  await send([], { from: address, subject: 'Fravær', headers: { 'Auto-Submitted': 'auto-replied' } });
  await work();
  const mails = await post.to(address);
  assert.equal(mails.length, 1);
  assert.match(mails[0]?.text ?? '', /Vi fandt ingen faktura i den/);
  assert.deepEqual(await post.to('ukendt@example.dk'), []);
  const waiting = await house.tx((tx) =>
    tx.sql
      .selectFrom('invoice_delivery')
      .select(['subject', 'refusals'])
      .where('invoices', '=', 0)
      .orderBy('id')
      .execute(),
  );
  assert.equal(waiting.length, 4);
  assert.deepEqual(waiting[0]?.refusals, ['kind_not_allowed']);
});

test('a file in the folder is taken once, moved away, and one that is no invoice says why', async () => {
  const house = await newTenant();
  const folder = await mkdtemp(join(tmpdir(), 'invoice-folder-'));
  after(() => rm(folder, { recursive: true, force: true }));
  const inbox = join(folder, house.tenant.slug);
  await mkdir(inbox);
  const put = async (name: string, content: string) => {
    await writeFile(join(inbox, name), content);
    const old = new Date('2026-01-01');
    await utimes(join(inbox, name), old, old);
  };
  const watched = watchFolder(
    {
      folder,
      mostBytes: 100_000,
      tooLarge: 'For stor',
      onError: (error) => assert.fail(String(error)),
      take: async (_, file) => {
        const taken = await house.tx((tx) => takeFromFolder(tx, file));
        return taken.ok ? { ok: true } : { ok: false, why: fileRefusalSentence(taken.refusal, 'da') };
      },
    },
    3_600_000,
  );
  after(() => watched.stop());
  await put('a.xml', xml('31'));
  await put('note.xml', '<html><body>Hej</body></html>');
  await put('stor.xml', 'x'.repeat(100_001));
  await put('halv.part', xml('32'));
  assert.equal(await watched.look(), 3);
  // A stop between keeping and moving: the file comes again, and is known.
  await put('a.xml', xml('31'));
  assert.equal(await watched.look(), 1);
  assert.deepEqual(
    (await kept(house)).map(({ number, way }) => [number, way]),
    [['31', 'folder']],
  );
  assert.deepEqual((await readdir(inbox)).sort(), ['afvist', 'halv.part', 'modtaget']);
  assert.deepEqual((await readdir(join(inbox, 'modtaget'))).sort(), ['a-2.xml', 'a.xml']);
  const files = await house.tx((tx) => tx.sql.selectFrom('file').select('name').execute());
  assert.deepEqual(
    files.map(({ name }) => name),
    ['a.xml'],
    'what is refused is not kept',
  );
  assert.match(await readFile(join(inbox, 'afvist', 'note.xml.hvorfor.txt'), 'utf8'), /faktura/);
  assert.match(await readFile(join(inbox, 'afvist', 'stor.xml.hvorfor.txt'), 'utf8'), /For stor/);
});
