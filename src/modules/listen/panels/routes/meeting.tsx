import { formatDay } from '../../../../kernel/format.ts';
import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames } from '../../../housing/public.ts';
import { publicInitiatives } from '../../../initiatives/public.ts';
import { sawApplicants } from '../commands/joining.ts';
import {
  answerRecommendation,
  askToPrioritise,
  callMeeting,
  changeMeeting,
  closeQuestion,
  growInitiative,
  noteAttendance,
  recommend,
} from '../commands/meeting.ts';
import {
  answerForm,
  attendanceForm,
  growForm,
  meetingForm,
  questionForm,
  recommendationForm,
} from '../forms/meeting.ts';
import { type Meeting, tally } from '../rules/meeting.ts';
import { FEWEST, type Panel } from '../rules/panel.ts';
import { isMember, stateOf } from '../rules/people.ts';
import { leaningsOf } from '../rules/profile.ts';
import { applicationsOf } from '../store/applications.ts';
import { attendanceOf, meetingById, meetingsOf } from '../store/meetings.ts';
import { cellsOf } from '../store/profile.ts';
import { questionById, questionsOf } from '../store/questions.ts';
import { recommendationById, recommendationsOf } from '../store/recommendations.ts';
import { meetText } from '../text/meet.ts';
import {
  answerRecommendationPlace,
  attendancePlace,
  closeQuestionPlace,
  growPlace,
  meetingPlace,
  newMeetingPlace,
  questionsPlace,
  recommendationsPlace,
} from '../urls.ts';
import { MeetingPage, MeetingsPage } from '../views/meetings.tsx';
import { QuestionsPage, RecommendationsPage } from '../views/questions.tsx';
import { type Of, seenBy, trailTo } from './seen.ts';

const INITIATIVES_SHOWN = 12;

type OfMeeting = Of<{ readonly meeting: string }>;

/** What the group does once it is there: meets, puts in order, says, and is answered. */
export function meetingRoutes(web: Web): void {
  web.get(newMeetingPlace, signedIn, (visit) => meetingsPage(visit));
  web.post(newMeetingPlace, signedIn, postMeeting);
  web.get(meetingPlace, signedIn, (visit) => meetingPage(visit));
  web.post(meetingPlace, signedIn, postChange);
  web.post(attendancePlace, signedIn, postAttendance);
  web.get(questionsPlace, signedIn, (visit) => questionsPage(visit));
  web.post(questionsPlace, signedIn, postQuestion);
  web.post(closeQuestionPlace, signedIn, postClose);
  web.get(recommendationsPlace, signedIn, (visit) => recommendationsPage(visit));
  web.post(recommendationsPlace, signedIn, postRecommendation);
  web.post(answerRecommendationPlace, signedIn, postAnswer);
  web.post(growPlace, signedIn, postGrow);
}

async function meetingsPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'select');
  const meetings = await meetingsOf(tx, panel.id);
  const [all, attendance] = await Promise.all([
    applicationsOf(tx, panel.id),
    attendanceOf(
      tx,
      meetings.map(({ id }) => id),
    ),
  ]);
  const came = (id: string) => attendance.filter((one) => one.meetingId === id && one.came !== null);
  const view = MeetingsPage({
    language,
    panel,
    meetings: meetings.map((one) => {
      const known = came(one.id);
      return { ...one, came: known.length > 0 ? known.filter((here) => here.came).length : null };
    }),
    members: all.filter((one) => stateOf(one) === 'member').length,
    problems,
  });
  const title = meetText(language).meetings;
  return page({ title, trail: trailTo(visit, panel), status: problems ? 422 : 200 }, view);
}

async function postMeeting(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const read = readForm(meetingForm(language), form);
  if (!read.ok) return meetingsPage(visit, read.refusal);
  const id = await callMeeting(tx, panel, read.value);
  return visit.redirect(meetingPlace({ id: panel.id, meeting: id }), meetText(language).called);
}

async function meetingIn(visit: OfMeeting): Promise<{ readonly panel: Panel; readonly meeting: Meeting }> {
  const panel = await seenBy(visit, 'select');
  const id = readId<'panel_meeting'>(visit.params.meeting) ?? missing();
  return { panel, meeting: (await meetingById(visit.tx, panel.id, id)) ?? missing() };
}

async function meetingPage(visit: OfMeeting, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { panel, meeting } = await meetingIn(visit);
  const [all, attendance, cells, departments] = await Promise.all([
    applicationsOf(tx, panel.id),
    attendanceOf(tx, [meeting.id]),
    cellsOf(tx, panel.id),
    departmentNames(tx),
  ]);
  const of = new Map(attendance.map((one) => [one.applicationId as string, one]));
  const members = all.filter(isMember);
  await sawApplicants(tx, panel.id, members, 'list');
  const came = all.filter(({ id }) => of.get(id)?.came === true);
  const expected = members.filter((one) => stateOf(one) === 'member' && of.get(one.id)?.meansTo !== false);
  const view = MeetingPage({
    language,
    panel,
    meeting,
    members: members.map(({ id, name }) => ({ id, name, came: of.get(id)?.came === true })),
    said: {
      yes: attendance.filter(({ meansTo }) => meansTo === true).length,
      no: attendance.filter(({ meansTo }) => meansTo === false).length,
    },
    came: came.length,
    leanings:
      came.length < FEWEST
        ? null
        : leaningsOf(
            cells,
            came.map(({ traits }) => traits),
          ),
    departments,
    eats: tally(expected.map(({ diet }) => diet)),
    needs: tally(expected.map(({ accessNeeds }) => accessNeeds)),
    problems,
  });
  const words = meetText(language);
  const title = words.meeting(formatDay(meeting.on, language));
  const trail = [...trailTo(visit, panel), { href: newMeetingPlace({ id: panel.id }), label: words.meetings }];
  return page({ title, trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postChange(visit: OfMeeting): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, meeting } = await meetingIn(visit);
  const words = meetText(language);
  const read = readForm(meetingForm(language), form);
  if (!read.ok) return meetingPage(visit, read.refusal);
  const { version, ...changed } = read.value;
  const saved = await changeMeeting(tx, panel.id, meeting.id, changed, version);
  if (!saved.ok) return meetingPage(visit, problemIn(form, '', words.meanwhile));
  return visit.redirect(meetingPlace({ id: panel.id, meeting: meeting.id }), words.saved);
}

async function postAttendance(visit: OfMeeting): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, meeting } = await meetingIn(visit);
  const read = readForm(attendanceForm, form);
  await noteAttendance(tx, panel.id, meeting.id, read.ok ? read.value.came : []);
  return visit.redirect(meetingPlace({ id: panel.id, meeting: meeting.id }), meetText(language).attendanceSaved);
}

async function questionsPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'select');
  const [questions, initiatives] = await Promise.all([
    questionsOf(tx, panel.id),
    publicInitiatives(tx, INITIATIVES_SHOWN),
  ]);
  const view = QuestionsPage({
    language,
    panel,
    questions,
    initiatives: initiatives.map(({ id, title }) => ({ id, title })),
    problems,
  });
  const title = meetText(language).prioritising;
  return page({ title, trail: trailTo(visit, panel), status: problems ? 422 : 200 }, view);
}

async function postQuestion(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const read = readForm(questionForm(language), form);
  if (!read.ok) return questionsPage(visit, read.refusal);
  const { asks, how, dots, options, initiatives } = read.value;
  const shown = await publicInitiatives(tx, INITIATIVES_SHOWN);
  const chosen = shown.filter(({ id }) => initiatives.includes(id));
  await askToPrioritise(tx, panel.id, {
    asks,
    method: how,
    dots,
    options: [
      ...options.map((says) => ({ says, initiativeId: null })),
      ...chosen.map(({ id, title }) => ({ says: title, initiativeId: id })),
    ],
  });
  return visit.redirect(questionsPlace({ id: panel.id }), meetText(language).asked);
}

async function postClose(visit: Of<{ readonly question: string }>): Promise<Response> {
  const { tx, language, params } = visit;
  const panel = await seenBy(visit, 'select');
  const id = readId<'panel_question'>(params.question) ?? missing();
  const question = (await questionById(tx, id)) ?? missing();
  if (question.panelId !== panel.id) missing();
  await closeQuestion(tx, panel.id, id);
  return visit.redirect(questionsPlace({ id: panel.id }), meetText(language).closed);
}

async function recommendationsPage(
  visit: Of,
  refused?: { readonly at: string; readonly problems: FormProblems },
): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'arrange');
  const [recommendations, meetings] = await Promise.all([recommendationsOf(tx, panel.id), meetingsOf(tx, panel.id)]);
  const view = RecommendationsPage({ language, panel, recommendations, meetings, refused });
  const title = meetText(language).recommendations;
  return page({ title, trail: trailTo(visit, panel), status: refused ? 422 : 200 }, view);
}

async function postRecommendation(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'arrange');
  const read = readForm(recommendationForm(language), form);
  if (!read.ok) return recommendationsPage(visit, { at: 'new', problems: read.refusal });
  const meeting = read.value.meeting && (await meetingById(tx, panel.id, read.value.meeting));
  await recommend(tx, panel.id, {
    says: read.value.says,
    meetingId: meeting ? meeting.id : null,
    on: meeting ? meeting.on : tx.today,
  });
  return visit.redirect(recommendationsPlace({ id: panel.id }), meetText(language).added);
}

type OfSaid = Of<{ readonly said: string }>;

async function saidIn(visit: OfSaid) {
  const panel = await seenBy(visit, 'arrange');
  const id = readId<'panel_recommendation'>(visit.params.said) ?? missing();
  return { panel, said: (await recommendationById(visit.tx, panel.id, id)) ?? missing() };
}

async function postAnswer(visit: OfSaid): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, said } = await saidIn(visit);
  const read = readForm(answerForm(language), form);
  if (!read.ok) return recommendationsPage(visit, { at: said.id, problems: read.refusal });
  await answerRecommendation(tx, panel, said.id, read.value.answer);
  return visit.redirect(recommendationsPlace({ id: panel.id }), meetText(language).answerSaved);
}

async function postGrow(visit: OfSaid): Promise<Response> {
  const { tx, language, form } = visit;
  const { panel, said } = await saidIn(visit);
  const words = meetText(language);
  const read = readForm(growForm(language), form);
  if (!read.ok) return recommendationsPage(visit, { at: said.id, problems: read.refusal });
  const grown = await growInitiative(tx, panel, said.id, read.value);
  return visit.redirect(recommendationsPlace({ id: panel.id }), grown.ok ? words.grown : words.grownAlready);
}
