import { writeCsv } from '../../engines/table/write-table.ts';
import { dayOf } from '../../kernel/day.ts';
import { readId } from '../../kernel/id.ts';
import { fileIn, problemIn } from '../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, onePage, wantedFile } from '../../platform/web/list-file.tsx';
import { readPath } from '../../platform/web/path.ts';
import { missing, type Visit, type Web } from '../../platform/web/web.ts';
import { staff } from '../../platform/web/who.ts';
import type { FormProblems } from '../../ui/forms/problems.ts';
import { chooseColumns, confirmImport, importLater, uploadTenancies } from './commands/import.ts';
import { readColumns } from './forms.ts';
import { type Field, type FileWords, headingOf, missingColumns } from './rules.ts';
import { departmentChanges } from './store/apply.ts';
import { type Import, importById, latestImports, problemsOf } from './store/staging.ts';
import { fileWords, text } from './text.ts';
import { columnsPlace, confirmPlace, importPlace, importsPlace, problemsPlace } from './urls.ts';
import { ImportPage, type ImportSummary, stateOf, UploadPage } from './views/import.tsx';

const MEGABYTE = 1_000_000;
const SHOWN_PROBLEMS = 50;
const MOST_PROBLEMS = 100_000;
const IMPORTS_IN_FILE = 2_000;

export function tenancyImportRoutes(web: Web): void {
  web.get(importsPlace, staff, (visit) => uploadPage(visit));

  web.post(
    importsPlace,
    staff,
    async (visit) => {
      const file = fileIn(visit.form, 'file');
      const words = text(visit.language).fileProblems;
      // Who came from the steps of a new house stays there, and is told what is wrong.
      const back = readPath(String(visit.form.get('retur') ?? ''));
      const refuse = (problem: string) =>
        back ? visit.redirect(back, problem) : uploadPage(visit, problemIn(visit.form, 'file', problem));
      if (!file) return refuse(words.missing);
      const bytes = new Uint8Array(await file.arrayBuffer());
      const taken = await uploadTenancies(visit.tx, { name: file.name, bytes }, wordsFor(visit));
      if (!taken.ok) return refuse(words[taken.refusal]);
      return visit.redirect(importPlace({ id: taken.value }));
    },
    { maxBytes: 20 * MEGABYTE },
  );

  web.get(importPlace, staff, async (visit) => importPage(visit, await importOf(visit)));

  web.post(columnsPlace, staff, async (visit) => {
    const { id } = await importOf(visit);
    const chosen = await chooseColumns(visit.tx, id, readColumns(visit.form), wordsFor(visit));
    if (!chosen.ok && chosen.refusal === 'used_up')
      return importPage(visit, await importOf(visit), text(visit.language).usedUp);
    return visit.redirect(importPlace({ id }));
  });

  web.post(confirmPlace, staff, async (visit) => {
    const { id } = await importOf(visit);
    const confirmed = await confirmImport(visit.tx, id, wordsFor(visit));
    if (!confirmed.ok) {
      return importPage(visit, await importOf(visit), text(visit.language).confirmRefusals[confirmed.refusal]);
    }
    await importLater(visit.tx, id, 0);
    return visit.redirect(importPlace({ id }));
  });

  web.get(problemsPlace, staff, async (visit) => {
    const { id, columns, fileColumns } = await importOf(visit);
    const words = text(visit.language);
    const named = (field: Field) => headingOf(columns, fileColumns, field) ?? words.fields[field];
    const problems = await problemsOf(visit.tx, id, MOST_PROBLEMS);
    const rows = problems.map((one) => [one.row, named(one.field), one.value, words.why[one.problem]]);
    const bytes = writeCsv([[words.row, words.field, words.value, words.todo], ...rows]);
    return visit.file({ bytes, type: 'text/csv; charset=utf-8', name: words.problemsFile });
  });
}

/** What is written into the houses is in the house's language, whoever reads. */
function wordsFor({ tx }: Visit): FileWords {
  return fileWords(tx.tenant.language);
}

async function uploadPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language, query } = visit;
  const format = wantedFile(query);
  if (format) return listFile(visit, format, importsFile(language, await latestImports(tx, IMPORTS_IN_FILE)));
  const earlier = await latestImports(tx, 20);
  const page = (
    <>
      <UploadPage language={language} earlier={earlier} problems={problems} />
      {earlier.length > 0 && <FileLinks language={language} query={query} />}
    </>
  );
  return visit.page({ title: text(language).title, ...(problems ? { status: 422 } : {}) }, page);
}

function importsFile(language: Visit['language'], imports: readonly ImportSummary[]): ListFile<ImportSummary> {
  const words = text(language);
  return {
    title: words.earlier,
    columns: [
      [words.file, ({ fileName }) => fileName],
      [words.sent, ({ uploadedAt }) => ({ day: dayOf(uploadedAt) })],
      [words.rows, ({ rowsTotal }) => rowsTotal],
      [words.state, (one) => words.states[stateOf(one)]],
    ],
    ...onePage(imports),
  };
}

async function importOf(
  visit:
    | Visit<'/import/:id'>
    | Visit<'/import/:id/hent'>
    | Visit<'/import/:id/kolonner'>
    | Visit<'/import/:id/fejl.csv'>,
): Promise<Import> {
  const id = readId<'tenancy_import'>(visit.params.id) ?? missing();
  return (await importById(visit.tx, id)) ?? missing();
}

async function importPage(visit: Visit, file: Import, refusal?: string): Promise<Response> {
  const waiting = file.confirmedAt === null;
  const problems = await problemsOf(visit.tx, file.id, SHOWN_PROBLEMS);
  const page = (
    <ImportPage
      language={visit.language}
      file={file}
      columns={file.columns}
      fileColumns={waiting ? file.fileColumns : null}
      missing={missingColumns(file.columns)}
      departments={waiting ? await departmentChanges(visit.tx, file, wordsFor(visit)) : []}
      problems={problems.map((one) => ({ ...one, heading: headingOf(file.columns, file.fileColumns, one.field) }))}
      refusal={refusal}
    />
  );
  const trail = [{ href: importsPlace({}), label: text(visit.language).title }];
  return visit.page({ title: file.fileName, trail, wide: true, ...(refusal ? { status: 422 } : {}) }, page);
}
