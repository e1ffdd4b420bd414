import type { Html } from '#jsx/jsx-runtime';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { typedValue } from './problems.ts';

/** One line of text: a name, an address, a code. */
export function TextField(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly type?: 'text' | 'email' | 'tel' | 'url' | 'search';
    readonly autocomplete?: string;
    readonly inputmode?: 'text' | 'decimal' | 'numeric' | 'tel' | 'email' | 'url';
    readonly maxlength?: number;
    /** Expected width in characters, so that a postcode does not look like a novel. */
    readonly size?: number;
    readonly autofocus?: boolean;
  },
): Html {
  const links = linksOf(props);
  return (
    <FieldFrame {...props} links={links}>
      <input
        class="ds-input"
        id={links.id}
        name={props.name}
        type={props.type ?? 'text'}
        value={typedValue(props.problems, props.name, props.value)}
        autocomplete={props.autocomplete}
        inputmode={props.inputmode}
        maxlength={props.maxlength}
        size={props.size}
        autofocus={props.autofocus}
        required={!props.optional}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
      />
    </FieldFrame>
  );
}
