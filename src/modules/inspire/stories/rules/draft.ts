import { MOST, type Quote, type StoryWords } from './story.ts';

/** What an initiative and its rows say, as a first draft is made of it. Sentences come in words already. */
export interface DraftParts {
  readonly title: string;
  readonly what: string;
  readonly why: string;
  /** What was done, or planned where nothing was ticked off. */
  readonly steps: readonly string[];
  readonly stepsHeading: string;
  /** "Der kom 42 mennesker.", "Puljen betalte 4.200 kr." */
  readonly figures: readonly string[];
  /** What they said themselves when it ended, introduced: "Det lærte vi: …". */
  readonly learned: string;
  /** The best of it, where staff have shown it to everybody. */
  readonly best: string | null;
}

/** A story to begin from: nothing that Grobund knows is to be typed again. */
export function draftFrom(parts: DraftParts): StoryWords & { readonly quote: Quote | null } {
  const [first, rest] = firstSentence(parts.what);
  const steps = parts.steps.length > 0 ? [parts.stepsHeading, parts.steps.map((one) => `- ${one}`).join('\n')] : [];
  const body = [[rest, parts.why].filter(Boolean).join(' '), ...steps, parts.figures.join(' '), parts.learned];
  return {
    heading: cut(parts.title, MOST.heading),
    lead: cut(first || parts.title, MOST.lead),
    body: cut(body.filter(Boolean).join('\n\n'), MOST.longBody),
    quote: parts.best ? { said: cut(parts.best, MOST.said), name: '', personId: null } : null,
  };
}

function firstSentence(text: string): readonly [first: string, rest: string] {
  const end = /[.!?](?=\s|$)/.exec(text.trim())?.index ?? -1;
  return end < 0
    ? [text.trim(), '']
    : [
        text.trim().slice(0, end + 1),
        text
          .trim()
          .slice(end + 1)
          .trim(),
      ];
}

function cut(text: string, most: number): string {
  return text.length <= most ? text : `${text.slice(0, most - 2).trimEnd()} …`;
}
