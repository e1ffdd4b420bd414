import { isStaff, personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { readReceiptCode } from '../../../../kernel/typed-code.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { contactOf, departmentNames } from '../../../housing/public.ts';
import { answerOffer, comeBack, leave, pause } from '../commands/answering.ts';
import { signUp } from '../commands/joining.ts';
import { sayComing, vote } from '../commands/meeting.ts';
import { firstField, readBallot } from '../forms/ballot.ts';
import { myActForm } from '../forms/choosing.ts';
import { codeForm, readSignUp } from '../forms/joining.ts';
import { signUpSheet } from '../letters/sheet.ts';
import { type Chance, chanceOf } from '../rules/draw.ts';
import { canSignUp } from '../rules/panel.ts';
import { type Application, isMember } from '../rules/people.ts';
import { applicationByCode, applicationById } from '../store/applications.ts';
import { drawWithLot } from '../store/draws.ts';
import { attendanceOf, meetingById, meetingsOf } from '../store/meetings.ts';
import { panelById } from '../store/panels.ts';
import { questionById, questionsOf, votesBy } from '../store/questions.ts';
import { joinText } from '../text/join.ts';
import { keptText } from '../text/kept.ts';
import { sheetText } from '../text/sheet.ts';
import {
  applicantPlace,
  enterPlace,
  minePlace,
  myActPlace,
  myAnswerPlace,
  myMeetingPlace,
  myVotePlace,
  signUpPlace,
  signUpSheetPlace,
} from '../urls.ts';
import { ClosedPage, EnterPage, SignUpPage } from '../views/joining.tsx';
import { MinePage } from '../views/mine.tsx';
import { type Of, paper, paperOf, seen, trailTo } from './seen.ts';

/** A household on one address, and a stairwell on one network, may all sign up on one evening. */
const SIGN_UP = { rate: { times: 30, minutes: 10 } };
/** Guessing at 59 bits. */
const GUESS = { rate: { times: 30, minutes: 15 } };
/** A library's readers, each with a link of their own. */
const READ = { rate: { times: 200, minutes: 15 } };
const MINE = { rate: { times: 60, minutes: 10 } };

/** Signing up, and all that one does oneself afterwards, without an account. */
export function joiningRoutes(web: Web): void {
  web.get(signUpPlace, anyone, (visit) => signUpPage(visit));
  web.post(signUpPlace, anyone, postSignUp, SIGN_UP);
  web.get(signUpSheetPlace, anyone, sheet, TYPESETTING);
  web.get(enterPlace, anyone, (visit) => enterPage(visit));
  web.post(enterPlace, anyone, postEnter, GUESS);
  web.get(minePlace, anyone, async (visit) => minePage(visit, await mine(visit)), READ);
  web.post(myAnswerPlace, anyone, postAnswer, MINE);
  web.post(myActPlace, anyone, postAct, MINE);
  web.post(myMeetingPlace, anyone, postMeeting, MINE);
  web.post(myVotePlace, anyone, postVote, MINE);
}

async function signUpPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const { panel, may } = await seen(visit);
  const words = joinText(language);
  const byStaff = isStaff(actor) || may.select;
  const title = byStaff ? words.titleFor(panel.name) : words.title(panel.name);
  const trail = trailTo(visit, panel);
  if (!canSignUp(panel, tx.today)) return page({ title, trail }, ClosedPage({ language }));
  const me = byStaff ? null : personIdOf(actor);
  const contact = me && (await contactOf(tx, me));
  const home = actor.kind === 'person' ? actor.grants.find((grant) => grant.role === 'resident') : undefined;
  const view = SignUpPage({
    language,
    panel,
    departments: await departmentNames(tx),
    known: {
      name: contact ? contact.name : '',
      email: contact ? (contact.email ?? '') : '',
      address: contact ? (contact.address?.join(', ') ?? '') : '',
      departmentId: (!byStaff && home?.departmentId) || '',
    },
    byStaff,
    problems,
  });
  return page({ title, trail, status: problems ? 422 : 200 }, view);
}

/** For those who would rather write with a pen, and for a pile at the caretaker's. */
async function sheet(visit: Of): Promise<Response> {
  const { tx, language } = visit;
  const { panel } = await seen(visit);
  if (!canSignUp(panel, tx.today)) missing();
  const departments = [...(await departmentNames(tx)).values()];
  const spec = signUpSheet(panel, departments, await paperOf(visit));
  return paper(visit, spec, `${sheetText(language).file} ${panel.name}`);
}

async function postSignUp(visit: Of): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const { panel, may } = await seen(visit);
  const words = joinText(language);
  const byStaff = isStaff(actor) || may.select;
  const read = readSignUp(language, form, { byStaff });
  if (!read.ok) return signUpPage(visit, read.refusal);
  // The page is kept for visitors: another may have been shown the same form, and know what their neighbour writes in it.
  const once = read.value.once && `${read.value.once} ${visit.bucketOf('panel sign-up')}`;
  const signed = await signUp(tx, panel.id, { ...read.value, once });
  if (!signed.ok) {
    if (signed.refusal === 'closed') return signUpPage(visit, problemIn(form, '', words.closed));
    const young = signed.refusal === 'too_young';
    return signUpPage(
      visit,
      problemIn(
        form,
        young ? 'birthYear' : 'department',
        young ? words.tooYoung(panel.minAge) : words.departmentMissing,
      ),
    );
  }
  const { id, code } = signed.value;
  if (read.value.onBehalf && may.select)
    return visit.redirect(applicantPlace({ id: panel.id, person: id }), words.registered);
  return visit.redirect(minePlace({ code }), panel.kind === 'open' ? words.thanksOpen : words.thanks);
}

async function enterPage(
  { language, page }: Pick<Visit, 'language' | 'page'>,
  problems?: FormProblems,
): Promise<Response> {
  const head = { title: joinText(language).enterTitle, unlisted: true, status: problems ? 422 : 200 } as const;
  return page(head, EnterPage({ language, problems }));
}

async function postEnter(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(codeForm(language), form);
  if (!read.ok) return enterPage(visit, read.refusal);
  const one = await applicationByCode(tx, read.value.kode);
  if (!one) return enterPage(visit, problemIn(form, 'kode', joinText(language).codeUnknown));
  return visit.redirect(minePlace({ code: read.value.kode }));
}

type Mine<More = unknown> = Omit<Visit, 'params'> & { readonly params: { readonly code: string } & More };

/** By the code of a receipt; or by its number, for the person whose it is when they are signed in. */
async function mine({ tx, actor, params }: Pick<Mine, 'tx' | 'actor' | 'params'>): Promise<Application> {
  const id = readId<'panel_application'>(params.code);
  if (id) {
    const one = await applicationById(tx, id);
    const me = personIdOf(actor);
    return one && me && one.personId === me ? one : missing();
  }
  const code = readReceiptCode(params.code) ?? missing();
  return (await applicationByCode(tx, code)) ?? missing();
}

interface Refused {
  readonly at: string;
  readonly problems: FormProblems;
}

async function minePage(visit: Mine, one: Application, refused?: Refused): Promise<Response> {
  const { tx, language, params, page } = visit;
  const panel = (await panelById(tx, one.panelId)) ?? missing();
  const inside = isMember(one);
  const [draw, departments, meetings, questions, given] = await Promise.all([
    drawWithLot(tx, panel.id, one.lot),
    departmentNames(tx),
    inside ? meetingsOf(tx, panel.id) : [],
    inside ? questionsOf(tx, panel.id) : [],
    inside ? votesBy(tx, one.id) : new Map<string, number>(),
  ]);
  const coming = meetings.filter(({ on }) => on >= tx.today).toReversed();
  const said = await attendanceOf(
    tx,
    coming.map(({ id }) => id),
  );
  const chance: Chance | null = draw && draw.state === 'drawn' ? chanceOf(draw, one.lot) : null;
  const view = MinePage({
    language,
    code: params.code,
    panel,
    one,
    chance,
    draw: draw?.state === 'drawn' ? draw : null,
    departments,
    meetings: coming,
    coming: said.filter(({ applicationId }) => applicationId === one.id),
    questions: questions.filter(({ closedOn }) => closedOn === null),
    given,
    problems: refused,
  });
  const title = joinText(language).mineTitle(panel.name);
  return page({ title, unlisted: true, status: refused ? 422 : 200 }, view);
}

async function postAnswer(visit: Mine): Promise<Response> {
  const { tx, language, params, form } = visit;
  const one = await mine(visit);
  const words = joinText(language);
  const answer = (['yes', 'no'] as const).find((said) => said === form.get('answer'));
  // Nothing is no answer: a seat is not lost by a broken click.
  if (!answer)
    return minePage(visit, one, { at: 'answer', problems: problemIn(form, '', keptText(language).answerMissing) });
  const answered = await answerOffer(tx, one.id, answer, null);
  const said = !answered.ok ? words.answered : answer === 'yes' ? words.saidYes : words.saidNo;
  return visit.redirect(minePlace({ code: params.code }), said);
}

async function postAct(visit: Mine): Promise<Response> {
  const { tx, language, params, form } = visit;
  const one = await mine(visit);
  const words = joinText(language);
  const read = readForm(myActForm(language, tx.today), form);
  if (!read.ok) return minePage(visit, one, { at: 'ways', problems: read.refusal });
  const { act, until, moved } = read.value;
  const here = minePlace({ code: params.code });
  if (act === 'pause') {
    await pause(tx, one.id, until);
    return visit.redirect(here, words.paused);
  }
  if (act === 'back') {
    await comeBack(tx, one.id);
    return visit.redirect(here, words.cameBack);
  }
  await leave(tx, one.id, moved ? 'moved_out' : isMember(one) ? 'dropped_out' : 'withdrawn', null);
  return visit.redirect(here, words.gone);
}

async function postMeeting(visit: Mine<{ readonly meeting: string }>): Promise<Response> {
  const { tx, language, params, form } = visit;
  const one = await mine(visit);
  if (!isMember(one)) missing();
  const id = readId<'panel_meeting'>(params.meeting) ?? missing();
  const meeting = (await meetingById(tx, one.panelId, id)) ?? missing();
  const coming = form.get('coming') === 'ja';
  await sayComing(tx, meeting.id, one.id, coming);
  const words = joinText(language);
  return visit.redirect(minePlace({ code: params.code }), coming ? words.saidComes : words.saidComesNot);
}

async function postVote(visit: Mine<{ readonly question: string }>): Promise<Response> {
  const { tx, language, params, form } = visit;
  const one = await mine(visit);
  const id = readId<'panel_question'>(params.question) ?? missing();
  const question = (await questionById(tx, id)) ?? missing();
  if (!isMember(one) || question.panelId !== one.panelId) missing();
  const voted = await vote(tx, id, one.id, readBallot(question, form));
  const words = joinText(language);
  if (voted.ok) return visit.redirect(minePlace({ code: params.code }), words.voted);
  const messages = {
    none: words.voteNone,
    too_many_dots: words.tooManyDots(question.dots),
    unreadable: words.voteUnreadable,
    closed: words.voteClosed,
  };
  return minePage(visit, one, { at: id, problems: problemIn(form, firstField(question), messages[voted.refusal]) });
}
