import { randomUUID } from 'node:crypto';
import { addDays } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { aDepartment, aPerson, aTenancy } from '../../housing/seed.ts';
import { answerOffer, leave, pause } from './commands/answering.ts';
import { addCombination, addSelector, haveLooked, openPanel, saveProfile } from './commands/calling.ts';
import { askDraw, closePool, press, stopDraw, throwDice } from './commands/drawing.ts';
import { type SignedUp, type SignUp, signUp } from './commands/joining.ts';
import {
  answerRecommendation,
  askToPrioritise,
  callMeeting,
  growInitiative,
  noteAttendance,
  recommend,
  vote,
} from './commands/meeting.ts';
import { callReserve } from './commands/reserves.ts';
import { prepareDraw } from './commands/running.ts';
import type { Panel, PanelWords } from './rules/panel.ts';
import { applicationsOf } from './store/applications.ts';
import { drawById, drawsOf } from './store/draws.ts';
import { meetingsOf } from './store/meetings.ts';
import { panelById, panelPage } from './store/panels.ts';
import { cellsOf } from './store/profile.ts';
import { questionsOf } from './store/questions.ts';
import { recommendationsOf } from './store/recommendations.ts';

/** A call of three weeks that began today, for six seats, unless said otherwise. The actor is its first selector. */
export async function aPanel(tx: TenantDb, wanted: Partial<PanelWords> = {}): Promise<Panel> {
  const kind = wanted.kind ?? 'drawn';
  const id = await openPanel(tx, {
    kind,
    name: 'Lutter ører',
    purpose:
      'Vi læser det, boligorganisationen skriver, før det bliver sendt ud, og siger, hvad vi mener om nye forslag.',
    practical: 'Fælleshuset i Kærhaven, fire onsdage kl. 17.30-19.30. Der er aftensmad.',
    seats: 6,
    opensOn: tx.today,
    closesOn: kind === 'open' ? null : addDays(tx.today, 21),
    minAge: 16,
    offerDays: 5,
    boardLimit: 0,
    unchosenMonths: 3,
    memberMonths: 12,
    ...wanted,
  });
  return (await panelById(tx, id)) as Panel;
}

/** Two departments of six homes each, with somebody of 36 or 76 years in each. */
export async function residentsToMirror(tx: TenantDb) {
  const one = await aDepartment(tx);
  const other = await aDepartment(tx, { number: '2', name: 'Stationsgården' });
  for (let at = 1; at <= 12; at += 1) {
    const number = String(at);
    const departmentId = at <= 6 ? one : other;
    const lives = await aTenancy(tx, { departmentId, number, houseNumber: number, floor: '', door: '' });
    await aPerson(tx, { name: `Beboer ${at}`, birthYear: at % 2 ? 1990 : 1950, lives });
  }
  return { one, other };
}

/** Somebody signs up, and the rules let them. */
export async function anApplicant(
  tx: TenantDb,
  panelId: Id<'panel'>,
  wanted: Partial<SignUp> & { readonly name: string },
): Promise<SignedUp> {
  const signed = await signUp(tx, panelId, {
    email: null,
    phone: null,
    address: `${wanted.name}s hjem 1`,
    why: '',
    diet: '',
    accessNeeds: '',
    birthYear: 1975,
    department: null,
    language: 'da',
    tenure: '2-5',
    onBoard: false,
    onBehalf: null,
    once: randomUUID(),
    ...wanted,
  });
  if (!signed.ok) throw new Error(`Cannot sign ${wanted.name} up: ${signed.refusal}`);
  return signed.value;
}

/** The newest of that name. */
async function panelNamed(tx: TenantDb, name: string): Promise<Panel | null> {
  return (await panelPage(tx, 1)).rows.find((panel) => panel.name === name) ?? null;
}

/** The verbs and the reads, for stories that are told elsewhere. */
export const verbs = {
  addCombination,
  addSelector,
  answerOffer,
  answerRecommendation,
  applicationsOf,
  askDraw,
  askToPrioritise,
  callMeeting,
  callReserve,
  cellsOf,
  closePool,
  drawById,
  drawsOf,
  growInitiative,
  haveLooked,
  leave,
  meetingsOf,
  noteAttendance,
  panelNamed,
  pause,
  prepareDraw,
  press,
  questionsOf,
  recommend,
  recommendationsOf,
  saveProfile,
  stopDraw,
  throwDice,
  vote,
};
