import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';

/** One component or view in one situation: empty, one, many, refused, a long word. Shown in the gallery, fed to axe and to the picture tests. */
export interface Example {
  readonly group: string;
  readonly name: string;
  readonly html: Html;
}

/** What a module gives: its views as examples, in a language. */
export type Examples = (language: Language) => readonly Example[];

/** `example('Knapper')('stærk', <Button>…</Button>)` */
export function exampleIn(group: string): (name: string, html: Html) => Example {
  return (name, html) => ({ group, name, html });
}

// The words that break layouts: long ones without a space, and names with everything in them.
export const LONG_WORD = 'Bæredygtighedsstrategiarbejdsgruppemedlemskabsansøgningsskema';
export const LONG_NAME = 'Anne-Margrethe Bodil Kjærgaard-Østergaard von Rosenkrantz-Høegh';
