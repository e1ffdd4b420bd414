import { actingPerson, personIdOf } from '../../../kernel/actor.ts';
import { formatDay } from '../../../kernel/format.ts';
import { type Id, readId } from '../../../kernel/id.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { pageNumber } from '../../../platform/web/page-number.ts';
import { missing, type Visit, type Web } from '../../../platform/web/web.ts';
import { signedIn } from '../../../platform/web/who.ts';
import { myPagePlace } from '../../housing/public.ts';
import { mayActFor } from '../access.ts';
import { giveConsents } from '../commands/consenting.ts';
import { askErasure, takeBackErasure } from '../commands/erasing.ts';
import { askExport, fetchExport } from '../commands/exporting.ts';
import { consentForm, erasureForm } from '../forms.ts';
import { standing as standingOf } from '../rules/consents.ts';
import type { Whose } from '../rules/whose.ts';
import { consentsOf } from '../store/consents.ts';
import { settingsOf } from '../store/house.ts';
import { looksAt } from '../store/looks.ts';
import { whoseIs } from '../store/people.ts';
import { exportById } from '../store/requests.ts';
import { officeText } from '../text/office.ts';
import { pagesText } from '../text/pages.ts';
import {
  myConsentsPlace,
  myDataPlace,
  myErasurePlace,
  myExportPlace,
  myLooksPlace,
  myUndoPlace,
  packagePlace,
} from '../urls.ts';
import { ConsentsPage } from '../views/consents.tsx';
import { DataPage, type DataPageProps } from '../views/data.tsx';
import { MyLooksPage } from '../views/looks.tsx';
import { answersIn } from './answers.ts';
import { dataOf, namesBy } from './parts.ts';

const FEW = { rate: { times: 10, minutes: 60 } };

/** One's own data: seen, copied, erased, agreed to, and who has looked. */
export function myDataRoutes(web: Web, activities: readonly Activity[]): void {
  web.get(myDataPlace, signedIn, (visit) => myData(visit, activities));
  web.post(
    myExportPlace,
    signedIn,
    async (visit) => {
      await askExport(visit.tx, actingPerson(visit), visit.language);
      return visit.redirect(myDataPlace({}), pagesText(visit.language).copyAsked);
    },
    FEW,
  );
  web.post(myErasurePlace, signedIn, (visit) => eraseMe(visit, activities), FEW);
  web.post(myUndoPlace, signedIn, async (visit) => {
    const done = await takeBackErasure(visit.tx, actingPerson(visit));
    return visit.redirect(myDataPlace({}), done ? pagesText(visit.language).undone : undefined);
  });
  web.get(myLooksPlace, signedIn, myLooks);
  web.get(myConsentsPlace, signedIn, myConsents);
  web.post(myConsentsPlace, signedIn, async (visit) => {
    const read = readForm(consentForm, visit.form);
    if (read.ok) await giveConsents(visit.tx, actingPerson(visit), answersIn(read.value));
    return visit.redirect(myConsentsPlace({}), pagesText(visit.language).consentsSaved);
  });
  web.get(packagePlace, signedIn, fetchPackage);
}

async function me(visit: Visit): Promise<Whose> {
  return (await whoseIs(visit.tx, actingPerson(visit))) ?? missing();
}

async function myData(
  visit: Visit,
  activities: readonly Activity[],
  returned?: DataPageProps['returned'],
): Promise<Response> {
  const { tx, language } = visit;
  const data = await dataOf(tx, activities, await me(visit), language);
  const paths = {
    copy: myExportPlace({}),
    erase: myErasurePlace({}),
    undo: myUndoPlace({}),
    consents: myConsentsPlace({}),
    looks: myLooksPlace({}),
    refuse: null,
  };
  return visit.page(
    { title: pagesText(language).mine, trail: [toMyPage(visit)], ...(returned ? { status: 422 } : {}) },
    DataPage({ ...data, paths, name: null, returned }),
  );
}

async function eraseMe(visit: Visit, activities: readonly Activity[]): Promise<Response> {
  const { tx, language, form } = visit;
  const words = pagesText(language);
  const read = readForm(erasureForm(language), form);
  if (!read.ok) return myData(visit, activities, { form: 'erase', problems: read.refusal });
  const asked = await askErasure(tx, actingPerson(visit));
  if (!asked.ok) {
    return myData(visit, activities, { form: 'erase', problems: problemIn(form, 'sure', words.already) });
  }
  return visit.redirect(myDataPlace({}), words.erasingStarted(formatDay(asked.value.dueOn, language)));
}

async function myLooks(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const page = pageNumber(visit.query);
  const { ids } = await me(visit);
  const { looks, more } = await looksAt(tx, { person: ids }, page);
  const nameOf = await namesBy(
    tx,
    looks.map(({ seenBy }) => seenBy),
    language,
  );
  const { lookMonths } = await settingsOf(tx);
  const toPage = (number: number) => myLooksPlace({}, { side: String(number) });
  return visit.page(
    { title: pagesText(language).looks, trail: [toMyPage(visit), toMyData(visit)], wide: true },
    MyLooksPage({
      language,
      months: lookMonths,
      looks: looks.map((look) => ({ ...look, who: nameOf(look.seenBy), whom: '' })),
      page,
      more,
      pageAt: toPage,
    }),
  );
}

async function myConsents(visit: Visit): Promise<Response> {
  const { tx, language } = visit;
  const history = await consentsOf(tx, actingPerson(visit));
  const nameOf = await namesBy(
    tx,
    history.flatMap(({ registeredBy }) => registeredBy ?? []),
    language,
  );
  return visit.page(
    { title: pagesText(language).consents, trail: [toMyPage(visit), toMyData(visit)] },
    ConsentsPage({
      language,
      action: myConsentsPlace({}),
      onBehalf: false,
      standing: standingOf(history),
      history: history.map((one) => ({ ...one, by: one.registeredBy && nameOf(one.registeredBy) })),
    }),
  );
}

/** The person's own, or that of somebody for whom staff asked. Who asks for another's finds nothing. */
async function fetchPackage(visit: Visit<'/kopi/:id'>): Promise<Response> {
  const { tx, actor, language } = visit;
  const id = readId<'privacy_export'>(visit.params.id) ?? missing();
  const wish = (await exportById(tx, id)) ?? missing();
  const reader: Id<'person'> = personIdOf(actor) ?? missing();
  const asked = wish.askedBy === reader && mayActFor(actor);
  if (wish.personId !== reader && !asked) missing();
  const bytes = await fetchExport(tx, wish, reader);
  if (!bytes) return visit.redirect(myDataPlace({}), pagesText(language).fetchGone);
  return visit.file({ bytes, type: 'application/zip', name: pagesText(language).copyName });
}

function toMyPage({ language }: Visit) {
  return { href: myPagePlace({}), label: officeText(language).myPage };
}

function toMyData({ language }: Visit) {
  return { href: myDataPlace({}), label: pagesText(language).mine };
}
