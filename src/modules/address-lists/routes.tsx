import { writeCsv, writeXlsx } from '../../engines/table/write-table.ts';
import { formatAddress } from '../../kernel/address.ts';
import type { Id } from '../../kernel/id.ts';
import { brandOf } from '../../platform/documents/brand.ts';
import { renderPdf } from '../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../platform/documents/print-html.tsx';
import { LETTERS_PER_FILE, type LetterSpec } from '../../platform/documents/spec.ts';
import { sawPeople } from '../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../platform/web/form.ts';
import { type FileAnswer, missing, type Visit, type Web } from '../../platform/web/web.ts';
import { anyOf, staff } from '../../platform/web/who.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { type Department, departments, livingIn, ownOrganisation, stairwells } from '../housing/public.ts';
import { mayPrint, mayPrintNames } from './access.ts';
import { letterForm, listForm } from './forms.ts';
import { addressList, addressRows, type ListWish, lettersTo } from './letters.ts';
import { homesFor, type ListedHome, type Wish } from './rules.ts';
import { homesToPrint } from './store.ts';
import { text } from './text.ts';
import { lettersPlace, listPlace, printPlace } from './urls.ts';
import { type Choice, LettersPage, PrintPage } from './views.tsx';

/** More letters than this are a print shop's work. */
const MOST_LETTERS = 2000;
const printers = anyOf('consultant', 'secretariat', 'board_member');

export function addressListRoutes(web: Web): void {
  web.get(printPlace, printers, (visit) => printPage(visit, null));

  web.get(listPlace, printers, async (visit) => {
    const read = readForm(listForm, queryAsForm(visit.query));
    if (!read.ok || !read.value.department) {
      return printPage(
        visit,
        null,
        problemIn(queryAsForm(visit.query), 'department', text(visit.language).problems.department),
      );
    }
    const { department, stairwell, columns, boxes, purpose, paperOnly, format } = read.value;
    const names = mayPrintNames(visit.actor);
    const place = await departmentToPrint(visit, department);
    const homes = await homesOf(visit, place, stairwell, { purpose, paperOnly: names && paperOnly });
    const wish: ListWish = {
      language: visit.language,
      department: place.name,
      day: visit.tx.today,
      purpose,
      columns: names ? columns : [],
      boxes,
    };
    if (wish.columns.includes('names')) await sawPeople(visit.tx, 'list', await livingIn(visit.tx, idsOf(homes)));
    return listAnswer(visit, homes, wish, format);
  });

  web.get(lettersPlace, staff, (visit) => lettersPage(visit));
  web.post(lettersPlace, staff, postLetters);
}

async function postLetters(visit: Visit): Promise<Response> {
  const { problems } = text(visit.language);
  const read = readForm(letterForm(visit.language), visit.form);
  if (!read.ok) return lettersPage(visit, read.refusal);
  const { department, stairwell, next, ...rest } = read.value;
  if (!department) return lettersPage(visit, problemIn(visit.form, 'department', problems.department));
  const homes = await homesOf(visit, await departmentToPrint(visit, department), stairwell, rest);
  if (homes.length === 0) return lettersPage(visit, problemIn(visit.form, 'department', problems.none));
  if (homes.length > MOST_LETTERS) return lettersPage(visit, problemIn(visit.form, 'department', problems.tooMany));
  await sawPeople(visit.tx, 'letters', await livingIn(visit.tx, idsOf(homes)));
  const spec = lettersTo(homes, { ...rest, language: visit.language, day: visit.tx.today });
  const part = partOf(spec.letters, next);
  if (part.length === 0) {
    return lettersPage(visit, asTyped(visit.form), { first: spec.letters[0] ?? null, count: spec.letters.length });
  }
  const brand = await brandOf(visit.tx, await ownOrganisation(visit.tx));
  const name = text(visit.language).letterFile(spec.title, spec.letters.length > part.length ? next : null);
  const pdf = await renderPdf({ ...spec, letters: part }, brand);
  if (pdf.ok) return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf` });
  const bytes = renderPrintHtml({ ...spec, letters: part }, brand);
  return visit.file({ bytes, type: 'text/html; charset=utf-8', name: `${name}.html` });
}

function idsOf(homes: readonly ListedHome[]): string[] {
  return homes.map(({ id }) => id);
}

/** The letters of one file, counted from 1; none for 0. */
function partOf(letters: readonly LetterSpec[], part: number): readonly LetterSpec[] {
  return part === 0 ? [] : letters.slice((part - 1) * LETTERS_PER_FILE, part * LETTERS_PER_FILE);
}

/** The departments this reader may print for: all for staff, their own for boards. */
async function departmentsToPrint(visit: Visit): Promise<Department[]> {
  return (await departments(visit.tx)).filter((one) => mayPrint(visit.actor, one.id));
}

async function departmentToPrint(visit: Visit, id: Id<'department'>): Promise<Department> {
  return (await departmentsToPrint(visit)).find((one) => one.id === id) ?? missing();
}

async function homesOf(
  visit: Visit,
  place: Department,
  stairwell: Id<'building'> | null,
  wish: Wish,
): Promise<ListedHome[]> {
  return homesFor(await homesToPrint(visit.tx, place.id, stairwell), wish);
}

async function listAnswer(
  visit: Visit,
  homes: readonly ListedHome[],
  wish: ListWish,
  format: 'pdf' | 'xlsx' | 'csv',
): Promise<Response> {
  const title = text(visit.language).listTitle(wish.department);
  const answer = (file: Omit<FileAnswer, 'name'>) => visit.file({ ...file, name: `${title}.${format}` });
  if (format === 'csv') return answer({ bytes: writeCsv(addressRows(homes, wish)), type: 'text/csv; charset=utf-8' });
  if (format === 'xlsx') {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
    return answer({ bytes: await writeXlsx(wish.department, addressRows(homes, wish)), type });
  }
  const pdf = await renderPdf(addressList(homes, wish), await brandOf(visit.tx, await ownOrganisation(visit.tx)));
  if (!pdf.ok) return printPage(visit, text(visit.language).typstMissing);
  return answer({ bytes: pdf.value, type: 'application/pdf', inline: true });
}

/** Stairwells can be chosen in the only department, or in the one that is chosen: those of all would be a wall. */
async function whereOf(
  visit: Visit,
  chosen: FormProblems | undefined,
): Promise<{ departments: Choice[]; stairwells: Choice[] }> {
  const places = await departmentsToPrint(visit);
  const place = places.length === 1 ? places[0] : places.find((one) => one.id === chosen?.values.department);
  const ways = place ? await stairwells(visit.tx, place.id) : [];
  return {
    departments: places.map(({ id, name }) => ({ id, name })),
    stairwells: ways.map((way) => ({ id: way.id, name: formatAddress({ ...way, floor: '', door: '' }) })),
  };
}

async function printPage(visit: Visit, notice: string | null, problems?: FormProblems): Promise<Response> {
  const names = mayPrintNames(visit.actor);
  const kept = problems ?? (visit.query.has('department') ? asTyped(queryAsForm(visit.query)) : undefined);
  const where = await whereOf(visit, kept);
  const page = <PrintPage language={visit.language} {...where} names={names} notice={notice} problems={kept} />;
  return visit.page({ title: text(visit.language).title, ...(notice || problems ? { status: 422 } : {}) }, page);
}

async function lettersPage(
  visit: Visit,
  problems?: FormProblems,
  preview: Pick<Parameters<typeof LettersPage>[0], 'first' | 'count'> = { first: null, count: 0 },
): Promise<Response> {
  const signer = visit.actor.kind === 'person' ? visit.actor.name : '';
  const page = (
    <LettersPage
      language={visit.language}
      {...(await whereOf(visit, problems))}
      {...preview}
      signer={signer}
      problems={problems}
    />
  );
  const wrong = problems !== undefined && problems.messages.length > 0;
  const words = text(visit.language);
  const trail = [{ href: printPlace({}), label: words.title }];
  return visit.page({ title: words.lettersTitle, trail, ...(wrong ? { status: 422 } : {}) }, page);
}

/** What was typed, with nothing wrong in it. */
function asTyped(form: FormData): FormProblems {
  return { ...problemIn(form, '', ''), messages: [] };
}

function queryAsForm(query: URLSearchParams): FormData {
  const form = new FormData();
  for (const [name, value] of query) form.append(name === 'columns' ? 'columns[]' : name, value);
  return form;
}
