import type { Html } from '#jsx/jsx-runtime';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { formText } from './form-text.ts';
import { typedValue } from './problems.ts';

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of many. Up to seven choices read better as `Radios`. */
export function Select(
  props: FieldProps & {
    readonly options: readonly Option[];
    readonly value?: string | undefined;
    /** The first, empty choice; "Vælg …" unless said. */
    readonly empty?: string;
  },
): Html {
  const links = linksOf(props);
  const chosen = typedValue(props.problems, props.name, props.value);
  return (
    <FieldFrame {...props} links={links}>
      <select
        class="ds-input"
        id={links.id}
        name={props.name}
        required={!props.optional}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
      >
        <option value="">{props.empty ?? formText(props.language).choose}</option>
        {props.options.map((option) => (
          <option value={option.value} selected={option.value === chosen}>
            {option.label}
          </option>
        ))}
      </select>
    </FieldFrame>
  );
}
