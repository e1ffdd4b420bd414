import { defineText } from '../../../../kernel/language.ts';

/** The card on A4, the poster and the catalogue as a book. */
export const papersText = defineText({
  da: {
    kicker: 'Fra kataloget',
    posterKicker: 'Det kan vi også',
    take: 'Det vil vi også',
    takeHow: (site: string) => `Se kortet på ${site}, eller spørg kontoret.`,
    qrAlt: 'QR-kode til kortet',
    editionTitle: 'Inspirationskatalog',
    editionSubtitle: (number: number, day: string) => `Udgave ${number}, ${day}. Bilag til strategien.`,
    foot: (number: number, day: string) => `Inspirationskatalog, udgave ${number}, ${day}`,
    atHome: 'Det gør jeg selv',
    file: 'katalog',
  },
  en: {
    kicker: 'From the catalogue',
    posterKicker: 'We can do this too',
    take: 'We want that too',
    takeHow: (site: string) => `See the card at ${site}, or ask the office.`,
    qrAlt: 'QR code to the card',
    editionTitle: 'Inspiration catalogue',
    editionSubtitle: (number: number, day: string) => `Edition ${number}, ${day}. Annex to the strategy.`,
    foot: (number: number, day: string) => `Inspiration catalogue, edition ${number}, ${day}`,
    atHome: 'What I do myself',
    file: 'catalogue',
  },
});
