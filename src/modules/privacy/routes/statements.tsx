import type { Activity } from '../../../platform/privacy/holdings.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf, anyone } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { ownOrganisation } from '../../housing/public.ts';
import { writeStatement } from '../commands/house.ts';
import { periodsOf } from '../commands/retaining.ts';
import { MOST_STATEMENT, statementForm } from '../forms.ts';
import { recordOf } from '../rules/record.ts';
import { STATEMENTS, type StatementKind } from '../rules/statements.ts';
import { officeText } from '../text/office.ts';
import { accessibilityPlace, editStatementPlace, officePlace, privacyPlace, recordPlace } from '../urls.ts';
import { AccessibilityPage, EditStatementPage, PrivacyPage } from '../views/statements.tsx';
import { houseLines, keptOf, standing } from './parts.ts';

const secretariat = anyOf('secretariat');

/** What the house says of itself: two pages for everybody, and the form that writes them. */
export function statementRoutes(web: Web, activities: readonly Activity[]): void {
  web.get(accessibilityPlace, anyone, async (visit) => {
    const { tx, language } = visit;
    const said = await standing(tx, 'accessibility', language);
    const house = houseLines(await ownOrganisation(tx));
    return visit.page(
      { title: officeText(language).kinds.accessibility },
      AccessibilityPage({ language, said, house }),
    );
  });
  web.get(privacyPlace, anyone, async (visit) => {
    const { tx, language } = visit;
    const said = await standing(tx, 'privacy', language);
    const house = houseLines(await ownOrganisation(tx));
    const kept = keptOf(await periodsOf(tx), language);
    return visit.page(
      { title: officeText(language).privacyTitle },
      PrivacyPage({ language, said, house, record: recordOf(activities), kept }),
    );
  });
  web.get(editStatementPlace, secretariat, (visit) => editPage(visit));
  web.post(editStatementPlace, secretariat, save);
}

type Editing = Visit<'/databeskyttelse/tekster/:kind'>;

function kindIn({ params }: Editing): StatementKind {
  return STATEMENTS.find((kind) => kind === params.kind) ?? missing();
}

const LEADS_TO = { accessibility: accessibilityPlace({}), privacy: privacyPlace({}), record: recordPlace({}) } as const;

async function editPage(visit: Editing, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const kind = kindIn(visit);
  const words = officeText(language);
  return visit.page(
    {
      title: words.editTitle(words.kinds[kind]),
      trail: [{ href: officePlace({}), label: words.office }],
      ...(problems ? { status: 422 } : {}),
    },
    EditStatementPage({ language, kind, said: await standing(tx, kind, language), most: MOST_STATEMENT, problems }),
  );
}

/** In the language that the page is read in: each has words of its own. */
async function save(visit: Editing): Promise<Response> {
  const { tx, language, form } = visit;
  const kind = kindIn(visit);
  const words = officeText(language);
  const read = readForm(statementForm(language), form);
  if (!read.ok) return editPage(visit, read.refusal);
  if (!(await writeStatement(tx, { kind, language }, read.value))) {
    return editPage(visit, problemIn(form, '', words.meanwhile));
  }
  return visit.redirect(LEADS_TO[kind], words.saved);
}
