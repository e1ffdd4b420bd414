import { isStaff } from '../../../kernel/actor.ts';
import { formatDayWithWeekday } from '../../../kernel/format.ts';
import { readId } from '../../../kernel/id.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../platform/web/page-number.ts';
import type { Path } from '../../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { departmentNames, findPeople, personById } from '../../housing/public.ts';
import { isTurnOf, turnsPlace } from '../../turns/public.ts';
import {
  answerIdea,
  type IdeaRefusal,
  ideaByCode,
  ideaIsFrom,
  joinIdea,
  makeInitiative,
  postIdea,
  wayOfAnswer,
} from '../commands/ideas.ts';
import { descriptionForm, ideaForm, joinForm, kindWordsForm } from '../forms.ts';
import { CARDS_A_PAGE, type CardFilter, type Idea, readBy, titleFrom } from '../rules.ts';
import { cardPage } from '../store/cards.ts';
import { ideaById, ideaCounts, ideaPage } from '../store/ideas.ts';
import { ideasText } from '../text/ideas.ts';
import {
  answerIdeaPlace,
  askPlace,
  followPlace,
  ideaPersonPlace,
  ideaPlace,
  ideasPlace,
  joinPlace,
  makePlace,
  newIdeaPlace,
} from '../urls.ts';
import { IdeaPage, type IdeaPageProps, IdeasPage } from '../views/idea-answering.tsx';
import { NewIdeaPage } from '../views/idea-form.tsx';
import { FollowPage } from '../views/ideas.tsx';
import { ideasFile } from './files.ts';
import { ideaReader, personNames } from './names.ts';

const MOST_PEOPLE = 10;

/** From "Jeg har en idé" to its answer. */
export function ideaRoutes(web: Web): void {
  web.get(newIdeaPlace, anyone, (visit) => newIdea(visit));
  web.post(newIdeaPlace, anyone, postNewIdea, { rate: { times: 20, minutes: 10 } });
  web.get(followPlace, anyone, follow);
  web.get(ideasPlace, staff, list);
  web.get(ideaPlace, signedIn, async (visit) => ideaPageOf(visit, await ideaOf(visit)));
  web.post(makePlace, signedIn, make);
  web.post(joinPlace, signedIn, join);
  web.post(answerIdeaPlace, signedIn, answer);
  web.post(ideaPersonPlace, signedIn, choosePerson);
}

async function newIdea(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const byStaff = isStaff(actor);
  const words = ideasText(language);
  const home = actor.kind === 'person' ? actor.grants.find((grant) => grant.role === 'resident') : undefined;
  return visit.page(
    { title: byStaff ? words.byStaffTitle : words.title, description: words.intro, status: problems ? 422 : 200 },
    NewIdeaPage({
      language,
      departments: await departmentNames(tx),
      departmentId: home?.departmentId ?? null,
      asksContact: actor.kind === 'visitor',
      byStaff,
      problems,
    }),
  );
}

async function postNewIdea(visit: Visit): Promise<Response> {
  const { tx, actor, language } = visit;
  const read = readForm(ideaForm(language, { byStaff: isStaff(actor) }), visit.form);
  if (!read.ok) return newIdea(visit, read.refusal);
  const { said, contact, channel, name, once } = read.value;
  const known = await departmentNames(tx);
  const departmentId = read.value.department && known.has(read.value.department) ? read.value.department : null;
  const onBehalf = channel === 'self' ? null : channel;
  // A page that visitors are shown is kept, so that another may have been shown the same form.
  const own = once && `${once} ${visit.bucketOf('idea')}`;
  const idea = await postIdea(tx, { said, departmentId, contact: { ...contact, name }, onBehalf, once: own });
  const words = ideasText(language);
  if (onBehalf) return visit.redirect(ideaPlace({ id: idea.id }), words.registered);
  const reader = await ideaReader(tx, departmentId);
  const day = formatDayWithWeekday(readBy(tx.today), language);
  const thanks = reader ? words.thanks(reader, day) : words.thanksOffice(day);
  return visit.redirect(followPlace({ code: idea.code }), thanks);
}

async function follow(visit: Visit<'/min-ide/:code'>): Promise<Response> {
  const { tx, language } = visit;
  const idea = (await ideaByCode(tx, visit.params.code)) ?? missing();
  const readerName = await ideaReader(tx, idea.departmentId);
  const names = await personNames(tx, [idea.answer?.answeredBy ?? null], language);
  return visit.page(
    { title: ideasText(language).followTitle, unlisted: true },
    FollowPage({
      language,
      idea,
      address: tx.origin + followPlace({ code: visit.params.code }),
      readerName,
      answererName: idea.answer ? (names.get(idea.answer.answeredBy) ?? null) : null,
    }),
  );
}

async function list(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const which = query.get('vis') === 'besvaret' ? 'answered' : 'waiting';
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) {
    const known = { language, departments: await departmentNames(tx), origin: tx.origin };
    const at = (number: number) => ideaPage(tx, which, CARDS_A_PAGE, (number - 1) * CARDS_A_PAGE);
    return listFile(visit, format, ideasFile(known, at));
  }
  const ideas = await ideaPage(tx, which, CARDS_A_PAGE, (page - 1) * CARDS_A_PAGE);
  const counts = await ideaCounts(tx);
  const departments = await departmentNames(tx);
  return visit.page(
    { title: ideasText(language).ideas },
    <>
      {IdeasPage({ language, which, ideas, counts, page, departments })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

type IdeaVisit = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

/** For staff, and for those who look after it because nobody is staff. */
async function ideaOf(visit: IdeaVisit): Promise<Idea> {
  const id = readId<'idea'>(visit.params.id) ?? missing();
  if (!isStaff(visit.actor) && !(await isTurnOf(visit.tx, { kind: 'idea', id }))) missing();
  return (await ideaById(visit.tx, id)) ?? missing();
}

async function ideaPageOf(visit: IdeaVisit, idea: Idea, refused?: IdeaPageProps['refused']): Promise<Response> {
  const { tx, language } = visit;
  const people = [idea.personId, idea.registeredBy, idea.answer?.answeredBy ?? null];
  const way = await wayOfAnswer(tx, idea);
  // Nobody we know had the name? Then the staff member looks, by name or by address.
  const search = visit.query.get('q')?.trim() ?? (way === 'nobody' ? idea.contactName : '');
  const found = search && mayName(idea) ? (await findPeople(tx, search, 1)).people.slice(0, MOST_PEOPLE) : [];
  await sawPeople(
    tx,
    'search',
    found.map(({ id }) => id),
  );
  const filter: CardFilter = { status: 'open', departmentId: idea.departmentId };
  const candidates = idea.answer ? [] : (await cardPage(tx, filter, 1, CARDS_A_PAGE)).cards;
  return visit.page(
    { title: titleFrom(idea.said), heading: false, status: refused ? 422 : 200 },
    IdeaPage({
      language,
      idea,
      departments: await departmentNames(tx),
      names: await personNames(tx, people, language),
      candidates,
      way,
      who: mayName(idea) ? { search, found, problems: refused?.form === 'who' ? refused.problems : undefined } : null,
      ...(refused ? { refused } : {}),
    }),
  );
}

/** Only for what staff wrote in, and until it is answered. */
function mayName(idea: Idea): boolean {
  return idea.registeredBy !== null && idea.answer === null;
}

async function choosePerson(visit: IdeaVisit): Promise<Response> {
  const { tx, language } = visit;
  const idea = await ideaOf(visit);
  const words = ideasText(language);
  const id = readId<'person'>(String(visit.form.get('person') ?? ''));
  const person = id && (await personById(tx, id));
  if (!person)
    return ideaPageOf(visit, idea, { form: 'who', problems: problemIn(visit.form, 'person', words.whoMissing) });
  const named = await ideaIsFrom(tx, idea.id, person.id);
  const next = named ? ideaPlace({ id: idea.id }) : afterwards(visit, ideaPlace({ id: idea.id }));
  return visit.redirect(next, named ? words.whoSaved : words.answeredAlready);
}

/** Staff go on with the next step; whoever stood in goes back to what waits for them. */
function afterwards(visit: IdeaVisit, next: Path): Path {
  return isStaff(visit.actor) ? next : turnsPlace({});
}

/** What was done, and plainly when nobody hears of it. */
async function doneWords(visit: IdeaVisit, idea: Idea, done: string): Promise<string> {
  const way = await wayOfAnswer(visit.tx, idea);
  return way === 'nobody' || way === 'never' ? `${done} ${ideasText(visit.language).reachesNobody}` : done;
}

async function make(visit: IdeaVisit): Promise<Response> {
  const { tx, language } = visit;
  const idea = await ideaOf(visit);
  const read = readForm(descriptionForm(language), visit.form);
  if (!read.ok) return ideaPageOf(visit, idea, { form: 'make', problems: read.refusal });
  const made = await makeInitiative(tx, idea.id, read.value);
  if (!made.ok) return refuse(visit, idea, 'make', made.refusal);
  return visit.redirect(
    afterwards(visit, askPlace({ id: made.value })),
    await doneWords(visit, idea, ideasText(language).madeFlash),
  );
}

async function join(visit: IdeaVisit): Promise<Response> {
  const { tx, language } = visit;
  const idea = await ideaOf(visit);
  const read = readForm(joinForm(language), visit.form);
  if (!read.ok) return ideaPageOf(visit, idea, { form: 'join', problems: read.refusal });
  const joined = await joinIdea(tx, idea.id, read.value.initiative, read.value.words);
  if (!joined.ok) return refuse(visit, idea, 'join', joined.refusal);
  return visit.redirect(
    afterwards(visit, ideasPlace({})),
    await doneWords(visit, idea, ideasText(language).joinedFlash),
  );
}

async function answer(visit: IdeaVisit): Promise<Response> {
  const { tx, language } = visit;
  const idea = await ideaOf(visit);
  const read = readForm(kindWordsForm(language), visit.form);
  if (!read.ok) return ideaPageOf(visit, idea, { form: 'answer', problems: read.refusal });
  const answered = await answerIdea(tx, idea.id, read.value.words);
  if (!answered.ok) return refuse(visit, idea, 'answer', answered.refusal);
  return visit.redirect(
    afterwards(visit, ideasPlace({})),
    await doneWords(visit, idea, ideasText(language).answeredFlash),
  );
}

/** Somebody was faster, or the initiative is gone: nothing is lost of what was typed, or the answer is shown. */
async function refuse(
  visit: IdeaVisit,
  idea: Idea,
  form: 'make' | 'join' | 'answer',
  refusal: IdeaRefusal,
): Promise<Response> {
  const words = ideasText(visit.language);
  if (refusal === 'answered')
    return visit.redirect(afterwards(visit, ideaPlace({ id: idea.id })), words.answeredAlready);
  const message = refusal === 'ended' ? words.endedInitiative : words.unknownInitiative;
  return ideaPageOf(visit, idea, { form, problems: problemIn(visit.form, 'initiative', message) });
}
