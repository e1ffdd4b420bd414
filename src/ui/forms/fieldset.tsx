import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { type FieldLinks, Hint, Messages } from './field-frame.tsx';
import { formText } from './form-text.ts';

/** Fields that belong together under one question. */
export function Fieldset(props: { readonly legend: Child; readonly hint?: Child; readonly children: Child }): Html {
  return (
    <fieldset class="ds-fieldset fieldset">
      <legend class="ds-label">{props.legend}</legend>
      {props.hint && <p class="field-hint">{props.hint}</p>}
      <div class="fieldset-fields">{props.children}</div>
    </fieldset>
  );
}

/** The frame around radios and boxes: the question, its hint and what is wrong belong to the whole group. */
export function ChoiceFrame(props: {
  readonly language: Language;
  readonly legend: Child;
  readonly hint: Child;
  readonly optional: boolean | undefined;
  readonly links: FieldLinks;
  readonly role?: 'radiogroup';
  readonly children: Child;
}): Html {
  return (
    <fieldset
      class="ds-fieldset fieldset"
      role={props.role}
      aria-describedby={props.links.describedBy}
      aria-invalid={props.role ? props.links.invalid : undefined}
      data-invalid={props.links.invalid}
    >
      <legend class="ds-label">
        {props.legend}
        {props.optional && <span class="field-optional"> {formText(props.language).optional}</span>}
      </legend>
      <Hint links={props.links} hint={props.hint} />
      <div class="choices">{props.children}</div>
      <Messages links={props.links} />
    </fieldset>
  );
}
