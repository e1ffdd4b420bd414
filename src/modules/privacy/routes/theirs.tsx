import { personIdOf } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/format.ts';
import { readId } from '../../../kernel/id.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { anyOf, staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { peoplePlace, personPlace } from '../../housing/public.ts';
import { mayDecide } from '../access.ts';
import { giveConsents } from '../commands/consenting.ts';
import { askErasure, refuseErasure, takeBackErasure } from '../commands/erasing.ts';
import { askExport } from '../commands/exporting.ts';
import { consentForm, onBehalfForm, refusalForm, theirErasureForm } from '../forms.ts';
import { standing as standingOf } from '../rules/consents.ts';
import type { Whose } from '../rules/whose.ts';
import { consentsOf } from '../store/consents.ts';
import { whoseIs } from '../store/people.ts';
import { officeText } from '../text/office.ts';
import { pagesText } from '../text/pages.ts';
import {
  looksPlace,
  theirConsentsPlace,
  theirDataPlace,
  theirErasurePlace,
  theirExportPlace,
  theirRefusalPlace,
  theirUndoPlace,
} from '../urls.ts';
import { ConsentsPage } from '../views/consents.tsx';
import { DataPage, type DataPageProps } from '../views/data.tsx';
import { answersIn } from './answers.ts';
import { dataOf, namesBy, through } from './parts.ts';

/** Staff do it for somebody who has no screen; what they do says how they were asked. */
export function theirDataRoutes(web: Web, activities: readonly Activity[]): void {
  web.get(theirDataPlace, staff, (visit) => theirData(visit, activities));
  web.post(theirExportPlace, staff, async (visit) => {
    const { language, form } = visit;
    const whose = await personIn(visit);
    const read = readForm(onBehalfForm(language), form);
    if (!read.ok) return theirData(visit, activities, { form: 'copy', problems: read.refusal });
    await askExport(through(visit.tx, read.value.channel), whose.id, language);
    return visit.redirect(theirDataPlace({ id: whose.id }), pagesText(language).copyAskedTheirs);
  });
  web.post(theirErasurePlace, staff, (visit) => eraseThem(visit, activities));
  web.post(theirUndoPlace, staff, async (visit) => {
    const whose = await personIn(visit);
    const done = await takeBackErasure(visit.tx, whose.id);
    return visit.redirect(theirDataPlace({ id: whose.id }), done ? pagesText(visit.language).undone : undefined);
  });
  web.post(theirRefusalPlace, anyOf('secretariat'), async (visit) => {
    const { language, form } = visit;
    const whose = await personIn(visit);
    const read = readForm(refusalForm(language), form);
    if (!read.ok) return theirData(visit, activities, { form: 'refuse', problems: read.refusal });
    await refuseErasure(visit.tx, whose.id, read.value.words);
    return visit.redirect(theirDataPlace({ id: whose.id }), pagesText(language).refusedNow);
  });
  web.get(theirConsentsPlace, staff, (visit) => theirConsents(visit));
  web.post(theirConsentsPlace, staff, postConsents);
}

type Theirs = Omit<Visit, 'params'> & { readonly params: { readonly id: string } };

async function personIn({ tx, params }: Theirs): Promise<Whose> {
  const id = readId<'person'>(params.id) ?? missing();
  return (await whoseIs(tx, id)) ?? missing();
}

async function theirData(
  visit: Theirs,
  activities: readonly Activity[],
  returned?: DataPageProps['returned'],
): Promise<Response> {
  const { tx, actor, language } = visit;
  const whose = await personIn(visit);
  const { id } = whose;
  await sawPeople(tx, 'preview', [id]);
  const paths = {
    copy: theirExportPlace({ id }),
    erase: theirErasurePlace({ id }),
    undo: theirUndoPlace({ id }),
    consents: theirConsentsPlace({ id }),
    looks: mayDecide(actor) ? looksPlace({}, { q: whose.name }) : null,
    refuse: mayDecide(actor) ? theirRefusalPlace({ id }) : null,
  };
  const data = await dataOf(tx, activities, whose, language);
  // What the person asked for themselves is theirs to fetch.
  const exports = data.exports.filter(({ askedBy }) => askedBy === personIdOf(actor));
  return visit.page(
    {
      title: pagesText(language).theirs(whose.name),
      trail: trailTo(visit, whose),
      ...(returned ? { status: 422 } : {}),
    },
    DataPage({ ...data, exports, paths, name: whose.name, returned }),
  );
}

async function eraseThem(visit: Theirs, activities: readonly Activity[]): Promise<Response> {
  const { tx, language, form } = visit;
  const words = pagesText(language);
  const { id } = await personIn(visit);
  const read = readForm(theirErasureForm(language), form);
  if (!read.ok) return theirData(visit, activities, { form: 'erase', problems: read.refusal });
  const asked = await askErasure(through(tx, read.value.channel), id);
  if (!asked.ok) {
    return theirData(visit, activities, { form: 'erase', problems: problemIn(form, 'sure', words.already) });
  }
  return visit.redirect(theirDataPlace({ id }), words.erasingStartedTheirs(formatDay(asked.value.dueOn, language)));
}

async function theirConsents(visit: Theirs, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  const whose = await personIn(visit);
  const history = await consentsOf(tx, whose.id);
  const nameOf = await namesBy(
    tx,
    history.flatMap(({ registeredBy }) => registeredBy ?? []),
    language,
  );
  const words = pagesText(language);
  const here = { href: theirDataPlace({ id: whose.id }), label: words.theirs(whose.name) };
  return visit.page(
    {
      title: words.theirConsents(whose.name),
      trail: [...trailTo(visit, whose), here],
      ...(problems ? { status: 422 } : {}),
    },
    ConsentsPage({
      language,
      action: theirConsentsPlace({ id: whose.id }),
      onBehalf: true,
      standing: standingOf(history),
      history: history.map((one) => ({ ...one, by: one.registeredBy && nameOf(one.registeredBy) })),
      problems,
    }),
  );
}

async function postConsents(visit: Theirs): Promise<Response> {
  const { tx, language, form } = visit;
  const { id } = await personIn(visit);
  const how = readForm(onBehalfForm(language), form);
  if (!how.ok) return theirConsents(visit, how.refusal);
  const read = readForm(consentForm, form);
  if (read.ok) await giveConsents(through(tx, how.value.channel), id, answersIn(read.value));
  return visit.redirect(theirConsentsPlace({ id }), pagesText(language).consentsSaved);
}

function trailTo({ language }: Theirs, whose: Whose) {
  return [
    { href: peoplePlace({}), label: officeText(language).people },
    { href: personPlace({ id: whose.id }), label: whose.name },
  ];
}
