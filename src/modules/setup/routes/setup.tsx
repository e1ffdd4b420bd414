import { readId } from '../../../kernel/id.ts';
import { isPractice, isSettingUp } from '../../../platform/db/house-settings.ts';
import { readFile } from '../../../platform/files/files.ts';
import { enqueue } from '../../../platform/jobs/jobs.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf, anyone } from '../../../platform/web/who.ts';
import { personById, roleName } from '../../housing/public.ts';
import { wornLogo } from '../commands/house.ts';
import type { RoleGiven } from '../commands/people.ts';
import { closeSetup, setupProgress, skipStep, takeUpStep } from '../commands/progress.ts';
import { lossOf, undoStep } from '../commands/undo.ts';
import { JOBS } from '../rules/jobs.ts';
import type { StepName } from '../rules/steps.ts';
import { knownHouse } from '../store/house.ts';
import { onePerRole } from '../store/people.ts';
import { stepsText } from '../text/steps.ts';
import {
  anewPlace,
  bePlace,
  closePlace,
  logoPlace,
  practicePlace,
  readStep,
  setupPlace,
  skipPlace,
  stepHref,
  takeUpPlace,
  undoPlace,
} from '../urls.ts';
import { UndoPage } from '../views/frame.tsx';
import { SetupPage } from '../views/overview.tsx';
import { PracticePage, PracticeWay } from '../views/practice.tsx';
import { stepRoutes } from './steps.tsx';

/** The way into the house where one practises; the contents page knows it, since it is another tenant. */
export interface PracticeDoor {
  isThere(): Promise<boolean>;
  /** An address that signs in once, in the practice house; null when there is none. `address`: the site's own origin. */
  open(address: string): Promise<string | null>;
}

const secretariat = anyOf('secretariat');

/** Opening a house, step by step: for its secretariat. */
export function setupRoutes(web: Web, practice: PracticeDoor, roleGiven?: RoleGiven): void {
  web.get(setupPlace, secretariat, (visit) => overview(visit, practice));
  web.post(closePlace, secretariat, async (visit) => {
    await closeSetup(visit.tx);
    visit.houseChanged();
    return visit.redirect(setupPlace({}), stepsText(visit.language).closed);
  });
  web.post(practicePlace, secretariat, (visit) => intoPractice(visit, practice), {
    rate: { times: 10, minutes: 15 },
  });
  web.post(skipPlace, secretariat, async (visit) => {
    const step = readStep(visit.params.step) ?? missing();
    const words = stepsText(visit.language);
    await skipStep(visit.tx, step);
    return visit.redirect(setupPlace({}), words.skipped(words.steps[step].title));
  });
  web.post(takeUpPlace, secretariat, async (visit) => {
    const step = readStep(visit.params.step) ?? missing();
    await takeUpStep(visit.tx, step);
    return visit.redirect(stepHref(step));
  });
  web.get(undoPlace, secretariat, (visit) => undoPage(visit, readStep(visit.params.step) ?? missing()));
  web.post(undoPlace, secretariat, async (visit) => {
    const step = readStep(visit.params.step) ?? missing();
    const words = stepsText(visit.language);
    const undone = await undoStep(visit.tx, step);
    if (!undone.ok) return undoPage(visit, step, words.refusals[undone.refusal]);
    visit.houseChanged();
    return visit.redirect(stepHref(step), words.undone);
  });
  web.post(bePlace, secretariat, bePractised);
  web.post(anewPlace, secretariat, anew, { rate: { times: 5, minutes: 60 } });
  stepRoutes(web, roleGiven);
  web.get(logoPlace, anyone, showLogo);
}

async function overview(visit: Visit, practice: PracticeDoor): Promise<Response> {
  const { tx, language } = visit;
  const { steps } = await setupProgress(tx);
  const shown = isSettingUp(await knownHouse(tx));
  if (isPractice(tx.tenant)) {
    const people = await onePerRole(tx, PEOPLE_SHOWN);
    const named = people.map(({ id, name, role }) => ({ id, name, role: roleName(role, language) }));
    return visit.page({ title: stepsText(language).practice }, PracticePage({ language, people: named }));
  }
  return visit.page(
    { title: stepsText(language).title, wide: true },
    SetupPage({ language, steps, shown, practice: await practice.isThere() }),
  );
}

async function undoPage(visit: Visit, step: StepName, refusal?: string): Promise<Response> {
  const { tx, language } = visit;
  const words = stepsText(language);
  const title = words.undoTitle(words.steps[step].title);
  const trail = [
    { href: setupPlace({}), label: words.title },
    { href: stepHref(step), label: words.steps[step].title },
  ];
  return visit.page(
    { title, trail, ...(refusal ? { status: 422 as const } : {}) },
    UndoPage({ language, step, loss: await lossOf(tx, step), refusal }),
  );
}

/** The address leads to another house, maybe under another name: a page with a way on, since forms stay at home. */
async function intoPractice(visit: Visit, practice: PracticeDoor): Promise<Response> {
  const { tx, language } = visit;
  const address = (await practice.open(new URL(tx.origin).origin)) ?? missing();
  const trail = [{ href: setupPlace({}), label: stepsText(language).title }];
  return visit.page({ title: stepsText(language).practice, trail, unlisted: true }, PracticeWay({ language, address }));
}

const PEOPLE_SHOWN = 50;

/** In a house to practise in, its secretariat may be anybody: all of them are invented. */
async function bePractised(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  if (!isPractice(tx.tenant)) missing();
  const id = readId<'person'>(String(form.get('person') ?? '')) ?? missing();
  const { name } = (await personById(tx, id)) ?? missing();
  await visit.signIn(id, 'house');
  return visit.redirect('/' as Path, stepsText(language).beNow(name));
}

async function anew(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  if (!isPractice(tx.tenant)) missing();
  await enqueue(tx, JOBS.practice, {}, { key: tx.tenant.id });
  return visit.redirect(setupPlace({}), stepsText(language).anewAsked);
}

/** Only the one that the house wears now, so that nothing else is to be had by trying ids. */
async function showLogo(visit: Visit<'/logo/:id'>): Promise<Response> {
  const { tx, params } = visit;
  const id = readId<'file'>(params.id) ?? missing();
  if ((await wornLogo(tx)) !== id) missing();
  const { bytes, type } = (await readFile(tx, id)) ?? missing();
  const answer = visit.file({ bytes, type, name: 'logo.png', inline: true });
  answer.headers.set('cache-control', 'public, max-age=31536000, immutable');
  return answer;
}
