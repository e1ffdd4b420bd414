import { logoOf } from '../../../platform/db/house-settings.ts';
import { fileIn, problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { departmentsPlace, ownOrganisation } from '../../housing/public.ts';
import { importPlace, latestImports } from '../../tenancy-import/public.ts';
import { saveHouse, saveLook } from '../commands/house.ts';
import type { RoleGiven } from '../commands/people.ts';
import { houseForm, lookForm } from '../forms.ts';
import type { StepName } from '../rules/steps.ts';
import { knownHouse } from '../store/house.ts';
import { setupForms } from '../text/forms.ts';
import { stepsText } from '../text/steps.ts';
import { readStep, slugOf, stepHref, stepPlace } from '../urls.ts';
import { HousePage, LookPage } from '../views/house.tsx';
import { HomesPage } from '../views/people.tsx';
import { checksPage, checksRoutes, postChecks } from './checks.tsx';
import { fundPage, fundStepRoutes, invitationPage, postFund, postInvitation } from './fund.tsx';
import { goOn, stepView } from './parts.ts';
import { peoplePage, peopleRoutes, postPerson } from './people.tsx';

const secretariat = anyOf('secretariat');
const MEGABYTE = 1_000_000;
const FILES_SHOWN = 10;

type Show = (visit: Visit, problems?: FormProblems) => Promise<Response>;
type Post = (visit: Visit) => Promise<Response>;

const PAGES: Readonly<Record<StepName, Show>> = {
  house: housePage,
  look: lookPage,
  homes: (visit) => homesPage(visit),
  people: (visit) => peoplePage(visit),
  fund: fundPage,
  invitation: invitationPage,
  checks: checksPage,
};

/** Homes are brought in by their own module. */
const POSTS: Readonly<Partial<Record<StepName, Post>>> = {
  house: postHouse,
  look: postLook,
  fund: postFund,
  invitation: postInvitation,
  checks: postChecks,
};

/** One page for each step, and what is sent from it. */
export function stepRoutes(web: Web, roleGiven?: RoleGiven): void {
  const posts: typeof POSTS = { ...POSTS, people: (visit: Visit) => postPerson(visit, roleGiven) };
  peopleRoutes(web, roleGiven);
  fundStepRoutes(web);
  checksRoutes(web);
  web.get(stepPlace, secretariat, (visit) => PAGES[readStep(visit.params.step) ?? missing()](visit));
  web.post(stepPlace, secretariat, (visit) => (posts[readStep(visit.params.step) ?? missing()] ?? missing())(visit), {
    maxBytes: 3 * MEGABYTE,
  });
}

async function housePage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx } = visit;
  const own = await ownOrganisation(tx);
  const { name, language, host, slug } = await knownHouse(tx);
  const view = await stepView(visit, 'house', problems);
  return visit.page(
    view.head,
    HousePage({ ...view.props, house: { ...own, name, language }, place: host ?? `/${slug}` }),
  );
}

async function postHouse(visit: Visit): Promise<Response> {
  const read = readForm(houseForm(visit.language), visit.form);
  if (!read.ok) return housePage(visit, read.refusal);
  await saveHouse(visit.tx, read.value);
  visit.houseChanged();
  return goOn(visit, 'house');
}

async function lookPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, query } = visit;
  const house = await knownHouse(tx);
  const view = await stepView(visit, 'look', problems);
  const tried = lookForm(visit.language).shape.colour.safeParse(query.get('farve') ?? problems?.values.colour ?? '');
  const colour = tried.success ? tried.data : house.colour;
  return visit.page(view.head, LookPage({ ...view.props, colour, logo: logoOf(house) }));
}

async function postLook(visit: Visit): Promise<Response> {
  const { tx, form, language } = visit;
  const read = readForm(lookForm(language), form);
  if (!read.ok) return lookPage(visit, read.refusal);
  if (form.get('try') === 'ja')
    return visit.redirect(stepPlace({ step: slugOf('look') }, { farve: read.value.colour }));
  const sent = fileIn(form, 'logo');
  const logo = sent && { name: sent.name, bytes: new Uint8Array(await sent.arrayBuffer()) };
  const saved = await saveLook(tx, { colour: read.value.colour, logo, withoutLogo: read.value.without });
  if (!saved.ok) return lookPage(visit, problemIn(form, 'logo', setupForms(language).problems.logo[saved.refusal]));
  visit.houseChanged();
  return visit.redirect(stepHref('look'), setupForms(language).saved(stepsText(language).steps.look.title));
}

async function homesPage(visit: Visit): Promise<Response> {
  const { tx } = visit;
  const shown = await stepView(visit, 'homes');
  const files = (await latestImports(tx, FILES_SHOWN)).filter((one) => !one.takenBackAt);
  return visit.page(
    shown.head,
    HomesPage({
      ...shown.props,
      homes: shown.progress.standing.homes,
      files: files.map((one) => ({ href: importPlace({ id: one.id }), name: one.fileName, waits: !one.confirmedAt })),
      departmentsHref: departmentsPlace({}),
    }),
  );
}
