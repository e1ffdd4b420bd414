/** From those who were there to the board's yearly report. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import sharp from 'sharp';
import { downloaded } from './act.ts';
import { follow, look, press, type Stage, sees, tick, wordsOn } from './stage.ts';

/** Three questions: one answers on a telephone without saying who it is, and five slips of paper are typed in; those are told of. */
export async function answers({ comes, town }: Stage, samira: Page, title: string): Promise<void> {
  const kasper = await comes(null);
  await kasper.goto(`${town.baseUrl}/arrangementer`);
  await kasper.getByRole('main').getByRole('link', { name: title }).first().click();
  await follow(kasper, 'Svar på tre spørgsmål');
  await saysItWasGood(kasper);
  await kasper.getByLabel('Vil du sige mere?').fill('Børnene vil have det igen i morgen.');
  await look(kasper, '34-hvordan-var-det');
  await press(kasper, 'Send svar');
  await sees(kasper, 'Tak for dit svar');
  await kasper.context().close();
  await follow(samira, 'Link, plakat og sedler');
  for (let slip = 0; slip < 5; slip += 1) {
    await saysItWasGood(samira);
    await press(samira, 'Gem sedlen');
    await sees(samira, 'Sedlen er skrevet ind.');
  }
  await sees(samira, '6 svar');
  await look(samira, '35-svarsedler');
  await samira.getByText('Slut med at spørge').click();
  await press(samira, 'Luk for svar');
  await sees(samira, 'Syntes, det var godt');
  await look(samira, '36-det-svarede-de');
}

async function saysItWasGood(page: Page): Promise<void> {
  await tick(page, 'Rigtig godt');
  await tick(page, /^\s*Ja\s*$/);
  await tick(page, 'Ja, gerne');
}

/** The fund asks too: how many came is known, and the picture is given once. */
export async function tellsFund({ town }: Stage, samira: Page, came: string, picture: string): Promise<void> {
  const mail = await town.mailTo('samira.haddad@lyngbakken.test', /gik/i);
  const link = new RegExp(`${town.baseUrl}/\\S+`).exec(mail.text)?.[0];
  await samira.goto(link ?? assert.fail(`no link in the mail:\n${mail.text}`));
  assert.equal(await samira.getByLabel('Hvor mange kom?').inputValue(), came, 'counted at the door, not typed again');
  await samira.getByLabel('Hvad var det bedste?').fill('At bordet blev for kort.');
  await samira.getByLabel('Billede', { exact: true }).setInputFiles({
    name: 'bordet.jpg',
    mimeType: 'image/jpeg',
    buffer: await sharp({ create: { width: 640, height: 480, channels: 3, background: '#c58a3c' } })
      .jpeg()
      .toBuffer(),
  });
  await samira.getByLabel('Hvad kan man se?').fill(picture);
  await tick(samira, 'Ingen, man kan kende');
  await tick(samira, 'Jeg har selv taget billedet');
  await tick(samira, 'De har også sagt ja til, at alle må se det');
  await press(samira, 'Læg billedet ved');
  await sees(samira, 'Billedet er lagt ved.');
  await look(samira, '42-tilbagemelding');
  await press(samira, 'Send tilbagemeldingen');
  await sees(samira, 'Tak! Nu ved vi, hvordan det gik.');
  await look(samira, '43-tak');
}

/** What she wrote and her picture are for everybody once somebody has looked. */
export async function showsPicture({ town }: Stage, signe: Page, title: string, picture: string): Promise<void> {
  await signe.goto(`${town.baseUrl}/pulje/ansoegninger`);
  await follow(signe, title);
  await press(signe, 'Vis ordene offentligt');
  await press(signe, `Vis billedet offentligt: ${picture}`);
  await signe.getByRole('button', { name: `Vis det ikke længere: ${picture}` }).waitFor();
}

/** It was held, and the driver says so: her case leads her to it. */
export async function ends(samira: Page, title: string): Promise<void> {
  const initiative = samira.locator('section', { has: samira.getByRole('heading', { name: 'Initiativet' }) });
  await initiative.getByRole('link', { name: title }).click();
  await samira.getByText('Afslut', { exact: true }).click();
  await tick(samira, 'Det blev holdt');
  await samira.getByLabel('Hvad kom der ud af det?').fill('To afdelinger spiste sammen, og fire nye vil hjælpe.');
  await press(samira, 'Afslut initiativet');
  await sees(samira, 'Initiativet er sluttet.');
  await look(samira, '44-afsluttet');
}

/** The draft is written of what is known; it needs a last hand, and an editor's yes. */
export async function tellsStory(samira: Page, signe: Page, said: StoryOf): Promise<void> {
  await press(samira, 'Fortæl historien');
  await look(samira, '45-kladden');
  assert.equal(await samira.getByLabel('Overskrift').inputValue(), said.title);
  for (const known of said.known) {
    const body = await samira.getByLabel('Historien', { exact: true }).inputValue();
    assert.ok(body.includes(known), `${known} is in the draft:\n${body}`);
  }
  await samira.getByLabel('Overskrift').fill(said.heading);
  await tick(samira, said.picture);
  await press(samira, 'Gem');
  await press(samira, 'Send den til redaktionen');
  await sees(samira, 'Tak! Redaktionen har fået historien.');
  await look(samira, '46-sendt');
  await signe.goto(samira.url());
  await press(signe, 'Udgiv');
  await sees(signe, 'Historien er udgivet.');
}

interface StoryOf {
  readonly title: string;
  readonly known: readonly string[];
  readonly heading: string;
  readonly picture: string;
}

/** Anybody reads it, sees the picture, and comes from there back to the initiative. */
export async function readsStory({ comes, town }: Stage, { heading, picture }: StoryOf, title: string): Promise<void> {
  const anybody = await comes(null);
  await anybody.goto(`${town.baseUrl}/historier`);
  await anybody.getByRole('main').getByRole('link', { name: heading }).first().click();
  await anybody.getByRole('img', { name: picture }).first().waitFor();
  await sees(anybody, '36 personer');
  await look(anybody, '47-historien');
  await follow(anybody, 'Læs om initiativet');
  await anybody.getByRole('heading', { level: 1, name: title }).waitFor();
  await sees(anybody, 'satte X (det kunne vi)');
  await sees(anybody, '3 af 9 små opgaver blev gjort.');
  await look(anybody, '48-tilbage-til-krydset');
  await anybody.context().close();
}

/** And whoever ran the workshop comes from the story to the very row that the X is counted in. */
export async function findsX(signe: Page, title: string): Promise<void> {
  await follow(signe, 'Læs om initiativet');
  await follow(signe, 'Se svarene fra workshoppen');
  const row = signe.getByRole('row').filter({ hasText: title });
  await row.first().waitFor();
  await look(signe, '51-krydset');
}

/** What the metric says of the half-year that runs. */
export async function readsMetric({ town }: Stage, inge: Page, name: string): Promise<number> {
  await inge.goto(`${town.baseUrl}/strategi`);
  await inge.getByRole('main').getByRole('link', { name }).first().click();
  const row = inge.getByRole('main').getByRole('row').filter({ hasText: 'ikke slut' });
  await look(inge, '49-maalepunkt');
  return Number(/\d+/.exec((await row.getByRole('cell').first().textContent()) ?? '')?.[0]);
}

/** The report names it on the page, and is taken as PDF: its text. */
export async function readsReport({ town }: Stage, inge: Page, title: string): Promise<string> {
  await inge.goto(`${town.baseUrl}/aarsrapport/2026?udgave=nu`);
  await look(inge, '50-aarsrapport');
  assert.match(await wordsOn(inge), new RegExp(title));
  return (await downloaded(inge, () => press(inge, 'Hent som PDF'))).replace(/\s+/g, ' ');
}
