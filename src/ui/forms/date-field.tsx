import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../kernel/day.ts';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { typedValue } from './problems.ts';

/**
 * A day. The browser's own date field: a calendar in the person's language on every phone since 2017, typing on a
 * keyboard, and always `YYYY-MM-DD` on the wire (docs/decisions/005-design.md).
 */
export function DateField(
  props: FieldProps & { readonly value?: Day | undefined; readonly min?: Day; readonly max?: Day },
): Html {
  return <Native {...props} type="date" />;
}

/** A time of day, `HH:MM` on the wire. */
export function TimeField(props: FieldProps & { readonly value?: string | undefined }): Html {
  return <Native {...props} type="time" />;
}

function Native(
  props: FieldProps & {
    readonly type: 'date' | 'time';
    readonly value?: string | undefined;
    readonly min?: string;
    readonly max?: string;
  },
): Html {
  const links = linksOf(props);
  return (
    <FieldFrame {...props} links={links}>
      <input
        class="ds-input field-date"
        id={links.id}
        name={props.name}
        type={props.type}
        min={props.min}
        max={props.max}
        value={typedValue(props.problems, props.name, props.value)}
        required={!props.optional}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
      />
    </FieldFrame>
  );
}
