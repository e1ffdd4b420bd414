import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { arrivedMail, startDevSmtp } from '../../dev/smtp.ts';
import { testDatabase } from '../../testing/database.ts';
import { isMailAddress, type Mail, MailNotTaken, openMailCarrier } from './mail.ts';
import { type Message, messageHtml, messageText } from './message.ts';

const { db } = await testDatabase();
const smtp = await startDevSmtp({ database: db, port: 0 });
const carrier = openMailCarrier({ url: smtp.url, from: 'Grobund <post@grobund.test>' });
after(async () => {
  carrier.close();
  await smtp.close();
});

const mail: Mail = { id: '1', to: 'mette@example.dk', senderName: 'Lyngbakken', subject: 'Hej', text: 'Hej Mette' };

async function arrived(to: string) {
  return (await arrivedMail(db, { to }))[0];
}

test('a mail arrives with Danish letters, the sender by name, and one click to stop', async () => {
  await carrier.send({
    ...mail,
    to: 'aase@example.dk',
    senderName: 'Boligforeningen Ærø & Å',
    subject: 'Vil du bære stole på lørdag? Æblekage følger',
    text: 'Kære Åse',
    html: '<p>Kære Åse</p>',
    unsubscribe: 'https://grobund.test/beskeder/abc',
  });
  const got = await arrived('aase@example.dk');
  assert.equal(got?.subject, 'Vil du bære stole på lørdag? Æblekage følger');
  assert.match(got?.text ?? '', /Kære Åse/);
  assert.match(got?.html ?? '', /Kære Åse/);
  assert.equal(got?.headers['list-unsubscribe'], '<https://grobund.test/beskeder/abc>');
  assert.equal(got?.headers['list-unsubscribe-post'], 'List-Unsubscribe=One-Click');
  assert.equal(got?.headers['message-id'], '<1@grobund.test>');
  assert.match(got?.headers.from ?? '', /post@grobund\.test/);
});

test('what a person typed cannot begin a new header', async () => {
  const trick = 'Hej\r\nBcc: spion@example.com\r\n\r\nHele listen';
  await carrier.send({ ...mail, to: 'trick@example.dk', subject: trick, senderName: `Bo\r\nBcc: spion@example.com` });
  const got = await arrived('trick@example.dk');
  assert.equal(got?.headers.bcc, undefined);
  assert.match(got?.subject ?? '', /^Hej Bcc: spion/);
  assert.equal((await arrivedMail(db, { to: 'spion@example.com' })).length, 0);
  for (const to of ['a@b.dk\r\nBcc: c@d.dk', 'a@b.dk, c@d.dk', 'a@b.dk>,<c@d.dk', 'Bo <a@b.dk>', 'a b@c.dk', '']) {
    await assert.rejects(carrier.send({ ...mail, to }), MailNotTaken, to);
    assert.equal(isMailAddress(to), false, to);
  }
});

test('an address that does not exist is not tried again, a busy one is', async () => {
  const failing = async (to: string) =>
    carrier.send({ ...mail, to }).then(
      () => null,
      (error: unknown) => error as MailNotTaken,
    );
  assert.deepEqual(await failing('findes-ikke@example.dk').then((error) => [error?.code, error?.forever]), [
    'no_address',
    true,
  ]);
  assert.equal((await failing('optaget@example.dk'))?.forever, false);
  const nobody = openMailCarrier({ url: 'smtp://127.0.0.1:1', from: 'post@grobund.test' });
  const error = await nobody.send(mail).then(
    () => null,
    (reason: unknown) => reason as MailNotTaken,
  );
  assert.deepEqual([error?.code, error?.forever], ['unreachable', false]);
  assert.equal(error?.message.includes(mail.to), false, 'the address is not told to the log');
  nobody.close();
});

test('text and HTML say the same, and nothing is loaded from anywhere', () => {
  const message: Message = {
    language: 'da',
    subject: 'Din tur',
    parts: [
      { kind: 'paragraph', text: 'Mette & <b>Bo</b> spørger' },
      { kind: 'code', text: '123 456' },
      { kind: 'button', label: 'Svar Mette', href: 'https://grobund.test/din-tur?a=1&b=2' },
      { kind: 'list', items: [{ text: 'Suppe', href: 'javascript:alert(1)' }] },
    ],
  };
  const frame = {
    regards: 'Venlig hilsen',
    sender: 'Lyngbakken',
    footer: [{ text: 'Stop her', href: 'https://grobund.test/s' }],
  };
  const text = messageText(message, frame);
  const html = messageHtml(message, frame);
  for (const said of [
    'Mette & <b>Bo</b> spørger',
    '123 456',
    'Svar Mette',
    'https://grobund.test/din-tur?a=1&b=2',
    'Venlig hilsen',
    'Lyngbakken',
    'Stop her',
  ]) {
    assert.ok(text.includes(said), said);
  }
  assert.ok(html.includes('Mette &amp; &lt;b&gt;Bo&lt;/b&gt;'));
  assert.ok(html.includes('href="https://grobund.test/din-tur?a=1&amp;b=2"'));
  assert.equal(/<img|javascript:|url\(|<link|<script/i.test(html), false);
});
