import { readTable } from '../../../engines/table/read-table.ts';
import type { Language } from '../../../kernel/language.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { departments, roleName } from '../../housing/public.ts';
import { letIn, type RoleGiven } from '../commands/people.ts';
import { peopleListForm, personForm } from '../forms.ts';
import { type Line, type LineRefusal, linesOfTable, ofDepartment, readLines, writtenLines } from '../rules/people.ts';
import { type RoleHolder, roleHolders } from '../store/people.ts';
import { peopleText } from '../text/people.ts';
import { peopleFilePlace, peopleListPlace, stepHref } from '../urls.ts';
import { PeoplePage, type Sent } from '../views/people.tsx';
import { stepView } from './parts.ts';

const secretariat = anyOf('secretariat');
const MEGABYTE = 1_000_000;
const HOLDERS_SHOWN = 50;
const MOST_LINES = 500;

export function peopleRoutes(web: Web, roleGiven?: RoleGiven): void {
  web.post(peopleListPlace, secretariat, (visit) => postList(visit, roleGiven));
  web.post(peopleFilePlace, secretariat, postFile, { maxBytes: 3 * MEGABYTE });
}

interface Shown {
  readonly sent?: Sent;
  readonly problems?: FormProblems;
  readonly lines?: string;
  readonly notice?: string;
}

export async function peoplePage(visit: Visit, shown: Shown = {}): Promise<Response> {
  const { tx, language } = visit;
  const view = await stepView(visit, 'people', shown.problems);
  const [places, holders] = [await departments(tx), await roleHolders(tx, HOLDERS_SHOWN)];
  const { chairs } = peopleText(language);
  const named = ({ role, department, chair }: RoleHolder['roles'][number]) => {
    const name = chair ? chairs[department ? 'department' : 'organisation'] : roleName(role, language);
    return department ? `${name} (${department})` : name;
  };
  return visit.page(
    view.head,
    PeoplePage({
      ...view.props,
      departments: places,
      here: holders.map(({ name, roles }) => ({ name, roles: roles.map(named).join(', ') })),
      sent: shown.sent ?? null,
      lines: shown.lines ?? '',
      notice: shown.notice ?? null,
    }),
  );
}

export async function postPerson(visit: Visit, roleGiven?: RoleGiven): Promise<Response> {
  const { tx, form, language } = visit;
  const read = readForm(personForm(language), form);
  if (!read.ok) return peoplePage(visit, { sent: 'one', problems: read.refusal });
  const words = peopleText(language);
  const { invite, ...typed } = read.value;
  const line: Line = { ...typed, department: ofDepartment(typed.post) ? typed.department : '' };
  if (line.email === '' && line.phone === '')
    return peoplePage(visit, { sent: 'one', problems: problemIn(form, 'email', words.problems.reach) });
  if (ofDepartment(line.post) && line.department === '')
    return peoplePage(visit, { sent: 'one', problems: problemIn(form, 'department', words.problems.department) });
  const done = await letIn(tx, [line], { invite, roleGiven });
  if (!done.ok) {
    const { problem } = done.refusal;
    return peoplePage(visit, { sent: 'one', problems: problemIn(form, FIELDS[problem], words.problems[problem]) });
  }
  return visit.redirect(stepHref('people'), saidOf(done.value, language));
}

const FIELDS: Readonly<Record<LineRefusal['problem'], string>> = {
  name: 'name',
  email: 'email',
  reach: 'email',
  registered: 'email',
  phone: 'phone',
  post: 'post',
  conflict: 'post',
  board: 'post',
  department: 'department',
  unknown_department: 'department',
  day: 'until',
};

async function postList(visit: Visit, roleGiven?: RoleGiven): Promise<Response> {
  const { tx, form, language } = visit;
  const words = peopleText(language);
  const wrong = (problems: FormProblems) => peoplePage(visit, { sent: 'list', problems });
  const read = readForm(peopleListForm(language), form);
  if (!read.ok) return wrong(read.refusal);
  const lines = readLines(read.value.lines);
  if (!lines.ok) return wrong(problemIn(form, 'lines', lineSaid(lines.refusal, read.value.lines, language)));
  if (lines.value.length > MOST_LINES) return wrong(problemIn(form, 'lines', words.tooMany));
  const done = await letIn(tx, lines.value, { invite: read.value.invite, roleGiven });
  if (!done.ok) return wrong(problemIn(form, 'lines', lineSaid(done.refusal, read.value.lines, language)));
  return visit.redirect(stepHref('people'), saidOf(done.value, language));
}

/** "Linje 3 (Else Dam): Skriv rollen …". */
export function lineSaid({ line, problem }: LineRefusal, written: string, language: Language): string {
  const words = peopleText(language);
  const name = writtenLines(written)[line]?.split(';')[0]?.trim() ?? '';
  return words.line(line + 1, name) + words.problems[problem];
}

function saidOf(done: { people: number; told: number; untold: number }, language: Language): string {
  const words = peopleText(language);
  const said = words.added(done.people, done.told);
  return done.untold > 0 ? `${said} ${words.untold(done.untold)}` : said;
}

async function postFile(visit: Visit): Promise<Response> {
  const { form, language } = visit;
  const words = peopleText(language);
  const file = form.get('people');
  const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
  const table = await readTable(bytes);
  const lines = table.ok ? linesOfTable(table.value.rows) : '';
  if (lines === '') return peoplePage(visit, { sent: 'file', problems: problemIn(form, 'people', words.fileProblem) });
  return peoplePage(visit, { lines, notice: words.fileRead(writtenLines(lines).length) });
}
