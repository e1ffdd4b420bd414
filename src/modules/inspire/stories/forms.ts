import { z } from 'zod';
import type { Id } from '../../../kernel/id.ts';
import { readId } from '../../../kernel/id.ts';
import type { Language } from '../../../kernel/language.ts';
import { MOST, type Offered, ON_PICTURE, type Quote, type StoryWords } from './rules/story.ts';
import { picturesText } from './text/pictures.ts';
import { writingText } from './text/writing.ts';

const text = z.string().default('');
const ticked = text.transform((value) => value === 'ja');

export interface Written extends StoryWords {
  readonly version: number;
  readonly quote: Quote | null;
  readonly photos: readonly Id<'fund_photo'>[];
}

/** The story as it is written. `offered`: the pictures that may be chosen; `people`: who a quote can be of. */
export function storyForm(
  language: Language,
  {
    offered,
    people,
    own,
  }: {
    readonly offered: readonly Offered[];
    readonly people: readonly Id<'person'>[];
    /** Pictures that were put with the story itself. */
    readonly own: number;
  },
) {
  const words = writingText(language);
  const line = (most: number, missing: string) =>
    text
      .transform((value) => value.replace(/\s+/g, ' '))
      .refine((value) => value.length <= most, words.tooLong(most))
      .refine((value) => value !== '', missing);
  const short = (most: number) => text.refine((value) => value.length <= most, words.tooLong(most));
  return z
    .object({
      version: z.coerce.number().int().default(0).catch(0),
      heading: line(MOST.heading, words.headingMissing),
      lead: line(MOST.lead, words.leadMissing),
      body: short(MOST.longBody).refine((value) => value !== '', words.bodyMissing),
      said: short(MOST.said),
      name: short(MOST.name),
      who: text,
      nameConsent: ticked,
      photos: z.array(z.string()).default([]),
      photoConsent: ticked,
    })
    .transform((typed, context): Written => {
      const say = (field: string, message: string) => context.addIssue({ code: 'custom', path: [field], message });
      const chosen = offered.filter(({ id }) => typed.photos.includes(id));
      if (typed.name !== '' && typed.said === '') say('said', words.nameWithoutWords);
      if (typed.name !== '' && !typed.nameConsent) say('nameConsent', words.nameConsentMissing);
      if (chosen.length + own > MOST.photos) say('photos', words.photosTooMany(MOST.photos - own));
      if (chosen.some(({ known }) => known) && !typed.photoConsent) say('photoConsent', words.photoConsentMissing);
      const personId = readId<'person'>(typed.who);
      return {
        version: typed.version,
        heading: typed.heading,
        lead: typed.lead,
        body: typed.body,
        quote:
          typed.said === ''
            ? null
            : { said: typed.said, name: typed.name, personId: personId && people.includes(personId) ? personId : null },
        photos: chosen.map(({ id }) => id),
      };
    });
}

/** What is said of a picture that is put with the story. The file itself is read by the route. */
export function pictureForm(language: Language) {
  const words = picturesText(language);
  return z.object({
    alt: text
      .refine((value) => value !== '', words.altMissing)
      .refine((value) => value.length <= MOST.said, writingText(language).tooLong(MOST.said)),
    people: z.enum(ON_PICTURE, words.peopleMissing),
    agreed: text.refine((value) => value === 'ja', words.consentMissing),
  });
}

export function askForm(language: Language) {
  return z.object({ person: text.refine((value) => value !== '', writingText(language).askWhoMissing) });
}

export function answerForm(language: Language) {
  const words = writingText(language);
  return z
    .object({
      answer: z.enum(['good', 'changes'], { error: words.answerMissing }),
      words: text.refine((value) => value.length <= MOST.body, words.tooLong(MOST.body)),
    })
    .refine(({ answer, words: said }) => answer === 'good' || said !== '', {
      path: ['words'],
      message: words.answerWordsMissing,
    });
}
