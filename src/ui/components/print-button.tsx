import type { Html } from '#jsx/jsx-runtime';
import { defineText, type Language } from '../../kernel/language.ts';
import { Icon } from './icon.tsx';

const words = defineText({ da: { print: 'Print siden' }, en: { print: 'Print this page' } });

/** Prints the page. Only there when script is: without it the browser's own menu prints as well. */
export function PrintButton(props: { readonly language: Language; readonly label?: string }): Html {
  return (
    <button class="ds-button print-button" type="button" data-variant="secondary" data-print hidden>
      <Icon name="print" />
      {props.label ?? words(props.language).print}
    </button>
  );
}
