/** From steps out of the catalogue to a yes from the fund. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { follow, look, type Plan, press, type Stage, sees, wordsOn } from './stage.ts';

/** The driver lets a card of the catalogue help: its steps, small tasks and budget come into what is there. */
export async function takesCard(samira: Page, { title, on }: Plan, card: string): Promise<void> {
  await look(samira, '10-samiras-inderside');
  await follow(samira, card);
  await sees(samira, title);
  await samira.getByLabel('Hvornår vil I gerne?').fill(on);
  await look(samira, '11-brug-kortet');
  await press(samira, 'Læg det til');
  await sees(samira, 'Sådan! Skridt, små opgaver og budget er lagt til.');
  await sees(samira, 'Del arbejdet i små opgaver, og spørg folk om én hver.');
  await look(samira, '12-skridt-og-opgaver');
}

/** One page, of which everything is known but where the food is bought. */
export async function applies(samira: Page, said: Plan): Promise<void> {
  await follow(samira, 'Søg puljen');
  await look(samira, '13-ansoegning');
  const value = (label: string) => samira.getByLabel(label, { exact: true }).inputValue();
  assert.equal(await value('Hvad vil I lave?'), said.title);
  assert.equal(await value('Fortæl, hvad der skal ske'), said.what);
  assert.equal(await value('Første dag'), said.on);
  assert.equal(await value('Hvor mange kommer der, tror du?'), '60');
  assert.equal(await value('Hvad, linje 1'), 'Mad til 60');
  assert.equal(await value('Beløb, linje 1'), '2.400');
  for (const department of said.where) assert.ok(await samira.getByLabel(department).isChecked(), department);
  await samira.getByLabel('Købes hos, linje 1').fill('Vesterby Brugs');
  await samira.getByLabel('Sig lidt mere om det').fill('De to afdelinger deler hegn og har aldrig spist sammen.');
  await press(samira, 'Send ansøgningen');
  await sees(samira, 'Tak! Vi har fået din ansøgning.');
  await look(samira, '14-kvittering');
}

/** The consultant advises, and the chair of the board says yes: each from what waits for them. */
export async function saysYes({ comes, town }: Stage, signe: Page, title: string): Promise<void> {
  await fromTurns(signe, town.baseUrl, title);
  await press(signe, 'Jeg går i gang');
  await signe.getByText('Giv et råd').click();
  const advice = signe.locator('form[action$="/raad"]');
  await advice.locator('label').filter({ hasText: 'Ja' }).first().click();
  assert.equal(await advice.getByLabel('Beløb').inputValue(), '2.700', 'what is sought is not typed again');
  await advice.getByLabel('Begrundelse').fill('To afdelinger mødes. Det er billigt.');
  await look(signe, '15-raad');
  await press(signe, 'Send til beslutning');
  await sees(signe, 'Dit råd er givet videre.');
  const inge = await comes('Inge Falkenberg');
  await fromTurns(inge, town.baseUrl, title);
  await look(inge, '16-beslutning');
  await press(inge, 'Ja til 2.700 kr.');
  await sees(inge, 'Beslutningen er skrevet.');
  await inge.context().close();
}

async function fromTurns(page: Page, baseUrl: string, title: string): Promise<void> {
  await page.goto(`${baseUrl}/din-tur`);
  await page
    .getByRole('link')
    .filter({ hasText: /ansøgning/i })
    .last()
    .click();
  await page.getByRole('heading', { level: 1, name: title }).waitFor();
}

/** The letter is mailed, and the case shows the slip for the shop and the way on. */
export async function hearsYes({ town }: Stage, samira: Page, title: string): Promise<void> {
  const mail = await town.mailTo('samira.haddad@lyngbakken.test', /ja|tilsagn/i);
  assert.match(mail.text, /2\.700 kr\./);
  const link = new RegExp(`${town.baseUrl}/\\S+`).exec(mail.text)?.[0];
  await samira.goto(link ?? assert.fail(`no way on in the mail:\n${mail.text}`));
  await samira.getByRole('heading', { level: 1, name: title }).waitFor();
  await look(samira, '17-tilsagn');
  assert.match(await wordsOn(samira), /2\.700 kr\./);
}
