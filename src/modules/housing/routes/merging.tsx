import type { Id } from '../../../kernel/id.ts';
import { sawPeople } from '../../../platform/privacy/looks.ts';
import { problemIn, readForm } from '../../../platform/web/form.ts';
import type { Visit, Web } from '../../../platform/web/web.ts';
import { staff } from '../../../platform/web/who.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { mayGiveAway } from '../access.ts';
import { type MergeRefusal, mergePeople } from '../commands/merging.ts';
import { mergeForm } from '../forms.ts';
import type { MergeDoubt } from '../rules/merging.ts';
import { findPeople } from '../store/find.ts';
import { rolesOf } from '../store/roles.ts';
import { peopleText } from '../text/people.ts';
import { mergePlace, peoplePlace, personPlace } from '../urls.ts';
import { MergePage } from '../views/merging.tsx';
import type { Neighbours } from './housing.tsx';
import { personOf } from './person.tsx';
import { conflictText } from './refusals.ts';

const MOST_FOUND = 20;

type OnePerson = Visit<'/personer/:id/saml'>;

/** A person who was written in from paper, and signs in with a code from a letter, is one human. */
export function mergingRoutes(web: Web, neighbours: Neighbours): void {
  web.get(mergePlace, staff, (visit) => mergePage(visit));
  web.post(mergePlace, staff, (visit) => merge(visit, neighbours));
}

interface Refused {
  readonly problems: FormProblems;
  readonly doubts?: readonly MergeDoubt[];
}

async function mergePage(visit: OnePerson, refused?: Refused): Promise<Response> {
  const { tx, language } = visit;
  const person = await personOf(tx, visit.params.id);
  // The form says what was searched for, unless that was nothing.
  const search = visit.query.get('q')?.trim() ?? (refused ? '' : person.name);
  const { people } = await findPeople(tx, search, 1);
  await sawPeople(
    tx,
    'search',
    people.map(({ id }) => id),
  );
  const words = peopleText(language);
  const trail = [
    { href: peoplePlace({}), label: words.people },
    { href: personPlace({ id: person.id }), label: person.name },
  ];
  return visit.page(
    { title: words.mergeTitle(person.name), trail, ...(refused ? { status: 422 } : {}) },
    MergePage({
      language,
      person,
      search,
      found: people.filter((one) => one.id !== person.id).slice(0, MOST_FOUND),
      doubts: refused?.doubts ?? [],
      problems: refused?.problems,
    }),
  );
}

async function merge(visit: OnePerson, { peopleMerged }: Neighbours): Promise<Response> {
  const { tx, language, form } = visit;
  const into = await personOf(tx, visit.params.id);
  const read = readForm(mergeForm(language), form);
  if (!read.ok) return mergePage(visit, { problems: read.refusal });
  const from = await personOf(tx, read.value.other);
  const words = peopleText(language);
  const may = (await mayWriteOn(visit, into.id)) && (await mayWriteOn(visit, from.id));
  if (!may) return mergePage(visit, { problems: problemIn(form, 'other', words.mergeNotYours) });
  const merged = await mergePeople(tx, { from: from.id, into: into.id, sure: read.value.sure });
  if (!merged.ok) return mergePage(visit, whyNot(visit, merged.refusal));
  await peopleMerged?.(tx, [from.id, into.id]);
  return visit.redirect(personPlace({ id: into.id }), words.merged);
}

/** One record's ways in become the other's: that takes what it takes to give the roles of both. */
async function mayWriteOn({ tx, actor }: OnePerson, id: Id<'person'>): Promise<boolean> {
  const held = (await rolesOf(tx, id)).filter(({ until }) => until === null || until >= tx.today);
  return mayGiveAway(
    actor,
    held.map(({ role }) => role),
  );
}

function whyNot({ language, form }: OnePerson, refusal: MergeRefusal): Refused {
  const words = peopleText(language);
  if (refusal.kind === 'same') return { problems: problemIn(form, 'other', words.mergePickMissing) };
  if (refusal.kind === 'gone') return { problems: problemIn(form, 'other', words.mergeGone) };
  if (refusal.kind === 'conflict')
    return { problems: problemIn(form, 'other', conflictText(language, refusal.conflict)) };
  const told = refusal.doubts.map((doubt) => words.mergeDoubt[doubt]).join(' ');
  return { problems: problemIn(form, 'sure', told), doubts: refusal.doubts };
}
