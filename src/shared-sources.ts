import { isStaff } from './kernel/actor.ts';
import type { Id } from './kernel/id.ts';
import type { Language } from './kernel/language.ts';
import { paperToShare } from './modules/gatherings/public.ts';
import { displayNames } from './modules/housing/public.ts';
import { type Initiative, initiativeById } from './modules/initiatives/public.ts';
import type { Part, Sources } from './modules/sharing/public.ts';
import { navigationText } from './navigation-text.ts';

/** What of the house can be sent to another as a copy. */
export const SOURCES: Sources = {
  async initiative(tx, actor, id) {
    const found = isStaff(actor) ? await initiativeById(tx, id as Id<'initiative'>) : null;
    if (!found) return null;
    const people = [...found.drivers, ...found.asks, ...found.steps].flatMap(({ personId }) => personId ?? []);
    const refs = [...new Set(people)].map((person) => ({ kind: 'person' as const, id: person }));
    const names = await displayNames(tx, refs, tx.tenant.language);
    return {
      source: 'initiative',
      id,
      title: found.title,
      parts: partsOf(found, tx.tenant.language),
      files: [],
      people: [...new Set(names.values())],
    };
  },
  async paper(tx, actor, id) {
    const paper = isStaff(actor) ? await paperToShare(tx, id as Id<'gathering_paper'>) : null;
    if (!paper) return null;
    const { title, file } = paper;
    return { source: 'paper', id, title, parts: [], files: [file], people: [] };
  },
};

/** The recipe: what it was, why, what was done, and how it went. Where it was and who it was stay here. */
function partsOf(found: Initiative, language: Language): Part[] {
  const words = navigationText(language).recipe;
  const done = found.steps.filter(({ outcome }) => outcome === 'done').map(({ says }) => `• ${says}`);
  const parts: Part[] = [
    { key: 'what', heading: words.what, text: found.what },
    { key: 'why', heading: words.why, text: found.why },
    { key: 'steps', heading: words.steps, text: done.join('\n') },
    { key: 'end', heading: words.end, text: found.end?.words ?? '' },
  ];
  return parts.filter(({ text }) => text.trim() !== '');
}
