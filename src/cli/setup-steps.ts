import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { readTable } from '../engines/table/read-table.ts';
import { ownOrganisation } from '../modules/housing/public.ts';
import {
  fundForm,
  houseForm,
  invitationForm,
  invitedTo,
  letIn,
  lettersOfFile,
  lineSaid,
  linesOfTable,
  lookForm,
  noteSeen,
  openFirstFund,
  papersText,
  posterOf,
  proposalFrom,
  readLines,
  type StepName,
  saveHouse,
  saveLook,
  setupForms,
  setupProgress,
  tellPrinted,
  usualWording,
  writeInvitation,
} from '../modules/setup/public.ts';
import {
  confirmImport,
  fileWords,
  importById,
  importNextRows,
  problemSaid,
  problemsOf,
  uploadTenancies,
} from '../modules/tenancy-import/public.ts';
import type { TenantDb } from '../platform/db/tenant-db.ts';
import { brandOf } from '../platform/documents/brand.ts';
import { renderPdf } from '../platform/documents/pdf.ts';
import type { DocumentSpec } from '../platform/documents/spec.ts';
import { type Answers, given } from './setup-answers.ts';
import { type Asker, fill, type Question, type Typed } from './setup-ask.ts';
import { setupCliText } from './setup-text.ts';

const MOST_PROBLEMS = 100;

/** One transaction in the house. */
export type Inside = <T>(work: (tx: TenantDb) => Promise<T>) => Promise<T>;

/** What a step is done with. */
export interface Bench {
  readonly inside: Inside;
  readonly answers: Answers;
  readonly asker: Asker;
  /** Absolute path of a file that the answers name. */
  file(path: string): string;
  say(line: string): void;
}

/** Each step as the answers have it; those that they do not mention wait for the browser. */
export const DOERS: Readonly<Record<Exclude<StepName, 'house'>, (bench: Bench) => Promise<void>>> = {
  look: doLook,
  homes: doHomes,
  people: doPeople,
  fund: doFund,
  invitation: doInvitation,
  checks: doChecks,
};

function houseQuestions(asker: Asker): readonly Question[] {
  const words = setupForms(asker.language).house;
  return [
    { field: 'name', words: words.name },
    { field: 'cvr', words: words.cvr },
    { field: 'streetLine', words: words.street },
    { field: 'postcode', words: words.postcode },
    { field: 'city', words: words.city },
    { field: 'phone', words: words.phone },
    { field: 'email', words: words.email },
    { field: 'language', words: `${words.language} da/en`, usual: asker.language },
  ];
}

export function readHouse(asker: Asker, given: Typed) {
  return fill(asker, houseForm(asker.language), houseQuestions(asker), given);
}

export { saveHouse };

async function doLook({ answers, asker, inside, file }: Bench): Promise<void> {
  const { logo, ...typed } = answers.look ?? {};
  const read = await fill(asker, lookForm(asker.language), [], typed);
  const picture = logo ? { name: basename(logo), bytes: await bytesOf(asker, file(logo)) } : null;
  const saved = await inside((tx) => saveLook(tx, { colour: read.colour, logo: picture }));
  if (!saved.ok) throw new Error(setupForms(asker.language).problems.logo[saved.refusal]);
}

async function doHomes({ answers, asker, inside, file, say }: Bench): Promise<void> {
  const path = file(answers.homes?.file ?? '');
  const words = setupCliText(asker.language);
  const upload = { name: basename(path), bytes: await bytesOf(asker, path) };
  const taken = await inside((tx) => uploadTenancies(tx, upload, fileWords(tx.tenant.language)));
  if (!taken.ok) throw new Error(`${path}: ${words.file_problem[taken.refusal]}`);
  const id = taken.value;
  const staged = await inside((tx) => importById(tx, id));
  if (!staged || staged.rowsTotal === 0) throw new Error(`${path}: ${words.columns}`);
  const confirmed = await inside((tx) => confirmImport(tx, id, fileWords(tx.tenant.language)));
  if (!confirmed.ok) throw new Error(`${path}: ${words.confirm}`);
  for (let after: number | null = 0; after !== null; ) {
    const from: number = after;
    after = await inside((tx) => importNextRows(tx, id, from));
  }
  const done = await inside((tx) => importById(tx, id));
  const [created, refused] = [done?.created ?? 0, done?.refused ?? 0];
  say(words.rows(created, refused));
  const problems = await inside((tx) => problemsOf(tx, id, MOST_PROBLEMS));
  for (const one of problems) say(`    ${problemSaid(one, asker.language)}`);
  if (refused > 0) say(words.rowsAgain(problems.length));
}

async function doPeople({ answers, asker, inside, file }: Bench): Promise<void> {
  const { people } = answers;
  if (!people) return;
  const written = Array.isArray(people)
    ? people
        .map((one) => [one.name, one.email, one.phone, one.role, one.department, one.until])
        .map((cells) => cells.map((cell) => (cell ?? '').replaceAll(';', ',')).join('; '))
        .join('\n')
    : await linesOfFile(asker, file((people as { file: string }).file));
  const lines = readLines(written);
  if (!lines.ok) throw new Error(lineSaid(lines.refusal, written, asker.language));
  const done = await inside((tx) => letIn(tx, lines.value, { invite: true }));
  if (!done.ok) throw new Error(lineSaid(done.refusal, written, asker.language));
}

async function linesOfFile(asker: Asker, path: string): Promise<string> {
  const table = await readTable(await bytesOf(asker, path));
  if (!table.ok) throw new Error(`${path}: ${setupCliText(asker.language).file_problem[table.refusal]}`);
  return linesOfTable(table.value.rows);
}

async function doFund({ answers, asker, inside }: Bench): Promise<void> {
  const words = setupForms(asker.language);
  const { today, language } = await inside(async (tx) => ({ today: tx.today, language: tx.tenant.language }));
  const usual = {
    name: words.fund.usualName,
    total: '100.000',
    projectMax: '20.000',
    ...proposalFrom(today),
    words: papersText(language).policy,
  };
  const read = await fill(asker, fundForm(asker.language), [], { ...usual, ...given(answers.fund) });
  const opened = await inside((tx) => openFirstFund(tx, read));
  if (!opened.ok) throw new Error(words.problems.fund[opened.refusal.kind]);
}

async function doInvitation({ answers, asker, inside, file, say }: Bench): Promise<void> {
  const { folder, printed, ...typed } = answers.invitation ?? {};
  const words = setupCliText(asker.language);
  const about = await inside(invitedTo);
  if (!about) throw new Error(words.noFund);
  const read = await fill(asker, invitationForm(asker.language), [], { ...usualWording(about), ...given(typed) });
  await inside((tx) => writeInvitation(tx, read));
  if (folder) {
    for (const path of await print(inside, file(folder), words.noPdf)) say(words.file(path));
  }
  if (printed) await inside(tellPrinted);
}

/** The letters in files of at most 250, and the poster; answers where they lie. */
async function print(inside: Inside, folder: string, noPdf: string): Promise<readonly string[]> {
  const names = await inside(async (tx) => papersText(tx.tenant.language));
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  const put = async (name: string, spec: DocumentSpec) => {
    const pdf = await inside(async (tx) => renderPdf(spec, await brandOf(tx, await ownOrganisation(tx))));
    if (!pdf.ok) throw new Error(noPdf);
    paths.push(join(folder, name));
    await writeFile(join(folder, name), pdf.value);
  };
  for (let file = 1; ; file += 1) {
    const bundle = await inside((tx) => lettersOfFile(tx, file));
    if (!bundle) break;
    await put(`${names.paperFile}-${file}.pdf`, bundle.letters);
  }
  const poster = await inside(posterOf);
  if (poster) await put(`${names.posterFile}.pdf`, poster);
  return paths;
}

async function doChecks({ answers, inside }: Bench): Promise<void> {
  const { standing } = await inside(setupProgress);
  if (answers.checks?.ways && !standing.waysSeen) await inside((tx) => noteSeen(tx, 'ways'));
  if (answers.checks?.backup && !standing.backupNoted) await inside((tx) => noteSeen(tx, 'backup'));
}

async function bytesOf(asker: Asker, path: string): Promise<Uint8Array> {
  return readFile(path).catch(() => {
    throw new Error(setupCliText(asker.language).noFile(path));
  });
}
