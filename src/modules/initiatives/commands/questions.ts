import type { Channel } from '../../../kernel/actor.ts';
import type { Day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { newTypedCode } from '../../../platform/secret/code.ts';
import { displayNames } from '../../housing/public.ts';
import { type AskInvitation, closeTurns, notify, openTurn } from '../../turns/public.ts';
import { letterLines } from '../letters.ts';
import {
  CODE_LENGTH,
  type Question,
  type QuietAnswer,
  quietRule,
  type Silence,
  silencesToAsk,
} from '../rules/quiet.ts';
import { driversOn, type Initiative, statusOf } from '../rules.ts';
import { initiativeById } from '../store/initiatives.ts';
import {
  forgetCodes,
  insertQuestion,
  passOnUnanswered,
  saveAnswer,
  saveCode,
  saveHelped,
  settleOvertaken,
  silences,
} from '../store/questions.ts';
import { quietAnswered } from '../turns.ts';
import { howGoesPlace } from '../urls.ts';
import { locked, write } from './changing.ts';
import { endInitiative, park } from './life.ts';

const KINDS = ['initiative.quiet', 'initiative.quiet_unanswered'] as const;

/**
 * Every morning: what has been quiet for long asks its drivers how it goes, once a silence. What nobody answered within two
 * weeks goes to the consultants, once. Where people went on by themselves nothing waits any more.
 */
export async function askTheQuiet(tx: TenantDb): Promise<void> {
  for (const id of await settleOvertaken(tx)) await closeQuestion(tx, id);
  for (const id of await passOnUnanswered(tx)) await passOn(tx, id);
  await forgetCodes(tx);
  const rule = quietRule(tx.tenant.settings);
  for (const silence of silencesToAsk(await silences(tx, rule.days), tx.today, rule)) await askAbout(tx, silence);
}

/** Asks the drivers of one that is quiet; nothing where it was asked in this silence already. */
export async function askAbout(tx: TenantDb, silence: Silence): Promise<void> {
  const { initiativeId: id, drivers } = silence;
  const question = await insertQuestion(tx, silence);
  if (!question) return;
  write(tx, id, 'quiet_asked', { question });
  for (const personId of drivers) {
    await openTurn(tx, {
      kind: 'initiative.quiet',
      subject: { kind: 'initiative', id },
      thread: id,
      assignee: { personId },
      facts: { initiative: id },
    });
  }
}

async function passOn(tx: TenantDb, id: Id<'initiative'>): Promise<void> {
  const initiative = await initiativeById(tx, id);
  if (!initiative) return;
  write(tx, id, 'quiet_passed_on', { question: initiative.question?.id ?? null });
  await openTurn(tx, {
    kind: 'initiative.quiet_unanswered',
    subject: { kind: 'initiative', id },
    thread: id,
    assignee: { role: 'consultant', departmentId: onlyDepartment(initiative) },
    facts: { initiative: id },
  });
}

/** The way in for one who drives it: a code of which the database keeps the hash alone. */
export const howItGoes: AskInvitation = async (tx, subject, { personId, language, channel }) => {
  const code = newTypedCode(CODE_LENGTH);
  const asked = await saveCode(tx, subject.id as Id<'initiative'>, personId, code);
  if (!asked) return null;
  return { path: howGoesPlace({ code }), parts: channel === 'print' ? letterLines(code, language) : [] };
};

export interface QuietSaid {
  readonly questionId: Question['id'];
  readonly answer: QuietAnswer;
  readonly words: string;
  /** Whose answer it is; null where staff write it in and nobody said whose. */
  readonly by: Id<'person'> | null;
  readonly channel: Channel;
  readonly registeredBy: Id<'person'> | null;
  /** Where it rests: why, and when to ask again. */
  readonly rest: { readonly reason: string; readonly askAgainOn: Day | null };
}

/** The first answer holds for all who drive it, and moves the initiative; the others are told. */
export async function answerQuestion(
  tx: TenantDb,
  id: Id<'initiative'>,
  said: QuietSaid,
): Promise<Outcome<null, 'settled'>> {
  const initiative = await locked(tx, id);
  const { question } = initiative;
  if (question?.id !== said.questionId || question.settledOn) return refused('settled');
  if (statusOf(initiative, tx.today) !== 'under_way') return refused('settled');
  await saveAnswer(tx, question.id, said);
  const channel = said.registeredBy ? said.channel : null;
  write(tx, id, 'quiet_answered', { question: question.id, answer: said.answer, person: said.by, channel });
  await closeQuestion(tx, id);
  await move(tx, initiative, said);
  await tellTheOthers(tx, initiative, said);
  return ok(null);
}

async function move(tx: TenantDb, initiative: Initiative, { answer, words, by, rest }: QuietSaid): Promise<void> {
  const { id } = initiative;
  if (answer === 'rests') await park(tx, id, rest);
  if (answer === 'held') await endInitiative(tx, id, { result: 'done', words });
  if (answer === 'stopped') await endInitiative(tx, id, { result: 'stopped', words });
  if (answer !== 'help') return;
  await openTurn(tx, {
    kind: 'initiative.help',
    subject: { kind: 'initiative', id },
    thread: id,
    assignee: { role: 'consultant', departmentId: onlyDepartment(initiative) },
    facts: { initiative: id, person: by },
  });
}

async function tellTheOthers(tx: TenantDb, initiative: Initiative, { answer, by }: QuietSaid): Promise<void> {
  const others = driversOn(initiative, tx.today).filter(({ personId }) => personId !== by);
  if (others.length === 0) return;
  const who = by ? (await displayNames(tx, [{ kind: 'person', id: by }])).get(`person:${by}`) : null;
  const say = quietAnswered(who ?? tx.tenant.name, answer, initiative);
  for (const { personId } of others) await notify(tx, { to: { personId }, topic: 'turn', say });
}

/** They have had the help that they asked for. False: nobody waited for it. */
export async function giveHelp(tx: TenantDb, id: Id<'initiative'>): Promise<boolean> {
  await locked(tx, id);
  if (!(await saveHelped(tx, id))) return false;
  write(tx, id, 'helped', {});
  await closeTurns(tx, { kind: 'initiative.help', subject: { kind: 'initiative', id } });
  return true;
}

async function closeQuestion(tx: TenantDb, id: Id<'initiative'>): Promise<void> {
  for (const kind of KINDS) await closeTurns(tx, { kind, subject: { kind: 'initiative', id } });
}

function onlyDepartment({ departmentIds }: Initiative): Id<'department'> | null {
  const [only, ...others] = departmentIds;
  return only && others.length === 0 ? only : null;
}
