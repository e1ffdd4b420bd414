import { defineText } from '../../../../kernel/language.ts';

/** The card of paper with three questions. */
export const letterText = defineText({
  da: {
    cards: 'Kort til tilbagemelding',
    heading: 'Hvordan gik det?',
    came: 'Hvor mange kom?',
    best: 'Hvad var det bedste?',
    differently: 'Hvad vil I gøre anderledes næste gang?',
    either: 'Svar på kortet, og aflevér det. Eller svar på nettet:',
    site: (site: string) => `${site}/tilbagemelding`,
    alt: 'Kode, der fører til de tre spørgsmål på nettet.',
  },
  en: {
    cards: 'Cards for feedback',
    heading: 'How did it go?',
    came: 'How many came?',
    best: 'What was best?',
    differently: 'What would you do differently next time?',
    either: 'Answer on the card and hand it in. Or answer on the web:',
    site: (site: string) => `${site}/tilbagemelding`,
    alt: 'Code that leads to the three questions on the web.',
  },
});
