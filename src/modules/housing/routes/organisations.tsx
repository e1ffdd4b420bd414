import { readId } from '../../../kernel/id.ts';
import { readForm } from '../../../platform/web/form.ts';
import { FileLinks, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { addOrganisation, saveOrganisation } from '../commands/houses.ts';
import { decideRoleSettings } from '../commands/roles.ts';
import { organisationForm, roleSettingsForm } from '../forms.ts';
import type { Organisation } from '../rules.ts';
import { organisations, ownOrganisation } from '../store/departments.ts';
import { roleSettings } from '../store/roles.ts';
import { housesText } from '../text/houses.ts';
import { newOrganisationPlace, organisationPlace, organisationsPlace, roleSettingsPlace } from '../urls.ts';
import { OrganisationFormPage, OrganisationsPage, RoleSettingsPage } from '../views/house-forms.tsx';
import { organisationsFile } from './files.ts';

const secretariat = anyOf('secretariat');

export function organisationRoutes(web: Web): void {
  web.get(organisationsPlace, staff, async (visit) => {
    await ownOrganisation(visit.tx);
    const { language, query } = visit;
    const all = await organisations(visit.tx);
    const format = wantedFile(query);
    if (format) return listFile(visit, format, organisationsFile(language, all));
    const page = (
      <>
        <OrganisationsPage language={language} organisations={all} />
        <FileLinks language={language} query={query} />
      </>
    );
    return visit.page({ title: housesText(language).organisations, wide: true }, page);
  });

  web.get(newOrganisationPlace, staff, (visit) => formPage(visit, null));
  web.post(newOrganisationPlace, staff, async (visit) => {
    const read = readForm(organisationForm(visit.language), visit.form);
    if (!read.ok) return formPage(visit, null, read.refusal);
    await addOrganisation(visit.tx, read.value);
    return visit.redirect(organisationsPlace({}), housesText(visit.language).created(read.value.name));
  });

  web.get(organisationPlace, staff, async (visit) => formPage(visit, await organisationOf(visit)));
  web.post(organisationPlace, staff, async (visit) => {
    const organisation = await organisationOf(visit);
    const read = readForm(organisationForm(visit.language), visit.form);
    if (!read.ok) return formPage(visit, organisation, read.refusal);
    await saveOrganisation(visit.tx, organisation.id, read.value);
    return visit.redirect(organisationsPlace({}), housesText(visit.language).saved);
  });

  web.get(roleSettingsPlace, secretariat, async (visit) => {
    const page = <RoleSettingsPage language={visit.language} settings={await roleSettings(visit.tx)} />;
    return visit.page({ title: housesText(visit.language).settings }, page);
  });
  web.post(roleSettingsPlace, secretariat, async (visit) => {
    const read = readForm(roleSettingsForm, visit.form);
    if (read.ok) await decideRoleSettings(visit.tx, read.value);
    return visit.redirect(roleSettingsPlace({}), housesText(visit.language).saved);
  });
}

async function organisationOf(visit: Visit<'/organisationer/:id'>): Promise<Organisation> {
  const id = readId<'organisation'>(visit.params.id) ?? missing();
  return (await organisations(visit.tx)).find((one) => one.id === id) ?? missing();
}

function formPage(visit: Visit, organisation: Organisation | null, problems?: FormProblems): Promise<Response> {
  const action = organisation ? organisationPlace({ id: organisation.id }) : newOrganisationPlace({});
  const page = (
    <OrganisationFormPage language={visit.language} organisation={organisation} action={action} problems={problems} />
  );
  const title = organisation?.name ?? housesText(visit.language).newOrganisation;
  const trail = [{ href: organisationsPlace({}), label: housesText(visit.language).organisations }];
  return visit.page({ title, trail, ...(problems ? { status: 422 } : {}) }, page);
}
