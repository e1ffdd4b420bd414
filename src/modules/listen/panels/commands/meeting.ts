import { actingPerson, personIdOf } from '../../../../kernel/actor.ts';
import type { Day } from '../../../../kernel/day.ts';
import type { Id } from '../../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../../kernel/outcome.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import { type Category, startInitiative } from '../../../initiatives/public.ts';
import { closeTurns, openTurn } from '../../../turns/public.ts';
import { answered, meetingCalled } from '../letters/messages.ts';
import type { MeetingWords } from '../rules/meeting.ts';
import type { Panel } from '../rules/panel.ts';
import { isMember, stateOf } from '../rules/people.ts';
import { type Method, type Question, type VoteRefusal, voteRefusal } from '../rules/voting.ts';
import { applicationsOf } from '../store/applications.ts';
import { insertMeeting, saveCame, saveMeansTo, updateMeeting } from '../store/meetings.ts';
import { selectorsOf } from '../store/panels.ts';
import { closeQuestion as close, insertQuestion, questionById, saveVote } from '../store/questions.ts';
import {
  answerRecommendation as answer,
  insertRecommendation,
  lockRecommendation,
  saveInitiative,
} from '../store/recommendations.ts';
import { told } from './told.ts';
import { write } from './writing.ts';

/** Calls the group together. Members who are not on a break hear of it. */
export async function callMeeting(tx: TenantDb, panel: Panel, words: MeetingWords): Promise<Id<'panel_meeting'>> {
  const id = await insertMeeting(tx, panel.id, words, personIdOf(tx.actor));
  told(tx, 'meeting_called', panel.id, { meeting: id, on: words.on });
  for (const one of await applicationsOf(tx, panel.id)) {
    if (stateOf(one) === 'member') await write(tx, one, meetingCalled(panel, words));
  }
  return id;
}

/** `meanwhile`: somebody else has saved since `version` was read. */
export async function changeMeeting(
  tx: TenantDb,
  panelId: Id<'panel'>,
  id: Id<'panel_meeting'>,
  words: MeetingWords & { readonly notes: string },
  version: number,
): Promise<Outcome<null, 'meanwhile'>> {
  if (!(await updateMeeting(tx, id, words, version))) return refused('meanwhile');
  told(tx, 'meeting_changed', panelId, { meeting: id });
  return ok(null);
}

/** Who came. Nobody has to, and who did not is asked nothing. */
export async function noteAttendance(
  tx: TenantDb,
  panelId: Id<'panel'>,
  id: Id<'panel_meeting'>,
  came: readonly Id<'panel_application'>[],
): Promise<void> {
  const members = (await applicationsOf(tx, panelId)).filter((one) => isMember(one) || one.exit);
  await saveCame(
    tx,
    id,
    members.map((one) => ({ id: one.id, came: came.includes(one.id) })),
  );
  told(tx, 'came', panelId, { meeting: id, people: came.length });
}

export async function sayComing(
  tx: TenantDb,
  id: Id<'panel_meeting'>,
  applicationId: Id<'panel_application'>,
  coming: boolean,
): Promise<void> {
  await saveMeansTo(tx, id, applicationId, coming);
}

export interface NewQuestion {
  readonly asks: string;
  readonly method: Method;
  readonly dots: number;
  readonly options: readonly { readonly says: string; readonly initiativeId: Id<'initiative'> | null }[];
}

export async function askToPrioritise(tx: TenantDb, panelId: Id<'panel'>, question: NewQuestion): Promise<void> {
  const id = await insertQuestion(tx, panelId, question, personIdOf(tx.actor));
  told(tx, 'question_asked', panelId, { question: id, how: question.method });
}

export async function closeQuestion(tx: TenantDb, panelId: Id<'panel'>, id: Id<'panel_question'>): Promise<void> {
  await close(tx, id);
  told(tx, 'question_closed', panelId, { question: id });
}

/** One member's points, in place of those they gave before. Nobody sees who gave what. */
export async function vote(
  tx: TenantDb,
  id: Id<'panel_question'>,
  applicationId: Id<'panel_application'>,
  points: ReadonlyMap<string, number>,
): Promise<Outcome<Question, VoteRefusal | 'closed'>> {
  const question = await questionById(tx, id);
  if (!question || question.closedOn) return refused('closed');
  const wrong = voteRefusal(question, [...points.values()]);
  if (wrong) return refused(wrong);
  await saveVote(
    tx,
    applicationId,
    question.options.map((option) => ({ optionId: option.id, points: points.get(option.id) ?? 0 })),
  );
  return ok(question);
}

/** Something the group says. It waits for an answer. */
export async function recommend(
  tx: TenantDb,
  panelId: Id<'panel'>,
  said: { readonly says: string; readonly meetingId: Id<'panel_meeting'> | null; readonly on: Day },
): Promise<void> {
  const id = await insertRecommendation(tx, panelId, said, personIdOf(tx.actor));
  told(tx, 'recommended', panelId, { said: id });
  for (const personId of await selectorsOf(tx, panelId)) {
    await openTurn(tx, {
      kind: 'panel.answer',
      subject: { kind: 'panel_recommendation', id },
      assignee: { personId },
      facts: { panel: panelId },
    });
  }
}

/** "Vi gjorde": what the house did about it, or why not. The members hear of it. */
export async function answerRecommendation(
  tx: TenantDb,
  panel: Panel,
  id: Id<'panel_recommendation'>,
  words: string,
): Promise<void> {
  await answer(tx, id, words, actingPerson(tx));
  await closeTurns(tx, { subject: { kind: 'panel_recommendation', id } });
  told(tx, 'answered', panel.id, { said: id });
  for (const one of await applicationsOf(tx, panel.id)) {
    if (stateOf(one) === 'member') await write(tx, one, answered(panel));
  }
}

/** An initiative is born of what the group said: its words go along as the origin. `grown`: it has one already. */
export async function growInitiative(
  tx: TenantDb,
  panel: Panel,
  id: Id<'panel_recommendation'>,
  made: { readonly title: string; readonly category: Category },
): Promise<Outcome<Id<'initiative'>, 'grown'>> {
  const said = await lockRecommendation(tx, id);
  if (!said || said.initiativeId) return refused('grown');
  const initiativeId = await startInitiative(tx, {
    title: made.title,
    what: said.says,
    why: '',
    category: made.category,
    place: '',
    startsOn: null,
    endsOn: null,
    wholeOrganisation: true,
    departmentIds: [],
    origins: [{ sourceKind: 'panel_recommendation', sourceId: id, sentence: said.says }],
  });
  await saveInitiative(tx, id, initiativeId);
  told(tx, 'grew', panel.id, { initiative: initiativeId }, initiativeId);
  return ok(initiativeId);
}
