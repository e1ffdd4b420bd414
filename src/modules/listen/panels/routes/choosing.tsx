import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames } from '../../../housing/public.ts';
import { answerOffer, comeBack, leave, pause } from '../commands/answering.ts';
import { addCombination, countAnew, haveLooked, removeCombination, saveProfile } from '../commands/calling.ts';
import { closePool, reopenPool } from '../commands/drawing.ts';
import { correct, sawApplicants, strike } from '../commands/joining.ts';
import { printLetter } from '../commands/writing.ts';
import { actForm, combinationForm, groupsForm, lockForm, profileForm } from '../forms/choosing.ts';
import { letterTo } from '../letters/papers.ts';
import { doublesIn } from '../rules/doubles.ts';
import { unclearHomes } from '../rules/homes.ts';
import { canClose, canSignUp, FEWEST, type Panel } from '../rules/panel.ts';
import {
  AGE_BANDS,
  type Application,
  DWELLINGS,
  FEATURES,
  holdsSeat,
  isMember,
  LANGUAGES,
  TENURES,
} from '../rules/people.ts';
import { inCell, leaningsOf, plainCells, reflect } from '../rules/profile.ts';
import { applicationById, applicationPage, applicationsOf } from '../store/applications.ts';
import { drawWithLot } from '../store/draws.ts';
import { cellsOf } from '../store/profile.ts';
import { callText } from '../text/call.ts';
import { chooseText } from '../text/choose.ts';
import { drawText } from '../text/draw.ts';
import { groupsText } from '../text/groups.ts';
import {
  applicantActPlace,
  applicantGroupPlace,
  applicantPlace,
  applicantSlipPlace,
  applicantsPlace,
  combinationPlace,
  countAnewPlace,
  drawsPlace,
  lockPlace,
  mirrorPlace,
  profilePlace,
} from '../urls.ts';
import { ApplicantPage } from '../views/applicant.tsx';
import { ApplicantsPage } from '../views/applicants.tsx';
import { MirrorPage } from '../views/mirror.tsx';
import { ProfilePage } from '../views/profile.tsx';
import { type Of, paper, paperOf, seen, seenBy, trailTo } from './seen.ts';

type OfPerson = Of<{ readonly person: string }>;

/** The profile, the mirror, and those who signed up. */
export function choosingRoutes(web: Web): void {
  web.get(profilePlace, signedIn, (visit) => profilePage(visit));
  web.post(profilePlace, signedIn, postProfile);
  web.post(countAnewPlace, signedIn, postCountAnew);
  web.post(combinationPlace, signedIn, postCombination);
  web.get(mirrorPlace, signedIn, mirrorPage);
  web.get(applicantsPlace, signedIn, (visit) => applicantsPage(visit));
  web.post(lockPlace, signedIn, postLock);
  web.get(applicantPlace, signedIn, (visit) => applicantPage(visit));
  web.post(applicantActPlace, signedIn, postAct);
  web.post(applicantGroupPlace, signedIn, postGroup);
  web.post(applicantSlipPlace, signedIn, postSlip);
}

async function profilePage(
  visit: Of,
  problems?: FormProblems,
  at: 'bounds' | 'combination' = 'bounds',
): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'arrange');
  const cells = await cellsOf(tx, panel.id);
  const view = ProfilePage({
    language,
    panel,
    cells,
    departments: await departmentNames(tx),
    refused: problems && { at, problems },
  });
  const title = chooseText(language).profile;
  return page({ title, trail: trailTo(visit, panel), wide: true, status: problems ? 422 : 200 }, view);
}

async function postProfile(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'arrange');
  const words = chooseText(language);
  const read = readForm(profileForm(language, await cellsOf(tx, panel.id)), form);
  if (!read.ok) return profilePage(visit, read.refusal);
  const saved = await saveProfile(tx, panel.id, read.value);
  if (saved.ok) return visit.redirect(profilePlace({ id: panel.id }), words.profileSaved);
  if (saved.refusal === 'locked') return profilePage(visit, problemIn(form, '', words.profileLocked));
  const wrong = reflect(read.value, [], [], panel.seats).findIndex(({ problem }) => problem === saved.refusal);
  const cell = read.value[wrong] ?? missing();
  const same = plainCells(read.value).filter(({ feature }) => feature === cell.feature);
  const low = saved.refusal === 'sum_low';
  const sum = same.reduce((all, one) => all + (low ? one.most : one.fewest), 0);
  const feature = groupsText(language).features[cell.feature];
  const message = low ? words.sumLow(feature, sum, panel.seats) : words.sumHigh(feature, sum, panel.seats);
  return profilePage(visit, problemIn(form, `${low ? 'most' : 'fewest'}_${cell.id}`, message));
}

async function postCountAnew(visit: Of): Promise<Response> {
  const panel = await seenBy(visit, 'arrange');
  const words = chooseText(visit.language);
  const counted = await countAnew(visit.tx, panel.id);
  return visit.redirect(profilePlace({ id: panel.id }), counted.ok ? words.suggested : words.profileLocked);
}

async function postCombination(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'arrange');
  const words = chooseText(language);
  const here = profilePlace({ id: panel.id });
  const away = String(form.get('remove') ?? '');
  if (away) {
    const removed = await removeCombination(tx, panel.id, away);
    return visit.redirect(here, removed.ok ? words.combinationRemoved : words.profileLocked);
  }
  const read = readForm(combinationForm(language), form);
  if (!read.ok) return profilePage(visit, read.refusal, 'combination');
  const { one, other, atLeast: fewest, atMost: most } = read.value;
  const added = await addCombination(tx, panel.id, { one, other, fewest, most });
  if (added.ok) return visit.redirect(here, words.combinationAdded);
  const field = { same_feature: 'other', known: 'other', above_parts: 'atLeast', many: '', gone: '', locked: '' };
  const problems = problemIn(form, field[added.refusal], words.combinationRefusals[added.refusal]);
  return profilePage(visit, problems, 'combination');
}

async function mirrorPage(visit: Of): Promise<Response> {
  const { tx, language, page } = visit;
  const { panel, may } = await seen(visit);
  if (!may.seeComposition) missing();
  const [cells, all] = await Promise.all([cellsOf(tx, panel.id), applicationsOf(tx, panel.id)]);
  const there = all.filter(({ exit }) => !exit).map(({ traits }) => traits);
  const inside = all.filter(holdsSeat).map(({ traits }) => traits);
  const plain = plainCells(cells);
  const features = FEATURES.filter((feature) => plain.some((cell) => cell.feature === feature));
  const lacks = (traits: Application['traits']) =>
    features.some((feature) => !plain.some((cell) => cell.feature === feature && inCell(cell, traits)));
  const view = MirrorPage({
    language,
    panel,
    figures: may.select ? reflect(cells, there, inside, panel.seats) : null,
    leanings: inside.length < FEWEST ? null : leaningsOf(cells, inside),
    applied: there.length,
    inside: inside.length,
    outside: there.filter(lacks).length,
    departments: await departmentNames(tx),
  });
  return page({ title: chooseText(language).mirror, trail: trailTo(visit, panel), wide: may.select }, view);
}

async function applicantsPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page, query } = visit;
  const panel = await seenBy(visit, 'select');
  const at = pageNumber(query);
  const [{ rows, more }, departments] = await Promise.all([applicationPage(tx, panel.id, at), departmentNames(tx)]);
  const all = panel.locked || panel.kind === 'open' ? [] : await applicationsOf(tx, panel.id);
  await sawApplicants(tx, panel.id, rows, 'list');
  await haveLooked(tx, panel.id);
  const canSign = canSignUp(panel, tx.today);
  const view = ApplicantsPage({
    language,
    panel,
    rows,
    page: at,
    more,
    doubles: doublesIn(all),
    unclear: unclearHomes(all),
    departments,
    canSignUp: canSign,
    problems,
  });
  const title = chooseText(language).applicants;
  return page({ title, trail: trailTo(visit, panel), wide: true, status: problems ? 422 : 200 }, view);
}

async function postLock(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const words = chooseText(language);
  if (panel.kind === 'open') missing();
  if (form.get('reopen') === 'ja') {
    const { reopened, settled } = drawText(language);
    const opened = await reopenPool(tx, panel.id);
    return visit.redirect(
      opened.ok ? profilePlace({ id: panel.id }) : drawsPlace({ id: panel.id }),
      opened.ok ? reopened : settled,
    );
  }
  if (!panel.locked && !canClose(panel, tx.today)) return applicantsPage(visit, problemIn(form, '', words.lockEarly));
  const read = readForm(lockForm, form);
  const doubles = doublesIn(await applicationsOf(tx, panel.id));
  if (doubles.length > 0 && !(read.ok && read.value.sure)) {
    return applicantsPage(visit, problemIn(form, 'sure', words.lockUnsure));
  }
  await closePool(tx, panel);
  return visit.redirect(drawsPlace({ id: panel.id }), words.lockedFlash);
}

async function someone(visit: OfPerson): Promise<{ readonly panel: Panel; readonly one: Application }> {
  const panel = await seenBy(visit, 'select');
  const id = readId<'panel_application'>(visit.params.person) ?? missing();
  const one = (await applicationById(visit.tx, id)) ?? missing();
  return one.panelId === panel.id ? { panel, one } : missing();
}

async function applicantPage(visit: OfPerson, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { panel, one } = await someone(visit);
  await sawApplicants(tx, panel.id, [one], 'page');
  const departments = await departmentNames(tx);
  const view = ApplicantPage({ language, panel, one, departments, codes: codesOf(departments), problems });
  const trail = [
    ...trailTo(visit, panel),
    { href: applicantsPlace({ id: panel.id }), label: callText(language).applicants },
  ];
  return page({ title: one.name, trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

function codesOf(departments: ReadonlyMap<string, string>) {
  return {
    age: AGE_BANDS,
    department: [...departments.keys()],
    dwelling: DWELLINGS,
    language: LANGUAGES,
    tenure: TENURES,
  };
}

async function postAct(visit: OfPerson): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, one } = await someone(visit);
  const words = chooseText(language);
  const here = applicantPlace({ id: panel.id, person: one.id });
  const read = readForm(actForm, form);
  if (!read.ok) return applicantPage(visit, problemIn(form, '', words.notNow));
  const { act, channel } = read.value;
  if (act === 'strike') {
    await strike(tx, panel, one.id);
    return visit.redirect(here, words.struck);
  }
  if (act === 'back') await comeBack(tx, one.id);
  const done =
    act === 'back' ||
    (act === 'yes' || act === 'no'
      ? (await answerOffer(tx, one.id, act, channel)).ok
      : act === 'pause'
        ? (await pause(tx, one.id, null)).ok
        : (await leave(tx, one.id, act, channel)).ok);
  if (!done) return applicantPage(visit, problemIn(form, '', words.notNow));
  return visit.redirect(here, words.done);
}

async function postGroup(visit: OfPerson): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, one } = await someone(visit);
  const words = chooseText(language);
  const read = readForm(groupsForm(language, codesOf(await departmentNames(tx))), form);
  if (!read.ok) return applicantPage(visit, read.refusal);
  const saved = await correct(tx, panel, one.id, read.value);
  if (!saved.ok) return applicantPage(visit, problemIn(form, '', words.groupsLocked));
  return visit.redirect(applicantPlace({ id: panel.id, person: one.id }), words.groupsSaved);
}

async function postSlip(visit: OfPerson): Promise<Response> {
  const { tx } = visit;
  const { panel, one } = await someone(visit);
  await sawApplicants(tx, panel.id, [one], 'letters');
  const code = await printLetter(tx, one);
  const drawn = (await drawWithLot(tx, panel.id, one.lot))?.state === 'drawn' && !isMember(one);
  const language = one.traits.language === 'en' ? 'en' : tx.tenant.language;
  const spec = letterTo(panel, one, code, drawn, { ...(await paperOf(visit)), language });
  return paper(visit, spec, panel.name, false);
}
