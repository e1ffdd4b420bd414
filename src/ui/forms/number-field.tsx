import type { Html } from '#jsx/jsx-runtime';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { formText } from './form-text.ts';
import { typedValue } from './problems.ts';

interface NumberProps extends FieldProps {
  readonly value?: string | number | undefined;
  /** What stands after the number: "personer", "m²". */
  readonly unit?: string;
}

/**
 * A whole number. A text field with a number pad, because `type="number"` swallows what it cannot read, scrolls the
 * value by accident and says nothing about it.
 */
export function NumberField(props: NumberProps): Html {
  return <Typed {...props} inputmode="numeric" size={8} />;
}

/** An amount in kroner, written as Danes write it: "4.500" or "1.234,50". */
export function AmountField(props: NumberProps): Html {
  return <Typed {...props} unit={props.unit ?? formText(props.language).kroner} inputmode="decimal" size={12} />;
}

function Typed(props: NumberProps & { readonly inputmode: 'numeric' | 'decimal'; readonly size: number }): Html {
  const id = props.id ?? props.name;
  const links = linksOf(props, props.unit ? `${id}-unit` : undefined);
  const known = props.value === undefined ? undefined : String(props.value);
  return (
    <FieldFrame {...props} links={links}>
      <span class="field-with-unit">
        <input
          class="ds-input field-number"
          id={id}
          name={props.name}
          type="text"
          inputmode={props.inputmode}
          size={props.size}
          autocomplete="off"
          value={typedValue(props.problems, props.name, known)}
          required={!props.optional}
          aria-describedby={links.describedBy}
          aria-invalid={links.invalid}
        />
        {props.unit && <span id={`${id}-unit`}>{props.unit}</span>}
      </span>
    </FieldFrame>
  );
}
