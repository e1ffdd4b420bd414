/** From the shop's slip to money that left the house. */
import assert from 'node:assert/strict';
import type { Page } from 'playwright-core';
import { LYNGBAKKEN } from '../../src/demo/places.ts';
import type { Day } from '../../src/kernel/day.ts';
import { kroner } from '../../src/kernel/money.ts';
import { oioubl } from '../../src/modules/decide/invoices/seed.ts';
import { downloaded } from './act.ts';
import { follow, look, press, type Stage, sees } from './stage.ts';

/** From the tasks back to the initiative, and on to its money: the driver prints the slip that she shows in the shop. */
export async function getsSlip(samira: Page, title: string): Promise<Slip> {
  await samira.getByRole('main').getByRole('link', { name: title }).first().click();
  await follow(samira, /^P-\d{4}$/);
  const slip = await downloaded(samira, () => press(samira, 'Hent én seddel'));
  const code =
    /Kode\s*([0-9A-Z]{5}[^0-9A-Z]+[0-9A-Z]{5})/.exec(slip)?.[1] ?? assert.fail(`no code on the slip:\n${slip}`);
  const reference = /P-\d{4}/.exec(slip)?.[0] ?? assert.fail(`no reference on the slip:\n${slip}`);
  return { code, reference };
}

interface Slip {
  readonly code: string;
  readonly reference: string;
}

/** The shop has no account: the slip is its way in. */
export async function sendsInvoice({ comes, town }: Stage, { code, reference }: Slip, on: Day): Promise<void> {
  const shop = await comes(null);
  await shop.goto(`${town.baseUrl}/seddel`);
  await shop.getByLabel('Koden på sedlen').fill(code);
  await press(shop, 'Se sedlen');
  await follow(shop, 'Send fakturaen her');
  assert.equal(await shop.getByLabel('Reference').inputValue(), reference, 'the slip fills in the reference');
  const buyer = { name: LYNGBAKKEN.name, cvr: LYNGBAKKEN.cvr };
  const lines = [{ name: 'Mad til 60', price: kroner(2_080) }];
  await shop.getByLabel('Filen').setInputFiles({
    name: 'faktura-2091.xml',
    mimeType: 'application/xml',
    buffer: Buffer.from(oioubl({ number: '2091', issueDate: on, reference, buyer, lines })),
  });
  await press(shop, 'Send fakturaen');
  await sees(shop, /Tak/);
  await shop.context().close();
}

/** The consultant accepts it; two approve, and one of them makes the bank's file. */
export async function paysIt({ comes, town }: Stage, signe: Page, title: string, { reference }: Slip): Promise<void> {
  await signe.goto(`${town.baseUrl}/fakturaer`);
  await signe.getByRole('row').filter({ hasText: title }).getByRole('link').first().click();
  await look(signe, '40-faktura');
  await press(signe, 'Godkend 2.600 kr. til betaling');
  await sees(signe, 'Fortryd');
  const lise = await comes('Lise Krogh');
  await approves(lise, town.baseUrl, reference, 'Første');
  const karen = await comes('Karen Mose');
  await approves(karen, town.baseUrl, reference, 'Anden');
  await karen.context().close();
  await lise.goto(`${town.baseUrl}/betalinger/eksport`);
  await lise
    .getByLabel(/til Vesterby Brugs med/)
    .last()
    .check();
  await press(lise, 'Lav filen');
  await sees(lise, 'Filen er klar.');
  await lise.locator('summary').filter({ hasText: 'Alle i filen er betalt' }).click();
  await press(lise, 'Alle i filen er betalt');
  await sees(lise, /nu som betalt/);
  await lise.context().close();
}

async function approves(page: Page, baseUrl: string, reference: string, turn: 'Første' | 'Anden'): Promise<void> {
  await page.goto(`${baseUrl}/betalinger`);
  await page.getByRole('link', { name: new RegExp(`^${turn} godkendelse`) }).click();
  await page.getByRole('row').filter({ hasText: reference }).getByRole('link').first().click();
  await press(page, 'Godkend betalingen');
  await sees(page, /^Tak\. /);
}

/** It stands on her case without anybody writing to her. */
export async function seesPaid(samira: Page): Promise<void> {
  await samira.reload();
  await samira.locator('[aria-current="step"]').filter({ hasText: 'Betalt' }).waitFor();
  await look(samira, '41-betalt');
}
