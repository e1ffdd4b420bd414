import { dayOf } from '../../../kernel/day.ts';
import { brandOf } from '../../../platform/documents/brand.ts';
import { renderPdf, typstAvailable } from '../../../platform/documents/pdf.ts';
import { renderWord, WORD_TYPE } from '../../../platform/documents/word.ts';
import { nextStart, type When } from '../../../platform/jobs/schedule.ts';
import type { Activity } from '../../../platform/privacy/holdings.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, wantedFile } from '../../../platform/web/list-file.tsx';
import { pageNumber } from '../../../platform/web/page-number.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { anyOf } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { findPeople, ownOrganisation } from '../../housing/public.ts';
import { changeSettings } from '../commands/house.ts';
import { periodsOf } from '../commands/retaining.ts';
import { settingsForm } from '../forms.ts';
import { periodWords, recordDocument } from '../letters/record.ts';
import { JOBS } from '../rules/jobs.ts';
import { recordOf } from '../rules/record.ts';
import type { Periods } from '../rules/settings.ts';
import { isOld, STATEMENTS } from '../rules/statements.ts';
import { clockRules } from '../rules/whose.ts';
import { settingsOf, statementOf } from '../store/house.ts';
import { LOOKS_A_PAGE, looksAt } from '../store/looks.ts';
import { openErasures } from '../store/requests.ts';
import { lastStarted, rowsNow, runs } from '../store/retention.ts';
import { officeText } from '../text/office.ts';
import { pagesText } from '../text/pages.ts';
import { looksPlace, officePlace, recordFilePlace, recordPlace, settingsPlace } from '../urls.ts';
import { AllLooksPage, type LookLine } from '../views/looks.tsx';
import { OfficePage, RecordPage, type RuleLine, SettingsPage } from '../views/office.tsx';
import { keptOf, namesBy, standing } from './parts.ts';

const secretariat = anyOf('secretariat');
const OPEN_SHOWN = 50;

/** What the privacy pages are given by the contents page, since the module knows nobody else's tables and clock. */
export interface House {
  readonly activities: readonly Activity[];
  /** When the clock starts each job, by its name. */
  readonly times: ReadonlyMap<string, When>;
}

/** The secretariat's pages: what is kept, how long, who has looked, and the record of processing. */
export function officeRoutes(web: Web, house: House): void {
  web.get(officePlace, secretariat, (visit) => office(visit, house));
  web.get(settingsPlace, secretariat, (visit) => settingsPage(visit));
  web.post(settingsPlace, secretariat, postSettings);
  web.get(looksPlace, secretariat, allLooks);
  web.get(recordPlace, secretariat, (visit) => recordPage(visit, house));
  web.get(recordFilePlace, secretariat, (visit) => recordFile(visit, house));
}

async function office(visit: Visit, house: House): Promise<Response> {
  const { tx, language } = visit;
  const erasures = await openErasures(tx, OPEN_SHOWN);
  const nameOf = await namesBy(
    tx,
    erasures.map(({ personId }) => personId),
    language,
  );
  const statements = [];
  for (const kind of STATEMENTS) {
    const own = await statementOf(tx, kind, language);
    statements.push({ kind, statedOn: own?.statedOn ?? null, old: own !== null && isOld(own, tx.today) });
  }
  return visit.page(
    { title: officeText(language).office, wide: true },
    OfficePage({
      language,
      open: erasures.map(({ personId, dueOn, waitsFor }) => ({
        personId,
        name: nameOf(personId),
        dueOn,
        waits: waitsFor.length,
      })),
      rules: await ruleLines(visit, house),
      statements,
    }),
  );
}

async function ruleLines({ tx, language }: Visit, { activities, times }: House): Promise<readonly RuleLine[]> {
  const rules = clockRules(activities.flatMap(({ holdings }) => holdings));
  const periods: Periods = await periodsOf(tx);
  const [ran, started, now] = await Promise.all([runs(tx), lastStarted(tx), rowsNow(tx, rules)]);
  return rules.map(({ key, holding, rule }) => {
    const when = times.get(rule.job ?? JOBS.retention.name);
    const run = ran.get(key);
    return {
      what: holding.called[language],
      kept: periodWords(rule, periods, language),
      rows: rule.rows,
      law: officeText(language).laws[rule.law],
      lastRun: (rule.job ? started.get(rule.job) : run?.ranAt) ?? null,
      nextRun: when ? nextStart(when, tx.now) : null,
      now: now.get(holding.table) ?? 0,
      lastDid: run?.rowsChanged ?? null,
      everDid: run?.rowsEver ?? null,
    };
  });
}

async function settingsPage(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, language } = visit;
  return visit.page(
    { title: officeText(language).settings, trail: [toOffice(visit)], ...(problems ? { status: 422 } : {}) },
    SettingsPage({ language, settings: await settingsOf(tx), problems }),
  );
}

async function postSettings(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const words = officeText(language);
  const read = readForm(settingsForm(language), form);
  if (!read.ok) return settingsPage(visit, read.refusal);
  if (!(await changeSettings(tx, read.value))) return settingsPage(visit, problemIn(form, '', words.meanwhile));
  return visit.redirect(officePlace({}), words.saved);
}

const MOST_FOUND = 50;

/** Looks by or at whoever the search finds; everything without one. What was searched for is written nowhere. */
async function allLooks(visit: Visit): Promise<Response> {
  const { tx, language, query } = visit;
  const search = query.get('q')?.trim() ?? '';
  const page = pageNumber(query);
  const people = search ? (await findPeople(tx, search, 1)).people.slice(0, MOST_FOUND).map(({ id }) => id) : [];
  const whose = search ? { either: people } : {};
  const format = wantedFile(query);
  if (format) return listFile(visit, format, looksFile(visit, whose));
  const { looks, more } = await looksAt(tx, whose, page);
  const nameOf = await namesBy(
    tx,
    looks.flatMap(({ seenBy, personId }) => [seenBy, personId]),
    language,
  );
  const { lookMonths } = await settingsOf(tx);
  const toPage = (number: number) => looksPlace({}, { ...(search ? { q: search } : {}), side: String(number) });
  return visit.page(
    { title: officeText(language).looks, trail: [toOffice(visit)], wide: true },
    <>
      {AllLooksPage({
        language,
        months: lookMonths,
        action: looksPlace({}),
        search,
        looks: looks.map((look) => ({ ...look, who: nameOf(look.seenBy), whom: nameOf(look.personId) })),
        page,
        more,
        pageAt: toPage,
      })}
      <FileLinks language={language} query={query} />
    </>,
  );
}

/** Who has looked, as a file: what an inspector asks for. */
function looksFile({ tx, language }: Visit, whose: Parameters<typeof looksAt>[1]): ListFile<LookLine> {
  const words = pagesText(language);
  return {
    title: officeText(language).looks,
    columns: [
      [words.lookWhen, ({ at }) => ({ day: dayOf(at) })],
      [words.lookWho, ({ who }) => who],
      [words.lookWhom, ({ whom }) => whom],
      [words.lookWhy, ({ why }) => words.whys[why]],
    ],
    page: async (number) => {
      const { looks } = await looksAt(tx, whose, number);
      const seen = looks.flatMap(({ seenBy, personId }) => [seenBy, personId]);
      const nameOf = await namesBy(tx, seen, language);
      return looks.map((look) => ({ ...look, who: nameOf(look.seenBy), whom: nameOf(look.personId) }));
    },
    size: LOOKS_A_PAGE,
  };
}

async function recordPage(visit: Visit, { activities }: House): Promise<Response> {
  const { tx, language } = visit;
  const own = await standing(tx, 'record', language);
  return visit.page(
    { title: officeText(language).record, trail: [toOffice(visit)] },
    RecordPage({
      language,
      record: recordOf(activities),
      own: [own.words, own.contact].filter(Boolean).join('\n\n'),
      kept: keptOf(await periodsOf(tx), language),
      pdf: typstAvailable(),
    }),
  );
}

async function recordFile(visit: Visit, house: House): Promise<Response> {
  const { tx, language, query } = visit;
  const own = await standing(tx, 'record', language);
  const document = recordDocument(recordOf(house.activities), {
    language,
    day: tx.today,
    house: tx.tenant.name,
    own: [own.words, own.contact].filter(Boolean).join('\n\n'),
    periods: await periodsOf(tx),
  });
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const name = officeText(language).record;
  const pdf = query.get('som') === 'docx' ? null : await renderPdf(document, brand);
  if (pdf?.ok) return visit.file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf` });
  return visit.file({ bytes: await renderWord(document, brand), type: WORD_TYPE, name: `${name}.docx` });
}

function toOffice({ language }: Visit) {
  return { href: officePlace({}), label: officeText(language).office };
}
