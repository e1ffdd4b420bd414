import type { Page } from 'playwright-core';
import type { Visit } from './accessibility.ts';
import { type Form, type How, submitForm } from './forms.ts';
import type { Lane } from './lane.ts';

/** A form, and the forms that were sent before it where it stands on the page that answers them. */
export interface Found {
  readonly visit: Visit;
  readonly after: readonly { readonly form: Form; readonly how: How }[];
  readonly form: Form;
}

/** Those that lead to the tenant, with their way inside it. */
export function formsInside(lane: Lane, forms: readonly Form[]): Form[] {
  return forms.flatMap((form) => {
    const action = lane.within(form.action);
    return action === null ? [] : [{ ...form, action, name: `${form.method} ${action.split('?')[0]}` }];
  });
}

/** Is it the same form, on another page? */
export function isSame(one: Form, other: Form): boolean {
  return one.method === other.method && one.action === other.action && one.shape === other.shape;
}

/** A form on the page that is open. */
export interface Open {
  readonly page: Page;
  readonly form: Form;
}

/** What came of sending a form. */
export type Sent =
  | { readonly kind: 'problem'; readonly problem: string }
  | { readonly kind: 'answer'; readonly page: Page; readonly status: number; readonly html: boolean };

/** Goes to the page, through the forms before it, and sends the form. */
export async function sendAfter(lane: Lane, { visit, after, form }: Found, how: How): Promise<Sent> {
  const here = await lane.go(visit, 'narrow');
  if (here.kind === 'problem') return here;
  if (here.kind === 'file') return { kind: 'problem', problem: 'became a file' };
  const { page } = here;
  for (const step of after) await submitForm(page, step.form, step.how);
  return sendOn(page, form, how);
}

/** Sends the form from the page as it stands. */
export async function sendOn(page: Page, form: Form, how: How): Promise<Sent> {
  const answer = await submitForm(page, form, how);
  if (answer.kind === 'gone') return { kind: 'problem', problem: 'is not on the page any more' };
  if (answer.kind === 'nothing') return { kind: 'problem', problem: 'nothing happened' };
  return { ...answer, page };
}
