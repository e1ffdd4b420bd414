import { isStaff } from '../../../kernel/actor.ts';
import { formatAddress } from '../../../kernel/address.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import type { TenantDb } from '../../../platform/db/tenant-db.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyone, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { maySeeInside } from '../access.ts';
import { addDepartment, saveDepartment } from '../commands/houses.ts';
import { departmentForm } from '../forms.ts';
import type { Department } from '../rules.ts';
import { boardOf } from '../store/boards.ts';
import { consultantsFor } from '../store/consultants.ts';
import {
  departmentById,
  departmentCounts,
  departments,
  organisationOf,
  ownOrganisation,
} from '../store/departments.ts';
import { homesWithAccount } from '../store/find.ts';
import { homePage } from '../store/home-pages.ts';
import { homesIn, stairwells } from '../store/tenancies.ts';
import { formText } from '../text/forms.ts';
import { housesText } from '../text/houses.ts';
import {
  ALL_CONSULTANTS,
  departmentPlace,
  departmentsPlace,
  editDepartmentPlace,
  newDepartmentPlace,
} from '../urls.ts';
import { DepartmentPage, DepartmentsPage, type Inside } from '../views/departments.tsx';
import { DepartmentFormPage } from '../views/house-forms.tsx';
import { departmentsFile, homesFile } from './files.ts';
import type { Neighbours } from './housing.tsx';

export function departmentRoutes(web: Web, neighbours: Neighbours): void {
  web.get(departmentsPlace, anyone, (visit) => showDepartments(visit, neighbours));
  web.get(newDepartmentPlace, staff, (visit) => newDepartmentPage(visit));
  web.post(newDepartmentPlace, staff, postDepartment);
  web.get(departmentPlace, anyone, (visit) => showDepartment(visit, neighbours));
  web.get(editDepartmentPlace, staff, async (visit) =>
    editDepartmentPage(visit, await departmentOf(visit.tx, visit.params.id)),
  );
  web.post(editDepartmentPlace, staff, correctDepartment);
}

async function showDepartments(visit: Visit, neighbours: Neighbours): Promise<Response> {
  const { tx, language } = visit;
  const [counted, initiatives, all] = await Promise.all([
    departmentCounts(tx),
    neighbours.initiativeCounts?.(tx),
    departments(tx),
  ]);
  const counts = new Map(counted.map((count) => [count.departmentId, count]));
  const summaries = all.map((department) => ({
    ...department,
    tenancies: counts.get(department.id)?.tenancies ?? 0,
    boardMembers: counts.get(department.id)?.boardMembers ?? 0,
    chair: counts.get(department.id)?.chair ?? null,
    initiatives: initiatives ? (initiatives.get(department.id) ?? 0) : null,
  }));
  const format = wantedFile(visit.query);
  if (format) return listFile(visit, format, departmentsFile(language, summaries));
  const mayEdit = isStaff(visit.actor);
  const importHref = mayEdit ? (neighbours.importHref ?? null) : null;
  const page = (
    <>
      <DepartmentsPage language={language} departments={summaries} importHref={importHref} mayEdit={mayEdit} />
      {summaries.length > 0 && <FileLinks language={language} query={visit.query} />}
    </>
  );
  return visit.page({ title: housesText(language).departments, wide: true }, page);
}

async function postDepartment(visit: Visit): Promise<Response> {
  const read = readForm(departmentForm(visit.language), visit.form);
  if (!read.ok) return newDepartmentPage(visit, read.refusal);
  const organisationId = (await ownOrganisation(visit.tx)).id;
  const added = await addDepartment(visit.tx, { ...read.value, organisationId });
  if (!added.ok) return newDepartmentPage(visit, numberTaken(visit));
  return visit.redirect(departmentPlace({ id: added.value }), housesText(visit.language).created(read.value.name));
}

async function showDepartment(visit: Visit<'/afdelinger/:id'>, neighbours: Neighbours): Promise<Response> {
  const { tx, language } = visit;
  const id = readId<'department'>(visit.params.id) ?? missing();
  const format = wantedFile(visit.query);
  if (format && maySeeInside(visit.actor, id)) {
    const { name } = await departmentOf(tx, visit.params.id);
    return listFile(
      visit,
      format,
      homesFile(language, name, (number) => homePage(tx, id, number)),
    );
  }
  // Asked at once; none of it is shown unless the department is there.
  const all = visit.query.get('konsulenter') === ALL_CONSULTANTS.konsulenter;
  const [department, board, homes, { consultants, more }, inside, also] = await Promise.all([
    departmentOf(tx, id),
    boardOf(tx, { organisationId: organisationOf(tx, id), departmentId: id }),
    homesIn(tx, id),
    consultantsFor(tx, id, all),
    maySeeInside(visit.actor, id) ? insideOf(tx, id) : null,
    neighbours.inDepartment?.(visit, id) ?? null,
  ]);
  const page = () => (
    <>
      <DepartmentPage
        language={language}
        department={department}
        homes={homes}
        board={board}
        consultants={consultants}
        allConsultants={more ? departmentPlace({ id }, ALL_CONSULTANTS) : null}
        inside={inside}
        mayEdit={isStaff(visit.actor)}
        also={also}
      />
      {inside && <FileLinks language={language} query={visit.query} />}
    </>
  );
  return visit.page({ title: department.name, trail: [toDepartments(language)] }, page);
}

async function correctDepartment(visit: Visit<'/afdelinger/:id/ret'>): Promise<Response> {
  const department = await departmentOf(visit.tx, visit.params.id);
  const read = readForm(departmentForm(visit.language), visit.form);
  if (!read.ok) return editDepartmentPage(visit, department, read.refusal);
  const saved = await saveDepartment(visit.tx, { ...department, ...read.value });
  if (!saved.ok) return editDepartmentPage(visit, department, numberTaken(visit));
  return visit.redirect(departmentPlace({ id: department.id }), housesText(visit.language).saved);
}

/** The department of the path, or 404. */
export async function departmentOf(tx: TenantDb, param: string): Promise<Department> {
  const id = readId<'department'>(param) ?? missing();
  return (await departmentById(tx, id)) ?? missing();
}

/** Below five homes with an account, the number could point at one of them. */
const FEWEST_TOLD = 5;

async function insideOf(tx: TenantDb, departmentId: Id<'department'>): Promise<Inside> {
  const [ways, joined] = await Promise.all([stairwells(tx, departmentId), homesWithAccount(tx, departmentId)]);
  return {
    stairwells: ways.map((way) => ({ name: formatAddress({ ...way, floor: '', door: '' }), tenancies: way.tenancies })),
    homes: ways.reduce((sum, way) => sum + way.tenancies, 0),
    homesWithAccount: joined < FEWEST_TOLD ? null : joined,
  };
}

function newDepartmentPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const page = (
    <DepartmentFormPage
      language={visit.language}
      department={null}
      action={newDepartmentPlace({})}
      problems={problems}
    />
  );
  const head = { title: housesText(visit.language).newDepartment, trail: [toDepartments(visit.language)] };
  return visit.page({ ...head, ...(problems ? { status: 422 } : {}) }, page);
}

function editDepartmentPage(visit: Visit, department: Department, problems?: FormProblems): Promise<Response> {
  const action = editDepartmentPlace({ id: department.id });
  const page = (
    <DepartmentFormPage language={visit.language} department={department} action={action} problems={problems} />
  );
  const here = { href: departmentPlace({ id: department.id }), label: department.name };
  const head = { title: housesText(visit.language).editDepartment, trail: [toDepartments(visit.language), here] };
  return visit.page({ ...head, ...(problems ? { status: 422 } : {}) }, page);
}

function toDepartments(language: Language) {
  return { href: departmentsPlace({}), label: housesText(language).departments };
}

function numberTaken(visit: Visit): FormProblems {
  return problemIn(visit.form, 'number', formText(visit.language).problems.numberTaken);
}
