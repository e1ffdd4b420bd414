import assert from 'node:assert/strict';
import { createHash, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Reader } from '../../src/testing/reader.ts';
import type { House } from './house.ts';

/** Something that was asked of the house. `acknowledged` is what the person was told, before or after the kill. */
export interface Deed {
  acknowledged: boolean;
}

export interface IdeaPost extends Deed {
  readonly said: string;
  /** What the form carries, so that "send" pressed again after an error is the same idea: of the same device's alone. */
  readonly once: string;
  readonly device: Reader;
}

export interface Upload extends Deed {
  readonly sha256: Buffer;
}

export interface MailWish extends Deed {
  readonly to: string;
}

export interface ImportedFile extends Deed {
  readonly street: string;
  readonly homes: number;
}

export interface TakenBackup extends Deed {
  readonly path: string;
  /** What had been acknowledged when it began. */
  readonly before: Pick<Deeds, 'ideas' | 'uploads'>;
}

/** Everything that was ever asked. */
export interface Deeds {
  readonly ideas: IdeaPost[];
  readonly uploads: Upload[];
  readonly mails: MailWish[];
  readonly imports: ImportedFile[];
  readonly backups: TakenBackup[];
}

const HOMES = 25;

/** Lets people do things until told to stop, each as fast as the house answers. Answers what ends them. */
export function keepBusy(house: House, deeds: Deeds, round: number): () => Promise<void> {
  let busy = true;
  const again = async (work: () => Promise<void>) => {
    while (busy) {
      // A connection that breaks, a page that says that something went wrong: nothing was acknowledged.
      await work().catch(() => sleep(20));
    }
  };
  const kinds = [
    () => postIdea(house, deeds),
    () => sendInvoice(house, deeds),
    () => askForCode(house, deeds),
    () => importHomes(house, deeds),
  ];
  const work = kinds.map(again);
  const backup = round % 3 === 0 ? takeBackup(house, deeds) : null;
  return async () => {
    busy = false;
    backup?.kill();
    await Promise.all([...work, backup?.ended]);
  };
}

/** Whoever saw an error presses "send" again; else somebody has a new idea. */
async function postIdea(house: House, { ideas }: Deeds): Promise<void> {
  const open = ideas.find(({ acknowledged }) => !acknowledged);
  const said = open?.said ?? `Idé nummer ${ideas.length}`;
  const idea: IdeaPost = open ?? { said, once: randomUUID(), device: house.visitor(), acknowledged: false };
  if (!open) ideas.push(idea);
  const { once, device } = idea;
  const contact = `ide-${ideas.indexOf(idea)}@prove.test`;
  const answer = await device.fetch('/ideer/ny', posted(new URLSearchParams({ said, once, contact })));
  if (answer.status === 303) idea.acknowledged = true;
}

async function sendInvoice(house: House, { uploads }: Deeds): Promise<void> {
  const bytes = Buffer.from(`%PDF-1.4\n% ${uploads.length} ${'æ'.repeat(30_000)}\n%%EOF\n`);
  const upload = { sha256: createHash('sha256').update(bytes).digest(), acknowledged: false };
  uploads.push(upload);
  const body = new FormData();
  body.append('file', new File([bytes], `regning-${uploads.length}.pdf`, { type: 'application/pdf' }));
  const answer = await house.visitor().fetch('/faktura', posted(body));
  if (answer.status === 303) upload.acknowledged = true;
}

/** An address that nobody has is told so, once, by a mail. */
async function askForCode(house: House, { mails }: Deeds): Promise<void> {
  const wish = { to: `fremmed-${mails.length}@prove.test`, acknowledged: false };
  mails.push(wish);
  const answer = await house.visitor().fetch('/log-ind', posted(new URLSearchParams({ adresse: wish.to })));
  if (answer.status === 303) wish.acknowledged = true;
}

async function importHomes(house: House, { imports }: Deeds): Promise<void> {
  const number = imports.length;
  const street = `Prøvevænget ${number}`;
  const rows = Array.from(
    { length: HOMES },
    (_, at) => `77;Prøvebakken;${number * HOMES + at};"Drabevej${number} ${at + 1}";8000;Vesterby`,
  );
  const csv = `Afd.nr;Afdeling;Lejemålsnr;Adresse;Postnr;By\n${rows.join('\n')}\n`;
  const file = { street: `Drabevej${number}`, homes: HOMES, acknowledged: false };
  imports.push(file);
  const page = await house.staff().get('/import');
  const preview = await page.submit('Læs filen', { file: new File([csv], `${street}.csv`, { type: 'text/csv' }) });
  assert.match(preview.text, new RegExp(`${HOMES} nye boliger`));
  const running = await preview.submit('Hent dem ind');
  assert.equal(running.status, 200);
  file.acknowledged = true;
  // A file is some work; the others are to have their turn.
  await sleep(400);
}

/** A backup while nobody kills anything, of a house in which each thing has just been done: the next kill finds all of it. */
export async function takeBackupCalmly(house: House, deeds: Deeds): Promise<TakenBackup> {
  await postIdea(house, deeds);
  await sendInvoice(house, deeds);
  await askForCode(house, deeds);
  await importHomes(house, deeds);
  const { taken, ended } = takeBackup(house, deeds);
  await ended;
  return taken;
}

function takeBackup(house: House, { backups, ideas, uploads }: Deeds) {
  const path = join(house.folder, `kopi-${backups.length}.grobund`);
  const taken: TakenBackup = {
    path,
    before: { ideas: ideas.filter(isAcknowledged), uploads: uploads.filter(isAcknowledged) },
    acknowledged: false,
  };
  backups.push(taken);
  const { ended, kill } = house.command('backup', path);
  const done = ended.then((code) => {
    taken.acknowledged = code === 0;
  });
  return { taken, ended: done, kill };
}

export function isAcknowledged({ acknowledged }: Deed): boolean {
  return acknowledged;
}

function posted(body: URLSearchParams | FormData): RequestInit {
  return { method: 'POST', body, headers: { 'sec-fetch-site': 'same-origin' } };
}
