import { type Id, readId } from '../../../kernel/id.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import type { Path } from '../../../platform/web/path.ts';
import type { PageHead, Visit, Web } from '../../../platform/web/web.ts';
import { anyOf, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { type ConstitutionRefusal, constituteBoard } from '../commands/roles.ts';
import { boardForm } from '../forms.ts';
import { type Board, OFFICES, type Office } from '../rules.ts';
import { type BoardOf, boardOf } from '../store/boards.ts';
import { ownOrganisation } from '../store/departments.ts';
import { findPeople } from '../store/find.ts';
import { peopleByIds } from '../store/people.ts';
import { formText } from '../text/forms.ts';
import { housesText } from '../text/houses.ts';
import { boardPlace, departmentPlace, departmentsPlace, organisationBoardPlace } from '../urls.ts';
import { BoardPage, type Candidate } from '../views/board.tsx';
import { departmentOf } from './departments.tsx';
import type { Neighbours } from './housing.tsx';
import { roleRefusalText } from './refusals.ts';

/** One board's page: which board it is, and where it stands. */
interface Place {
  readonly of: BoardOf;
  readonly title: string;
  readonly action: Path;
  readonly trail: NonNullable<PageHead['trail']>;
}

/** The organisation's board decides about money: the office's own people do not choose who sits on it. */
const secretariat = anyOf('secretariat');

export function boardRoutes(web: Web, { afterConstitution }: Neighbours): void {
  web.get(boardPlace, staff, async (visit) => showBoard(visit, await departmentBoard(visit)));
  web.post(boardPlace, staff, async (visit) => saveBoard(visit, await departmentBoard(visit), afterConstitution));
  web.get(organisationBoardPlace, secretariat, async (visit) => showBoard(visit, await ownBoard(visit)));
  web.post(organisationBoardPlace, secretariat, async (visit) => saveBoard(visit, await ownBoard(visit)));
}

async function departmentBoard(visit: Visit<'/afdelinger/:id/bestyrelse'>): Promise<Place> {
  const { id, organisationId, name } = await departmentOf(visit.tx, visit.params.id);
  return {
    of: { organisationId, departmentId: id },
    title: housesText(visit.language).boardOf(name),
    action: boardPlace({ id }),
    trail: [
      { href: departmentsPlace({}), label: housesText(visit.language).departments },
      { href: departmentPlace({ id }), label: name },
    ],
  };
}

async function ownBoard(visit: Visit): Promise<Place> {
  const words = housesText(visit.language);
  return {
    of: { organisationId: (await ownOrganisation(visit.tx)).id, departmentId: null },
    title: words.organisationBoard,
    action: organisationBoardPlace({}),
    trail: [{ href: departmentsPlace({}), label: words.departments }],
  };
}

async function showBoard(visit: Visit, place: Place, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const board = await boardOf(tx, place.of);
  const search = visit.query.get('q')?.trim() || null;
  const found = search ? (await findPeople(tx, search, 1)).people.slice(0, 10) : [];
  await sawPeople(
    tx,
    'search',
    found.map(({ id }) => id),
  );
  const typed = problems
    ? await peopleByIds(
        tx,
        officesIn(visit.form).map((one) => one.personId),
      )
    : [];
  const page = (
    <BoardPage
      language={language}
      action={place.action}
      board={board}
      candidates={candidatesFrom(board, [...found, ...typed])}
      search={search}
      nobodyFound={search !== null && found.length === 0}
      problems={problems}
    />
  );
  return visit.page({ title: place.title, trail: place.trail, ...(problems ? { status: 422 } : {}) }, page);
}

type Hit = { readonly id: Id<'person'>; readonly name: string; readonly address: string | null };

/** Today's members, then those who were searched for. */
function candidatesFrom(board: Board, hits: readonly Hit[]): Candidate[] {
  const now = board.members.map(({ personId, name, office }) => ({ personId, name, address: null, office }));
  const others = hits
    .filter(
      (hit, at) => !now.some((one) => one.personId === hit.id) && hits.findIndex((one) => one.id === hit.id) === at,
    )
    .map((hit) => ({ personId: hit.id, name: hit.name, address: hit.address, office: null }));
  return [...now, ...others];
}

async function saveBoard(visit: Visit, place: Place, after?: Neighbours['afterConstitution']): Promise<Response> {
  const read = readForm(boardForm(visit.language), visit.form);
  if (!read.ok) return showBoard(visit, place, read.refusal);
  const members = officesIn(visit.form).flatMap(({ personId, office }) => (office ? [{ personId, office }] : []));
  const done = await constituteBoard(visit.tx, { ...place.of, ...read.value, members });
  if (!done.ok) return showBoard(visit, place, refusalIn(visit, done.refusal));
  if (place.of.departmentId) await after?.(visit.tx, place.of.departmentId);
  return visit.redirect(place.action, housesText(visit.language).constituted);
}

/** `office.<person id>`: one for each person shown; no office for those who are not to be in the board. */
function officesIn(form: FormData): { personId: Id<'person'>; office: Office | null }[] {
  return [...form.entries()].flatMap(([name, value]) => {
    const personId = name.startsWith('office.') ? readId<'person'>(name.slice('office.'.length)) : null;
    return personId ? [{ personId, office: OFFICES.find((office) => office === value) ?? null }] : [];
  });
}

function refusalIn(visit: Visit, refusal: ConstitutionRefusal): FormProblems {
  if (refusal.kind === 'member') {
    return problemIn(visit.form, `office.${refusal.personId}`, roleRefusalText(visit.language, refusal.refusal));
  }
  return problemIn(visit.form, 'seats', formText(visit.language).problems[refusal.problem]);
}
