import { signinJobs } from '../modules/signin/public.ts';
import type { House } from './app.ts';
import type { TestPost } from './post.ts';
import type { Reader } from './reader.ts';

/** People at a house's door, each on a device of their own: answers who comes next. */
export function newcomers(): (house: House) => Reader {
  let devices = 0;
  return (house) => {
    devices += 1;
    return house.visitor(`10.0.${devices >> 8}.${devices & 255}`);
  };
}

/** Asks for a code at the sign-in page and reads it in the mail: `code` and `link` are empty when nothing came. */
export async function codeByMail(post: TestPost, house: House, reader: Reader, email: string, retur = '') {
  const page = await reader.post('/log-ind', { adresse: email, retur });
  await post.work(house, signinJobs(post.ways));
  const [mail] = await post.to(email.toLowerCase());
  const code = /(\d{3}) (\d{3})/.exec(mail?.subject ?? '');
  const link = /\/log-ind\/link\/[\w-]+/.exec(mail?.text ?? '')?.[0] ?? '';
  const til = page.root.querySelector('input[name=til]')?.getAttribute('value') ?? '';
  return { page, mail, til, code: code ? `${code[1]}${code[2]}` : '', link };
}

export async function isSignedIn(reader: Reader): Promise<boolean> {
  return (await reader.fetch('/min-side/enheder')).status === 200;
}
