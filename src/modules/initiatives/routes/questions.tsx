import { isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { readTypedCode } from '../../../kernel/typed-code.ts';
import { codeDoor } from '../../../platform/web/code-door.ts';
import { readForm } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { answerQuestion, giveHelp } from '../commands/questions.ts';
import { quietCodeForm, quietForm } from '../forms.ts';
import { CODE_LENGTH, wakingDay } from '../rules/quiet.ts';
import { type Initiative, restingNow, statusOf } from '../rules.ts';
import { initiativeById } from '../store/initiatives.ts';
import { type Opened, openedBy } from '../store/questions.ts';
import { quietText } from '../text/quiet.ts';
import { helpedPlace, howGoesCodePlace, howGoesPlace, insidePlace, questionPlace } from '../urls.ts';
import { QuestionCodePage, QuestionPage, SettledPage } from '../views/question.tsx';
import { type OneInitiative, reached } from './initiatives.tsx';

type ByCode = Omit<Visit, 'params'> & { readonly params: { readonly code: string } };

/** A stairwell sits behind one address; nobody guesses ten letters and figures at this pace. */
const LOOKS = { rate: { times: 120, minutes: 15 } };
const POSTS = { rate: { times: 60, minutes: 15 } };

/** "Går det, skal I have hjælp, eller hviler det?", answered with an account or without. */
export function questionRoutes(web: Web): void {
  codeDoor(web, {
    place: howGoesCodePlace,
    limits: POSTS,
    words: (language) => ({ title: quietText(language).codeTitle, unknown: quietText(language).codeUnknown }),
    form: quietCodeForm,
    view: QuestionCodePage,
    leads: async (tx, code) => ((await openedBy(tx, code)) ? howGoesPlace({ code }) : null),
  });
  web.get(howGoesPlace, anyone, async (visit) => show(visit, await byCode(visit)), LOOKS);
  web.post(howGoesPlace, anyone, async (visit) => postAnswer(visit, await byCode(visit)), POSTS);
  web.get(questionPlace, signedIn, async (visit) => show(visit, await bySignIn(visit)));
  web.post(questionPlace, signedIn, async (visit) => postAnswer(visit, await bySignIn(visit)));
  web.post(helpedPlace, staff, postHelped);
}

/** The question as it was reached: whose answer it will be, and where it goes. */
interface Reached {
  readonly initiative: Initiative;
  readonly personId: Id<'person'> | null;
  /** The question that the code is for; null: the one that is open. */
  readonly opened: Opened | null;
  readonly here: Path;
}

async function byCode({ tx, params }: ByCode): Promise<Reached> {
  const code = readTypedCode(params.code, CODE_LENGTH) ?? missing();
  const opened = (await openedBy(tx, code)) ?? missing();
  const initiative = (await initiativeById(tx, opened.initiativeId)) ?? missing();
  return { initiative, personId: opened.personId, opened, here: howGoesPlace({ code }) };
}

async function bySignIn(visit: OneInitiative): Promise<Reached> {
  const { initiative, may } = await reached(visit);
  if (!may.edit) missing();
  const personId = personIdOf(visit.actor);
  return { initiative, personId, opened: null, here: questionPlace({ id: initiative.id }) };
}

type AnyVisit = Pick<Visit, 'tx' | 'actor' | 'language' | 'page' | 'redirect' | 'form'>;

function show(visit: AnyVisit, found: Reached, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const { initiative, opened, here } = found;
  const { question } = initiative;
  const words = quietText(language);
  const same = opened === null || opened.questionId === question?.id;
  const waits = question?.settledOn === null && statusOf(initiative, tx.today) === 'under_way';
  if (same && waits) {
    const head = { title: words.title, unlisted: true, status: problems ? 422 : 200 } as const;
    return visit.page(head, QuestionPage({ language, action: here, initiative, forAnother: isStaff(actor), problems }));
  }
  const answered = same && question?.answer ? question : null;
  return visit.page(
    { title: answered ? words.settledTitle : words.title, unlisted: true },
    SettledPage({
      language,
      initiative,
      question: answered,
      restsUntil: answered?.answer === 'rests' ? (restingNow(initiative, tx.today)?.askAgainOn ?? null) : null,
      mayHelp: isStaff(actor),
      inside: opened === null,
    }),
  );
}

async function postAnswer(visit: AnyVisit, found: Reached): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const read = readForm(quietForm(language), form);
  if (!read.ok) return show(visit, found, read.refusal);
  const { answer, words, waking, channel } = read.value;
  const questionId = found.opened?.questionId ?? found.initiative.question?.id;
  if (!questionId) return visit.redirect(found.here);
  const forAnother = isStaff(actor) && channel !== 'self';
  await answerQuestion(tx, found.initiative.id, {
    questionId,
    answer,
    words,
    // Without a code nobody knows which of those who drive it the answer came from.
    by: forAnother && !found.opened ? null : found.personId,
    channel: forAnother ? channel : tx.channel,
    registeredBy: forAnother ? personIdOf(actor) : null,
    rest: { reason: words || quietText(tx.tenant.language).restsReason, askAgainOn: wakingDay(waking, tx.today) },
  });
  return visit.redirect(found.here);
}

async function postHelped(visit: OneInitiative): Promise<Response> {
  const { tx, language } = visit;
  const { initiative } = await reached(visit);
  const words = quietText(language);
  const helped = await giveHelp(tx, initiative.id);
  return visit.redirect(insidePlace({ id: initiative.id }), helped ? words.helpedFlash : words.helpedAlready);
}
