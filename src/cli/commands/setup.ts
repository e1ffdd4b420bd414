import { dirname, resolve } from 'node:path';
import { SYSTEM } from '../../kernel/actor.ts';
import type { Id } from '../../kernel/id.ts';
import { type Language, readLanguage } from '../../kernel/language.ts';
import { findOrRegister, grantRole, ownOrganisation, peopleHolding } from '../../modules/housing/public.ts';
import {
  beginSetup,
  type HouseWords,
  linesOf,
  lossOf,
  type Progress,
  STEPS,
  type StepName,
  saveHouse,
  secretaryForm,
  setupPlace,
  setupProgress,
  shortNameOf,
  stepsText,
  undoStep,
} from '../../modules/setup/public.ts';
import { signInAddress } from '../../modules/signin/public.ts';
import type { Database } from '../../platform/db/database.ts';
import { isPractice } from '../../platform/db/house-settings.ts';
import { migrate } from '../../platform/db/migrate.ts';
import type { Tenant, TenantDb } from '../../platform/db/tenant-db.ts';
import { allTenants, createTenant, removeTenant, tenantBySlug } from '../../platform/db/tenants.ts';
import { originOfTenant } from '../../platform/web/tenants.ts';
import { openPractice } from '../../practice.ts';
import { type Call, type Command, WrongUse } from '../command.ts';
import { withDatabase } from '../database.ts';
import { type Answers, given, readAnswers } from '../setup-answers.ts';
import { type Asker, askAtTerminal, askNobody, fill } from '../setup-ask.ts';
import { type Bench, DOERS, type Inside, readHouse } from '../setup-steps.ts';
import { setupCliText } from '../setup-text.ts';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const HOST = /^[a-z0-9-]+(\.[a-z0-9-]+)*$/;
const MINUTES = 60;

export const setup: Command = {
  name: 'setup',
  summary: 'Open a real house: from an empty database to the first round of its fund',
  details:
    'Asks who the house and its first secretary are, and prints an address that signs that person in once. The rest is done\n' +
    'there, in the browser, or here with --answers (docs/first-hour.md has an example). Can be run again: what is done is\n' +
    'left. A demo story on the server becomes the house to practise in.\n\n' +
    '  grobund setup\n' +
    '  grobund setup --answers hus.json --json\n' +
    '  grobund setup --tenant rosen                 what remains\n' +
    '  grobund setup --tenant rosen --undo homes    what undoing would lose; with --yes it is done',
  options: {
    answers: { value: 'file', help: 'A JSON file with the answers, so that nobody is asked' },
    tenant: { value: 'slug', help: 'A house that is there: tell what remains' },
    'sign-in': { help: 'With --tenant: a new address that signs its secretary in once' },
    undo: { value: 'step', help: `With --tenant: take a step back (${STEPS.join(', ')})` },
    yes: { help: 'With --undo: it is meant' },
    language: { value: 'da|en', help: 'Of the questions; the terminal’s own unless said' },
  },
  json: true,
  async run(call) {
    const language = languageOf(call);
    const slug = call.option('tenant');
    const path = call.option('answers');
    if (slug && !path) return withDatabase(call.config(), (database) => lookAt(call, database, slug, language));
    if (call.option('undo')) throw new WrongUse('--undo needs --tenant.');
    if (!path && !process.stdin.isTTY) throw new WrongUse('"grobund setup" asks in a terminal, or needs --answers.');
    const answers = path ? await readAnswers(call.file(path)) : {};
    const asker = path ? askNobody(language) : askAtTerminal(language);
    try {
      return await withDatabase(call.config(), async (database) => {
        await migrate(database);
        return open(call, database, asker, { ...answers, ...(slug ? { slug } : {}) });
      });
    } finally {
      asker.close();
    }
  },
};

function languageOf(call: Call): Language {
  const wanted = call.option('language');
  if (wanted && !readLanguage(wanted)) throw new WrongUse('--language is da or en.');
  return readLanguage(wanted) ?? (/^da/i.test(process.env.LANG ?? '') ? 'da' : 'en');
}

/** Everything that was answered, in the order of the steps; then what remains, and the way in. */
async function open(call: Call, database: Database, asker: Asker, answers: Answers): Promise<undefined> {
  const words = setupCliText(asker.language);
  if (asker.ask) asker.say(words.hello);
  const known = answers.slug ? await tenantBySlug(database, answers.slug) : null;
  if (!known && !asker.ask && !answers.house) throw new Error(words.houseMissing);
  if (!known && !asker.ask && !answers.secretary) throw new Error(words.secretaryMissing);
  const house = !known || answers.house ? await readHouse(asker, given(answers.house)) : null;
  const slug = known ? null : await freeSlug(database, asker, answers, house?.name ?? '');
  const secretary = known && !answers.secretary ? null : await readSecretary(asker, answers);

  const tenant = known ?? (await openHouse(database, slug as string, answers.host, house as HouseWords));
  const inside = insideOf(call, database, tenant);
  const person = await inside((tx) => begin(tx, house, secretary, words.registered)).catch(async (error: unknown) => {
    // A house that nobody can come into is none.
    if (!known) await removeTenant(database, tenant.id);
    throw error;
  });
  call.say(words.opened(house?.name ?? tenant.name, await inside(async (tx) => tx.origin)));

  await doSteps({ call, inside, answers, asker });
  const practice = await practiceBeside(database);
  const { minutes, address } = { minutes: MINUTES, address: person && (await inside((tx) => wayIn(tx, person))) };
  const progress = await inside(setupProgress);
  tellProgress(call, progress, asker.language, asker.asked());
  call.say(practice ? words.practice : words.practiceHow);
  if (address) {
    call.say('');
    call.say(words.signIn(minutes));
    call.say(address);
  }
  call.answer({ tenant: tenant.slug, signIn: address, asked: asker.asked(), ...resultOf(progress) });
  return undefined;
}

async function freeSlug(database: Database, asker: Asker, answers: Answers, house: string): Promise<string> {
  const words = setupCliText(asker.language);
  const { ownPathParts } = await import('../../app.tsx');
  const { LYNGBAKKEN } = await import('../../demo/places.ts');
  const others = await allTenants(database);
  const pages = ownPathParts();
  const host = answers.host?.toLowerCase();
  if (host && (!HOST.test(host) || others.some((one) => one.host === host))) throw new Error(words.hostTaken(host));
  const taken = (slug: string) => slug === LYNGBAKKEN.slug || others.some((one) => one.slug === slug);
  const problemOf = (slug: string): string | null => {
    if (!SLUG.test(slug)) return words.slugWrong;
    if (pages.has(slug)) return words.slugPage(slug);
    return taken(slug) ? words.slugTaken(slug) : null;
  };
  const short = shortNameOf(house);
  const usual = [short, `${short}-2`, `${short}-3`].find((one) => problemOf(one) === null);
  for (let slug = answers.slug; ; slug = undefined) {
    const question = { field: 'slug', words: words.slug, ...(usual ? { usual } : {}) };
    const wanted = slug ?? (asker.ask ? await asker.ask(question) : '');
    const problem = problemOf(wanted);
    if (!problem) return wanted;
    if (!asker.ask) throw new Error(`slug: ${problem}`);
    asker.say(words.again(problem));
  }
}

async function readSecretary(asker: Asker, answers: Answers): Promise<{ name: string; email: string }> {
  const words = setupCliText(asker.language);
  if (!answers.secretary && !asker.ask) throw new Error(words.secretaryMissing);
  const questions = [
    { field: 'name', words: words.secretary },
    { field: 'email', words: words.secretaryEmail },
  ];
  return fill(asker, secretaryForm(asker.language), questions, given(answers.secretary ?? {}));
}

function openHouse(database: Database, slug: string, host: string | undefined, house: HouseWords): Promise<Tenant> {
  const { name, language } = house;
  return createTenant(database, { slug, name, language, ...(host ? { host: host.toLowerCase() } : {}) });
}

/** Who the house is, and its first secretary, in one transaction. Answers who may come in; null when nobody may. */
async function begin(
  tx: TenantDb,
  house: HouseWords | null,
  secretary: { readonly name: string; readonly email: string } | null,
  refused: (email: string) => string,
): Promise<Id<'person'> | null> {
  await beginSetup(tx);
  if (house) await saveHouse(tx, house);
  if (!secretary) return (await peopleHolding(tx, 'secretariat', null))[0]?.id ?? null;
  const found = await findOrRegister(tx, { name: secretary.name, email: secretary.email.trim().toLowerCase() });
  if (!found.ok) throw new Error(refused(secretary.email));
  const organisationId = (await ownOrganisation(tx)).id;
  const seat = { role: 'secretariat', organisationId, departmentId: null, from: tx.today, until: null } as const;
  const granted = await grantRole(tx, { personId: found.value.id, ...seat });
  if (!granted.ok && granted.refusal.kind !== 'already_held') throw new Error(refused(secretary.email));
  return found.value.id;
}

async function doSteps(on: {
  readonly call: Call;
  readonly inside: Inside;
  readonly answers: Answers;
  readonly asker: Asker;
}): Promise<void> {
  const { call, inside, answers, asker } = on;
  const path = call.option('answers');
  const folder = path ? dirname(call.file(path)) : process.cwd();
  const bench: Bench = { ...on, file: (one) => resolve(folder, one), say: (line) => call.say(line) };
  const words = setupCliText(asker.language);
  for (const step of STEPS) {
    if (step === 'house' || answers[step] === undefined) continue;
    const { title } = stepsText(asker.language).steps[step];
    const before = (await inside(setupProgress)).steps.find((one) => one.step === step);
    if (before?.done) {
      call.say(words.already(title));
      continue;
    }
    await DOERS[step](bench);
    call.say(words.done(title));
  }
}

/** The demo story, where there is one, is from now on the house to practise in. */
async function practiceBeside(database: Database): Promise<boolean> {
  const { LYNGBAKKEN } = await import('../../demo/places.ts');
  const demo = await tenantBySlug(database, LYNGBAKKEN.slug);
  if (!demo) return false;
  if (!isPractice(demo)) await openPractice(database, new Date());
  return true;
}

async function wayIn(tx: TenantDb, personId: Id<'person'>): Promise<string> {
  return signInAddress(tx, personId, { minutes: MINUTES, returnPath: setupPlace({}) });
}

/** What remains of a house that is there, a new way in, or a step taken back. */
async function lookAt(call: Call, database: Database, slug: string, language: Language): Promise<number | undefined> {
  const words = setupCliText(language);
  const tenant = await tenantBySlug(database, slug);
  if (!tenant) throw new Error(words.none(slug));
  const inside = insideOf(call, database, tenant);
  const undo = call.option('undo');
  if (undo !== undefined && !(await takeBack(call, inside, undo, language))) return 1;
  let signIn: string | null = null;
  if (call.flag('sign-in')) {
    const [secretary] = await inside((tx) => peopleHolding(tx, 'secretariat', null));
    signIn = secretary ? await inside((tx) => wayIn(tx, secretary.id)) : null;
    if (signIn) call.say(`${words.signIn(MINUTES)}\n${signIn}`);
  }
  const progress = await inside(setupProgress);
  tellProgress(call, progress, language, 0);
  call.answer({ tenant: slug, signIn, asked: 0, ...resultOf(progress) });
  return undefined;
}

/** False when it was only told what would be lost, or could not be done. */
async function takeBack(call: Call, inside: Inside, written: string, language: Language): Promise<boolean> {
  const words = setupCliText(language);
  const step = STEPS.find((one) => one === written);
  if (!step) throw new WrongUse(`--undo is one of ${STEPS.join(', ')}.`);
  const loss = await inside((tx) => lossOf(tx, step));
  const told = loss ? linesOf(loss, language) : [stepsText(language).nothingToUndo];
  if (!loss || !call.flag('yes')) {
    call.say(words.loses);
    for (const line of told) call.say(`  ${line}`);
    if (loss) call.say(words.sure);
    call.answer({ step, loss, undone: false });
    return false;
  }
  const undone = await inside((tx) => undoStep(tx, step));
  if (!undone.ok) throw new Error(stepsText(language).refusals[undone.refusal]);
  call.say(words.undone(stepsText(language).steps[step].title));
  return true;
}

function insideOf(call: Call, database: Database, tenant: Tenant): Inside {
  const config = call.config();
  const origin = originOfTenant(tenant, config.origin ?? `http://localhost:${config.port}`);
  return async (work) => {
    const now = await tenantBySlug(database, tenant.slug);
    const visit = { tenant: now ?? tenant, actor: SYSTEM, channel: 'system', now: new Date(), origin } as const;
    return database.asTenant(visit, work);
  };
}

function tellProgress(call: Call, { steps, done }: Progress, language: Language, asked: number): void {
  const words = setupCliText(language);
  const named = stepsText(language);
  call.say('');
  for (const { step, done: isDone, skipped, needed } of steps) {
    const { title } = named.steps[step];
    if (isDone) call.say(words.done(title));
    else if (skipped) call.say(words.skipped(title));
    else call.say(words.lacks(title, needed.map((lack) => named.lacks[lack]).join('; ')));
  }
  call.say('');
  call.say(words.progress(done, steps.length, asked));
  const checks = steps.find(({ step }) => step === 'checks');
  if (checks && !checks.done && checks.needed.includes('mail')) call.say(words.mailByHand);
}

function resultOf({ steps, done }: Progress) {
  const remains: readonly { step: StepName; needed: readonly string[] }[] = steps
    .filter((one) => !one.done)
    .map(({ step, needed }) => ({ step, needed }));
  return { done, of: steps.length, remains };
}
