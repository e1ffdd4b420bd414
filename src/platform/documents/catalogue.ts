import type { Language } from '../../kernel/language.ts';
import type { Palette } from './palette.ts';
import { qrSvg, streetSvg } from './pictures.ts';

/**
 * Cards of the catalogue: one on an A4 page, one as a poster of A2, or the whole catalogue as a book with its contents. On
 * paper as on the screen a card says what it is, what it takes, how it is done, and what it costs.
 */
export interface CatalogueSpec {
  readonly kind: 'catalogue';
  readonly language: Language;
  readonly title: string;
  /** `a2`: one card, large, for a wall. */
  readonly size: 'a4' | 'a2';
  /** Null for a single card. */
  readonly cover: { readonly subtitle: string; readonly words: readonly string[]; readonly foot: string } | null;
  readonly groups: readonly { readonly heading: string; readonly cards: readonly CatalogueCardSpec[] }[];
}

export interface CatalogueCardSpec {
  readonly title: string;
  /** A short line over the title. */
  readonly kicker: string;
  readonly what: string;
  readonly why: string;
  readonly facts: readonly (readonly [term: string, value: string])[];
  readonly steps: { readonly heading: string; readonly items: readonly string[] };
  readonly lists: readonly { readonly heading: string; readonly items: readonly string[] }[];
  /** Small tasks, each with its time. */
  readonly tasks: { readonly heading: string; readonly items: readonly (readonly [time: string, says: string])[] };
  readonly budget: {
    readonly heading: string;
    readonly rows: readonly (readonly [what: string, amount: string])[];
    readonly total: readonly [label: string, amount: string] | null;
  };
  /** Where it is found; null in the book. */
  readonly qr: {
    readonly content: string;
    readonly alt: string;
    readonly heading: string;
    readonly words: string;
  } | null;
}

/** What the template draws. */
export function prepareCatalogue(spec: CatalogueSpec, palette: Palette): Record<string, unknown> {
  return {
    size: spec.size,
    cover: spec.cover,
    street: streetSvg(palette),
    groups: spec.groups.map(({ heading, cards }) => ({
      heading,
      cards: cards.map((card) => ({ ...card, qr: card.qr && { ...card.qr, svg: qrSvg(card.qr.content) } })),
    })),
  };
}
