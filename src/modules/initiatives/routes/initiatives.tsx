import { isStaff, personIdOf } from '../../../kernel/actor.ts';
import type { Id } from '../../../kernel/id.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { type Outcome, ok, refused } from '../../../kernel/outcome.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { searchIds } from '../../../platform/search/search.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { FRAME_PATHS } from '../../../ui/layout-paths.ts';
import { departmentNames, findOrRegister } from '../../housing/public.ts';
import { type May, mayWith } from '../access.ts';
import { editInitiative, type NewInitiative, startInitiative } from '../commands/initiatives.ts';
import { type DescriptionTyped, descriptionForm } from '../forms.ts';
import { CATEGORIES, type CardFilter, type Initiative, STATUSES } from '../rules.ts';
import { cardPage, quietPage, statusCounts } from '../store/cards.ts';
import { initiativeById } from '../store/initiatives.ts';
import { formWords } from '../text/forms.ts';
import { initiativesText } from '../text/initiatives.ts';
import { insideText } from '../text/inside.ts';
import {
  editPlace,
  initiativePlace,
  initiativesPlace,
  insidePlace,
  newInitiativePlace,
  overviewPlace,
  WHOLE_THREAD,
} from '../urls.ts';
import { EditPage, NewInitiativePage } from '../views/editing.tsx';
import { type ListChoice, ListPage } from '../views/list.tsx';
import { OverviewPage } from '../views/overview.tsx';
import { PublicPage } from '../views/public-page.tsx';
import { cardsFile, quietFile } from './files.ts';
import type { InitiativeNeighbours } from './inside.tsx';
import { peopleIn } from './names.ts';
import { happenedIn, type ThreadTongue, threadOf } from './thread.ts';

const MOST_FOUND = 200;

type Neighbours = Pick<InitiativeNeighbours, 'beside' | 'originPath'>;

export type OneInitiative = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

/** The list, the public page, and writing. */
export function initiativeRoutes(web: Web, tongue: ThreadTongue, neighbours: Neighbours): void {
  web.get(initiativesPlace, anyone, list);
  web.get(newInitiativePlace, signedIn, (visit) => newPage(visit));
  web.post(newInitiativePlace, signedIn, create);
  web.get(overviewPlace, staff, overview);
  web.get(initiativePlace, anyone, (visit) => publicPage(visit, tongue, neighbours));
  web.get(editPlace, signedIn, edit);
  web.post(editPlace, signedIn, saveEdit);
}

/** The initiative in the path and what this person may do with it. */
export async function reached(visit: OneInitiative): Promise<{ readonly initiative: Initiative; readonly may: May }> {
  const initiative = (await initiativeById(visit.tx, idIn(visit))) ?? missing();
  return { initiative, may: mayWith(visit.actor, initiative, visit.tx.today) };
}

export function idIn({ params }: OneInitiative): Initiative['id'] {
  return readId<'initiative'>(params.id) ?? missing();
}

async function list(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const choice: ListChoice = {
    q: query.get('q')?.trim() ?? '',
    category: query.get('emne') ?? '',
    department: query.get('afdeling') ?? '',
    status: query.get('status') ?? '',
    help: query.get('hjaelp') === 'ja',
  };
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) {
    const [departments, filter] = [await departmentNames(tx), await filterOf(tx, choice)];
    const known = { language, departments, origin: tx.origin };
    return listFile(
      visit,
      format,
      cardsFile(known, async (number) => (await cardPage(tx, filter, number)).cards),
    );
  }
  const [departments, { cards, total }] = await Promise.all([
    departmentNames(tx),
    filterOf(tx, choice).then((filter) => cardPage(tx, filter, page)),
  ]);
  const words = initiativesText(language);
  return visit.page({ title: words.initiatives, description: words.listIntro, wide: true }, () => (
    <>
      {ListPage({
        language,
        cards,
        total,
        page,
        choice,
        departments,
        may: { create: actor.kind === 'person', seeOverview: isStaff(actor) },
      })}
      <FileLinks language={language} query={query} />
    </>
  ));
}

/** What is not a choice is as if nothing was chosen. */
async function filterOf(tx: TenantDb, choice: ListChoice): Promise<CardFilter> {
  const found = choice.q
    ? await searchIds(tx, choice.q, { audience: 'public', kinds: ['initiative'], limit: MOST_FOUND })
    : null;
  const status = STATUSES.find((one) => one === choice.status);
  return {
    ids: found,
    category: CATEGORIES.find((one) => one === choice.category) ?? null,
    departmentId: readId<'department'>(choice.department),
    // A search looks among everything, also what has ended.
    status: status ?? (choice.status === 'alle' || found ? null : 'open'),
    seeksHelp: choice.help,
  };
}

async function overview(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const page = pageNumber(query);
  const format = wantedFile(query);
  if (format) {
    const known = { language, departments: await departmentNames(tx), origin: tx.origin };
    return listFile(
      visit,
      format,
      quietFile(known, async (number) => (await quietPage(tx, number)).cards),
    );
  }
  const [{ cards, total }, counts, departments] = await Promise.all([
    quietPage(tx, page),
    statusCounts(tx),
    departmentNames(tx),
  ]);
  return visit.page(
    { title: initiativesText(language).overview, heading: false, wide: true },
    <>
      {OverviewPage({ language, today: tx.today, counts, cards, total, page, departments })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

async function publicPage(
  visit: OneInitiative,
  tongue: ThreadTongue,
  { beside, originPath }: Neighbours,
): Promise<Response> {
  const { tx, actor, language } = visit;
  const id = idIn(visit);
  // Asked at once; none of it is shown unless the initiative is there.
  const [{ initiative, may }, departments, { entries, more }] = await Promise.all([
    reached(visit),
    departmentNames(tx),
    happenedIn(visit, tongue, id, 'public'),
  ]);
  const reader = { audience: 'public', language, people: peopleIn(initiative) } as const;
  const [{ thread, names }, shownBeside] = await Promise.all([
    threadOf(tx, tongue, initiative, entries, reader),
    beside?.(visit, initiative, false) ?? null,
  ]);
  return visit.page({ title: initiative.title, heading: false, description: initiative.what.slice(0, 200) }, () =>
    PublicPage({
      language,
      today: tx.today,
      initiative,
      may,
      departments,
      names,
      thread,
      originHref: (origin) => originPath?.(actor, origin) ?? null,
      ...(more ? { wholeThread: initiativePlace({ id }, WHOLE_THREAD) } : {}),
      readerId: personIdOf(actor),
      beside: shownBeside,
      signInHref: actor.kind === 'visitor' ? `${FRAME_PATHS.signIn}?retur=${visit.path}` : null,
    }),
  );
}

async function newPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  return visit.page(
    { title: initiativesText(language).newInitiative, status: problems ? 422 : 200 },
    NewInitiativePage({ language, departments: await departmentNames(tx), byStaff: isStaff(actor), problems }),
  );
}

async function create(visit: Visit): Promise<Response> {
  const { tx, actor, language } = visit;
  if (actor.kind !== 'person') missing();
  const read = readForm(descriptionForm(language), visit.form);
  if (!read.ok) return newPage(visit, read.refusal);
  const typed = read.value;
  const whose = isStaff(actor) ? await onBehalf(tx, typed, actor.personId) : ok({});
  if (!whose.ok) return newPage(visit, problemIn(visit.form, whose.refusal, whoWords(language)[whose.refusal]));
  const id = await startInitiative(tx, {
    ...typed,
    ...whose.value,
    drivenBy: typed.drive ? { personId: actor.personId, namePublic: typed.named } : null,
  });
  return visit.redirect(insidePlace({ id }), initiativesText(language).created);
}

/** Written in from paper or telephone: it belongs to the one who said it, when we were told who. */
async function onBehalf(
  tx: TenantDb,
  { channel, name, contact }: DescriptionTyped,
  registeredBy: Id<'person'>,
): Promise<Outcome<Pick<NewInitiative, 'createdBy' | 'onBehalf'>, 'name' | 'contact'>> {
  if (channel === 'self') return ok({});
  if (!name && !contact.email && !contact.phone) return ok({ createdBy: null, onBehalf: { channel, registeredBy } });
  const found = await findOrRegister(tx, { name, ...contact });
  if (found.ok) return ok({ createdBy: found.value.id, onBehalf: { channel, registeredBy } });
  return refused(found.refusal.kind === 'name_missing' ? 'name' : 'contact');
}

function whoWords(language: Language): Readonly<Record<'name' | 'contact', string>> {
  const words = formWords(language);
  return { name: words.nobodyByContact, contact: words.otherTaken };
}

async function edit(visit: OneInitiative): Promise<Response> {
  const { initiative, may } = await reached(visit);
  if (!may.edit) missing();
  return editPage(visit, initiative);
}

async function saveEdit(visit: OneInitiative): Promise<Response> {
  const { tx, language } = visit;
  const { initiative, may } = await reached(visit);
  if (!may.edit) missing();
  const read = readForm(descriptionForm(language), visit.form);
  if (!read.ok) return editPage(visit, initiative, read.refusal);
  const edited = await editInitiative(tx, initiative.id, read.value.version, read.value);
  if (!edited.ok) {
    const problems = problemIn(visit.form, '', insideText(language).changedTitle);
    return editPage(visit, edited.refusal.now, problems, true);
  }
  return visit.redirect(insidePlace({ id: initiative.id }), insideText(language).saved);
}

async function editPage(
  visit: OneInitiative,
  initiative: Initiative,
  problems?: FormProblems,
  meanwhile = false,
): Promise<Response> {
  const { tx, language } = visit;
  return visit.page(
    { title: insideText(language).editTitle(initiative.title), status: problems ? 422 : 200 },
    EditPage({ language, departments: await departmentNames(tx), initiative, problems, meanwhile }),
  );
}
