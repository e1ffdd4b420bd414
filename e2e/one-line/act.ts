/** From the yes to the day itself: the event, nine small tasks, four who are asked, and those who came. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { readPdf } from '../../src/platform/documents/pdf-reading.ts';
import { follow, look, type Plan, press, type Stage, sees, tick } from './stage.ts';

/** What is held: only the hour is new. */
export async function setsDay(samira: Page, said: Plan): Promise<void> {
  await follow(samira, 'Sæt en dag på');
  await look(samira, '20-nyt-arrangement');
  const value = (label: string) => samira.getByLabel(label, { exact: true }).inputValue();
  assert.equal(await value('Hvad hedder det?'), said.title);
  assert.equal(await value('Skriv til dem, der skal komme'), said.what);
  assert.equal(await value('Dag'), said.on);
  assert.equal(await value('Sted'), said.place);
  assert.equal(await samira.getByLabel('Hvor mange regner I med?').inputValue(), '60');
  for (const department of said.where) assert.ok(await samira.getByLabel(department).isChecked(), department);
  await samira.getByLabel('Begynder kl.').fill('17:30');
  await press(samira, 'Sæt det på kalenderen');
  await sees(samira, 'Det står på kalenderen.');
  await look(samira, '21-til-dem-der-arrangerer');
}

/** Eight came with the card; the ninth is her own. */
export async function cutsNinth(samira: Page, title: string, says: string): Promise<void> {
  await sees(samira, '8 små opgaver: 8 mangler en hånd, 0 er gjort.');
  await samira.locator('#opgaver').getByRole('link', { name: title, exact: true }).click();
  await samira.getByText('Læg en opgave til').click();
  await samira.getByLabel('Hvad skal gøres?').fill(says);
  await press(samira, 'Læg den til');
  await sees(samira, '9 små opgaver: 9 mangler en hånd, 0 er gjort.');
  await look(samira, '22-ni-opgaver');
}

/** One gets a link, and says yes. */
export async function asksByLink({ comes }: Stage, samira: Page, task: string): Promise<void> {
  const link = await asks(samira, task, 'Hej Emil, har du tyve minutter?', 'Med et link, jeg selv giver videre');
  const emil = await comes(null);
  await emil.goto(link);
  await sees(emil, 'Samira');
  await tick(emil, 'Ja, det vil jeg gerne');
  await emil.getByLabel('Hvad må vi kalde dig?').fill('Emil');
  await look(emil, '24-svar');
  await press(emil, 'Send svar');
  await sees(emil, 'Tusind tak!');
  await emil.context().close();
}

/** One gets a mail, and would rather do something smaller. */
export async function asksByMail({ comes, town }: Stage, samira: Page, task: string, instead: string): Promise<void> {
  const address = 'ulrik@example.dk';
  await asks(samira, task, 'Hej Ulrik, vil du give en hånd?', 'Med en mail', address);
  const mail = await town.mailTo(address, /.*/);
  const link = new RegExp(`${town.baseUrl}/s/\\S+`).exec(mail.text)?.[0];
  const ulrik = await comes(null);
  await ulrik.goto(link ?? assert.fail(`no way to answer in the mail:\n${mail.text}`));
  await tick(ulrik, 'Gerne noget mindre');
  await press(ulrik, 'Send svar');
  await tick(ulrik, instead);
  await ulrik.getByLabel('Hvad må vi kalde dig?').fill('Ulrik');
  await look(ulrik, '25-noget-mindre');
  await press(ulrik, 'Send svar');
  await sees(ulrik, 'Tusind tak!');
  await ulrik.context().close();
}

/** One gets a slip of paper; the consultant types the answer in. */
export async function asksOnPaper({ town }: Stage, samira: Page, signe: Page, task: string): Promise<void> {
  await asks(samira, task, 'Kære Aksel, vil du hjælpe?', 'Med en seddel på papir');
  const slip = await downloaded(samira, () => follow(samira, 'Hent sedlen som PDF'));
  const code = /Din kode: ([0-9A-Z]{5}.[0-9A-Z]{5})/.exec(slip)?.[1] ?? assert.fail(`no code on the slip:\n${slip}`);
  await signe.goto(`${town.baseUrl}/opgaver`);
  await follow(signe, 'Skriv et svar ind');
  await signe.getByLabel('Koden på sedlen').fill(code);
  await press(signe, 'Videre');
  await tick(signe, 'Ja, det vil jeg gerne');
  await tick(signe, 'På papir');
  await signe.getByLabel('Hvad må vi kalde dig?').fill('Aksel');
  await look(signe, '26-fra-papir');
  await press(signe, 'Send svar');
  await sees(signe, 'Tusind tak!');
}

/** One has no time, and that is a good answer too. */
export async function asksAnother({ comes }: Stage, samira: Page, task: string): Promise<void> {
  const link = await asks(samira, task, 'Hej Line, kan du?', 'Med et link, jeg selv giver videre');
  const line = await comes(null);
  await line.goto(link);
  await tick(line, 'En anden gang');
  await press(line, 'Send svar');
  await sees(line, 'Tak for svaret. En anden gang er et godt svar.');
  await line.context().close();
  await follow(samira, 'Til opgaverne');
  const table = samira.getByRole('table');
  for (const answer of ['Noget mindre', 'En anden gang']) await table.getByText(answer).first().waitFor();
  await sees(samira, '9 små opgaver: 6 mangler en hånd, 0 er gjort.');
  await look(samira, '27-fire-er-spurgt');
}

/** Asks somebody for a task of the job that is shown; answers the link to give on, or ''. */
async function asks(samira: Page, task: string, words: string, way: string, address = ''): Promise<string> {
  if (await samira.getByRole('link', { name: 'Til opgaverne' }).count()) await follow(samira, 'Til opgaverne');
  await follow(samira, new RegExp(`^Spørg en nabo ?: ${task}`));
  await samira.getByLabel('Dine egne ord').fill(words);
  await tick(samira, way);
  if (address) await samira.getByLabel('Mailadresse eller mobilnummer').fill(address);
  await press(samira, 'Lav spørgsmålet');
  await sees(samira, words);
  await look(samira, `23-spurgt-${way.slice(0, 10)}`);
  const link = samira.getByRole('link', { name: /\/s\// });
  return (await link.count()) ? ((await link.getAttribute('href')) ?? '') : '';
}

/** A neighbour without an account finds it on the initiative's page and signs up. */
export async function signsUp({ comes, town }: Stage, title: string): Promise<void> {
  const kasper = await comes(null);
  await kasper.goto(`${town.baseUrl}/arrangementer`);
  await kasper.getByRole('main').getByRole('link', { name: title }).first().click();
  await look(kasper, '28-arrangementet');
  await follow(kasper, 'Meld jer til');
  await kasper.getByLabel('Navn').fill('Kasper');
  await kasper.getByLabel('Voksne').fill('2');
  await kasper.getByLabel('Børn').fill('3');
  await kasper.getByLabel('E-mail').fill('kasper@example.dk');
  await tick(kasper, 'En nabo');
  await look(kasper, '29-meld-jer-til');
  await press(kasper, 'Meld til');
  await sees(kasper, 'Tak! I er tilmeldt.');
  await look(kasper, '30-tilmeldt');
  await kasper.context().close();
}

/** On the day: one household is ticked at the door, others just came. */
export async function checksIn({ town }: Stage, samira: Page, title: string): Promise<void> {
  await samira.goto(town.baseUrl);
  await samira.getByRole('navigation').getByRole('link', { name: 'Arrangementer' }).first().click();
  await samira.getByRole('main').getByRole('link', { name: title }).first().click();
  await follow(samira, 'Til dem, der arrangerer');
  await look(samira, '31-paa-dagen');
  await follow(samira, 'Se tilmeldte, og sæt hak');
  await press(samira, 'Kasper er her');
  await sees(samira, 'Kasper er her.');
  await samira.locator('#walk-adults').fill('31');
  await look(samira, '32-ved-doeren');
  await press(samira, 'Ved ikke');
  await sees(samira, 'Talt.');
  await press(samira, 'Gem, hvor mange der kom');
  await sees(samira, 'Gemt: Der kom 36.');
  await look(samira, '33-der-kom-36');
}

/** What was done is ticked off, so that it counts. */
export async function ticksOff(samira: Page, title: string, tasks: readonly string[]): Promise<void> {
  await samira.getByRole('main').getByRole('link', { name: title }).first().click();
  await samira.locator('#opgaver').getByRole('link', { name: title, exact: true }).click();
  for (const task of tasks) {
    const card = samira.getByRole('main').getByRole('listitem').filter({ hasText: task });
    await card.locator('summary').first().click();
    await card.getByRole('button', { name: 'Den er gjort' }).click();
    await sees(samira, 'Godt gået! Opgaven er gjort.');
  }
  await sees(samira, '9 små opgaver: 6 mangler en hånd, 3 er gjort.');
  await look(samira, '37-tre-er-gjort');
}

export async function downloaded(page: Page, press: () => Promise<void>): Promise<string> {
  const coming = page.waitForEvent('download');
  await press();
  const { pages } = await readPdf(new Uint8Array(readFileSync(await (await coming).path())));
  return pages.join('\n');
}
