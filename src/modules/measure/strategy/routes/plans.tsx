import { problemIn, readForm } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn, staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { displayNames } from '../../../housing/public.ts';
import { initiativePlace } from '../../../initiatives/public.ts';
import { catalogueCardPlace } from '../../../inspire/catalogue/public.ts';
import { mayLookInside, mayTell, mayWrite } from '../access.ts';
import { addPlan, editPlan, linkPlan, tellState, unlinkPlan } from '../commands/plans.ts';
import { linkForm, planForm, stateForm } from '../forms.ts';
import type { PlanWords } from '../rules/plan.ts';
import { changesOf, linkable, linksOf } from '../store/plans.ts';
import { writingText } from '../text/writing.ts';
import { editPlanPlace, newPlanPlace, planLinkPlace, planPlace, planStatePlace } from '../urls.ts';
import { PlanFormPage, PlanPage } from '../views/plan.tsx';
import { areaSeen, ownersIn, planSeen, trailTo, type WithArea, type WithPlan } from './seen.ts';

export function planRoutes(web: Web): void {
  web.get(newPlanPlace, staff, (visit) => newPage(visit));
  web.post(newPlanPlace, staff, add);
  web.get(planPlace, anyone, (visit) => planPage(visit));
  web.get(editPlanPlace, staff, (visit) => editPage(visit));
  web.post(editPlanPlace, staff, edit);
  web.post(planStatePlace, signedIn, tell);
  web.post(planLinkPlace, staff, link);
}

async function newPage(visit: WithArea, problems?: FormProblems): Promise<Response> {
  const { tx, language, params } = visit;
  const area = await areaSeen(visit, params.area);
  return visit.page(
    { title: writingText(language).newPlan, trail: trailTo(visit), status: problems ? 422 : 200 },
    PlanFormPage({
      language,
      action: newPlanPlace({ area: area.id }),
      plan: null,
      people: await ownersIn(tx),
      problems,
    }),
  );
}

async function add(visit: WithArea): Promise<Response> {
  const { tx, language, params, form } = visit;
  const area = await areaSeen(visit, params.area);
  const read = readForm(planForm(language), form);
  if (!read.ok) return newPage(visit, read.refusal);
  const id = await addPlan(tx, area.id, wordsOf(read.value));
  return visit.redirect(planPlace({ plan: id }), writingText(language).saved);
}

function wordsOf({ owner, ...rest }: Omit<PlanWords, 'ownerId'> & { readonly owner: PlanWords['ownerId'] }): PlanWords {
  const { title, activities, deadline, budget } = rest;
  return { title, activities, deadline, budget, ownerId: owner };
}

async function planPage(visit: WithPlan, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language } = visit;
  const plan = await planSeen(visit);
  const write = mayWrite(actor);
  const [links, changes] = [await linksOf(tx, [plan.id]), await changesOf(tx, plan.id)];
  const people = [plan.ownerId, ...changes.flatMap(({ by }) => by ?? [])];
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person', id })),
    language,
  );
  return visit.page(
    { title: plan.title, trail: trailTo(visit), status: problems ? 422 : 200 },
    PlanPage({
      language,
      today: tx.today,
      plan,
      links: links.map((one) => ({
        ...one,
        href: one.kind === 'card' ? catalogueCardPlace({ id: one.target }) : initiativePlace({ id: one.target }),
      })),
      changes,
      linkable: write ? await linkable(tx) : [],
      names,
      may: { write, inside: mayLookInside(actor), tell: mayTell(actor, plan) },
      problems,
    }),
  );
}

async function editPage(visit: WithPlan, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const plan = await planSeen(visit);
  return visit.page(
    {
      title: writingText(language).editPlan,
      trail: [...trailTo(visit), { href: planPlace({ plan: plan.id }), label: plan.title }],
      status: problems ? 422 : 200,
    },
    PlanFormPage({ language, action: editPlanPlace({ plan: plan.id }), plan, people: await ownersIn(tx), problems }),
  );
}

async function edit(visit: WithPlan): Promise<Response> {
  const { tx, language, form } = visit;
  const plan = await planSeen(visit);
  const read = readForm(planForm(language), form);
  if (!read.ok) return editPage(visit, read.refusal);
  const words = writingText(language);
  const saved = await editPlan(tx, plan.id, read.value.version, wordsOf(read.value));
  if (!saved.ok) return editPage(visit, problemIn(form, '', words.refused[saved.refusal]));
  return visit.redirect(planPlace({ plan: plan.id }), words.saved);
}

async function tell(visit: WithPlan): Promise<Response> {
  const { tx, actor, language, form } = visit;
  const plan = await planSeen(visit);
  if (!mayTell(actor, plan)) missing();
  const read = readForm(stateForm(language), form);
  if (!read.ok) return planPage(visit, read.refusal);
  await tellState(tx, plan.id, read.value.state, read.value.words);
  return visit.redirect(planPlace({ plan: plan.id }), writingText(language).saved);
}

async function link(visit: WithPlan): Promise<Response> {
  const { tx, language, form } = visit;
  const plan = await planSeen(visit);
  const read = readForm(linkForm, form);
  const words = writingText(language);
  if (!read.ok) return planPage(visit, read.refusal);
  const { to, remove } = read.value;
  if (remove) await unlinkPlan(tx, plan.id, remove);
  else if (to) await linkPlan(tx, plan.id, to);
  else return planPage(visit, problemIn(form, 'to', words.chooseLink));
  return visit.redirect(planPlace({ plan: plan.id }), words.saved);
}
