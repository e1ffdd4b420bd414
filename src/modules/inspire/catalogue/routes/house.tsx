import { readId } from '../../../../kernel/id.ts';
import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { pageNumber } from '../../../../platform/web/page-number.ts';
import { missing, TYPESETTING, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyOf, anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departments } from '../../../housing/public.ts';
import { EDITORS, isEditor, mayManage, maySetRules } from '../access.ts';
import { addFunding, makeEdition, removeFunding, saveFunding, setDepartmentRules } from '../commands/house.ts';
import { fundingForm, rulesForm, wordsForm } from '../forms.ts';
import { editionPaper } from '../letters/papers.ts';
import { CATEGORIES } from '../rules/card.ts';
import { FUNDING_A_PAGE, type Funding, fundingIn } from '../rules/funding.ts';
import { USUAL_RULES } from '../rules/taking.ts';
import { editionById, editionCards, editions } from '../store/editions.ts';
import { fundingById, fundingPage } from '../store/funding.ts';
import { departmentRules } from '../store/takings.ts';
import { editingText } from '../text/editing.ts';
import { fundingText } from '../text/funding.ts';
import { papersText } from '../text/papers.ts';
import {
  departmentRulesPlace,
  editionPlace,
  editionsPlace,
  fundingPlace,
  newFundingPlace,
  outsidePlace,
  retireFundingPlace,
  rulesPlace,
} from '../urls.ts';
import { FundingFormPage, OutsidePage } from '../views/funding.tsx';
import { EditionsPage, RulesPage, type RulesProps } from '../views/house.tsx';
import { pdfOf, trailTo } from './card.tsx';

const EDITIONS_A_PAGE = 50;
const editors = anyOf(...EDITORS);

/** Editions, the departments' rules, and money from elsewhere. */
export function houseRoutes(web: Web): void {
  web.get(editionsPlace, anyone, (visit) => editionsPage(visit));
  web.post(editionsPlace, staff, postEdition);
  web.get(editionPlace, anyone, edition, TYPESETTING);
  web.get(rulesPlace, signedIn, (visit) => rules(visit));
  web.post(departmentRulesPlace, signedIn, postRules);
  web.get(outsidePlace, anyone, outside);
  web.get(newFundingPlace, editors, (visit) => fundingFormPage(visit, null));
  web.post(newFundingPlace, editors, postFunding);
  web.get(fundingPlace, editors, async (visit) => fundingFormPage(visit, await fundingOf(visit)));
  web.post(fundingPlace, editors, saveIt);
  web.post(retireFundingPlace, editors, retireIt);
}

async function editionsPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const page = pageNumber(query);
  const all = await editions(tx, page, EDITIONS_A_PAGE);
  return visit.page(
    { title: editingText(language).editionsTitle, trail: trailTo(visit), status: problems ? 422 : 200 },
    EditionsPage({
      language,
      editions: all.slice(0, EDITIONS_A_PAGE),
      page,
      more: all.length > EDITIONS_A_PAGE,
      mayMake: mayManage(actor),
      problems,
    }),
  );
}

async function postEdition(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(wordsForm(language, false), form);
  if (!read.ok) return editionsPage(visit, read.refusal);
  const made = await makeEdition(tx, read.value.words);
  const labels = editingText(language);
  if (!made.ok) return editionsPage(visit, problemIn(form, '', labels.editionEmpty));
  return visit.redirect(editionsPlace({}), labels.editionMade(made.value.number));
}

type OneEdition = Omit<Visit, 'params'> & { readonly params: { readonly edition: string } };

async function edition(visit: OneEdition): Promise<Response> {
  const { tx, language, params } = visit;
  const id = readId<'catalogue_edition'>(params.edition) ?? missing();
  const found = (await editionById(tx, id)) ?? missing();
  const name = `${papersText(language).file}-${found.number}-${found.on}`;
  return pdfOf(visit, editionPaper(found, await editionCards(tx, id), language), name);
}

/** Those whose rules the reader may write. */
async function rules(
  visit: Pick<Visit, 'tx' | 'actor' | 'language' | 'page'>,
  refused?: RulesProps['refused'],
): Promise<Response> {
  const { tx, actor, language } = visit;
  const own = (await departments(tx)).filter(({ id }) => maySetRules(actor, id));
  if (own.length === 0 && !mayManage(actor)) missing();
  const said = await departmentRules(tx);
  return visit.page(
    { title: editingText(language).rulesTitle, trail: trailTo(visit), status: refused ? 422 : 200 },
    RulesPage({
      language,
      departments: own.map(({ id, name }) => ({ id, name, rules: said.get(id) ?? USUAL_RULES })),
      ...(refused ? { refused } : {}),
    }),
  );
}

type OneDepartment = Omit<Visit, 'params'> & { readonly params: { readonly department: string } };

async function postRules(visit: OneDepartment): Promise<Response> {
  const { tx, actor, language, form, params } = visit;
  const departmentId = readId<'department'>(params.department) ?? missing();
  const department = (await departments(tx)).find(({ id }) => id === departmentId) ?? missing();
  if (!maySetRules(actor, departmentId)) missing();
  const read = readForm(rulesForm(language), form);
  if (!read.ok) return rules(visit, { departmentId, problems: read.refusal });
  await setDepartmentRules(tx, { departmentId, ...read.value });
  return visit.redirect(rulesPlace({}), editingText(language).rulesSaved(department.name));
}

async function outside(visit: Visit): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const page = pageNumber(query);
  const category = CATEGORIES.find((one) => one === query.get('emne')) ?? null;
  const all = await fundingPage(tx, category, page);
  const words = fundingText(language);
  return visit.page({ title: words.title, description: words.lead, trail: trailTo(visit), wide: true }, () =>
    OutsidePage({
      language,
      today: tx.today,
      all: all.slice(0, FUNDING_A_PAGE),
      category: category ?? '',
      page,
      more: all.length > FUNDING_A_PAGE,
      mayEdit: isEditor(actor),
    }),
  );
}

type OneFunding = Omit<Visit, 'params'> & { readonly params: { readonly funding: string } };

async function fundingOf({ tx, params }: OneFunding): Promise<Funding> {
  const id = readId<'outside_funding'>(params.funding) ?? missing();
  return (await fundingById(tx, id)) ?? missing();
}

function fundingFormPage(
  visit: Pick<Visit, 'language' | 'page'>,
  funding: Funding | null,
  problems?: FormProblems,
): Promise<Response> {
  const { language } = visit;
  const words = fundingText(language);
  return visit.page(
    {
      title: funding ? `${words.editTitle}: ${fundingIn(funding, language).name}` : words.newTitle,
      trail: [...trailTo(visit), { href: outsidePlace({}), label: words.title }],
      status: problems ? 422 : 200,
    },
    FundingFormPage({ language, funding, problems }),
  );
}

async function postFunding(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(fundingForm(language), form);
  if (!read.ok) return fundingFormPage(visit, null, read.refusal);
  await addFunding(tx, read.value);
  return visit.redirect(outsidePlace({}), fundingText(language).saved);
}

async function saveIt(visit: OneFunding): Promise<Response> {
  const { tx, language, form } = visit;
  const funding = await fundingOf(visit);
  const read = readForm(fundingForm(language), form);
  if (!read.ok) return fundingFormPage(visit, funding, read.refusal);
  const words = fundingText(language);
  if (!(await saveFunding(tx, funding.id, read.value.version, read.value))) {
    return fundingFormPage(visit, await fundingOf(visit), problemIn(form, '', words.meanwhile));
  }
  return visit.redirect(outsidePlace({}), words.saved);
}

async function retireIt(visit: OneFunding): Promise<Response> {
  const funding = await fundingOf(visit);
  await removeFunding(visit.tx, funding.id);
  return visit.redirect(outsidePlace({}), fundingText(visit.language).removed);
}
