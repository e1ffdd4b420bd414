import type { Page } from 'playwright-core';
import type { Day } from '../../src/kernel/day.ts';
import { expectNoSidewaysScroll } from '../../src/testing/axe.ts';
import { shoot, type TestBrowser } from '../../src/testing/browser.ts';
import type { Town } from '../town.ts';

const PHONE = 390;

/** What somebody types once, and is never asked for again. */
export interface Plan {
  readonly title: string;
  readonly what: string;
  readonly place: string;
  /** Names of departments. */
  readonly where: readonly string[];
  readonly on: Day;
}

/** The town, and a way for its people to come on, each on a telephone of their own. */
export interface Stage {
  readonly town: Town;
  /** Somebody signed in at their first page; null: a person without an account. */
  comes(name: string | null): Promise<Page>;
  /** From /dev, as a developer moves the clock. */
  passes(...moves: readonly ClockMove[]): Promise<void>;
}

type ClockMove = '30 dage frem' | '7 dage frem' | 'En dag frem' | 'Til klokken 9';

export function openStage(town: Town, browser: TestBrowser): Stage {
  return {
    town,
    comes: async (name) => {
      const cookies = name ? await town.signIn(name) : [];
      return browser.newPage({ baseUrl: town.baseUrl, width: PHONE, cookies });
    },
    async passes(...moves) {
      const anybody = await browser.newPage();
      for (const move of moves) {
        await anybody.goto(`${town.baseUrl}/dev`);
        await anybody.getByRole('button', { name: move, exact: true }).click();
        await anybody.getByText('Uret er flyttet.').waitFor();
      }
      await anybody.context().close();
    },
  };
}

export function press(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('main').getByRole('button', { name, exact: true }).first().click();
}

export function follow(page: Page, name: string | RegExp): Promise<void> {
  return page.getByRole('main').getByRole('link', { name, exact: true }).first().click();
}

export function sees(page: Page, words: string | RegExp): Promise<void> {
  return page.getByRole('main').getByText(words).first().waitFor();
}

/** By its words, which are the larger target. */
export function tick(page: Page, words: string | RegExp): Promise<void> {
  return page.locator('main label').filter({ hasText: words }).first().click();
}

/** All that stands on the page, for reading. */
export async function wordsOn(page: Page): Promise<string> {
  return (await page.getByRole('main').textContent()) ?? '';
}

export async function look(page: Page, name: string): Promise<void> {
  await expectNoSidewaysScroll(page);
  await shoot(page, name);
}
