import type { Child, Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { formText } from './form-text.ts';
import { type FormProblems, messagesFor } from './problems.ts';

/** What every field takes. `id` is only needed when two forms on a page have a field of the same name. */
export interface FieldProps {
  readonly language: Language;
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly optional?: boolean;
  readonly problems?: FormProblems | undefined;
  readonly id?: string;
}

/** How a field refers to its hint and its messages. */
export interface FieldLinks {
  readonly id: string;
  readonly describedBy: string | undefined;
  readonly invalid: true | undefined;
  readonly messages: readonly string[];
}

export function linksOf(props: Pick<FieldProps, 'id' | 'name' | 'hint' | 'problems'>, also?: string): FieldLinks {
  const id = props.id ?? props.name;
  const messages = messagesFor(props.problems, props.name);
  const parts = [props.hint ? `${id}-hint` : '', also ?? '', messages.length > 0 ? `${id}-error` : ''];
  return {
    id,
    describedBy: parts.filter(Boolean).join(' ') || undefined,
    invalid: messages.length > 0 ? true : undefined,
    messages,
  };
}

/** Label, hint, the control, and what is wrong, in the order in which they are read. */
export function FieldFrame(props: FieldProps & { readonly links: FieldLinks; readonly children: Child }): Html {
  return (
    <div class="ds-field field" data-invalid={props.links.invalid}>
      <label class="ds-label" data-weight="medium" for={props.links.id}>
        {props.label}
        {props.optional && <span class="field-optional"> {formText(props.language).optional}</span>}
      </label>
      <Hint links={props.links} hint={props.hint} />
      {props.children}
      <Messages links={props.links} />
    </div>
  );
}

export function Hint(props: { readonly links: FieldLinks; readonly hint: Child }): Html | null {
  if (!props.hint) return null;
  return (
    <div class="field-hint" data-field="description" id={`${props.links.id}-hint`}>
      {props.hint}
    </div>
  );
}

export function Messages(props: { readonly links: FieldLinks }): Html | null {
  const { id, messages } = props.links;
  if (messages.length === 0) return null;
  return (
    <div id={`${id}-error`} data-field="validation">
      {messages.map((message) => (
        <p class="ds-validation-message">{message}</p>
      ))}
    </div>
  );
}
