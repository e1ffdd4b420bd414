import type { Html } from '#jsx/jsx-runtime';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { formText } from './form-text.ts';
import { typedValue } from './problems.ts';

/** Several lines. `maxlength` is told, counted by script, and never cuts off what is typed; `lix` helps to write plainly. */
export function TextArea(
  props: FieldProps & {
    readonly value?: string | undefined;
    readonly rows?: number;
    readonly maxlength?: number;
    readonly lix?: boolean;
    readonly placeholder?: string;
  },
): Html {
  const id = props.id ?? props.name;
  const countId = `${id}-count`;
  const links = linksOf(props, props.maxlength ? countId : undefined);
  const words = formText(props.language);
  return (
    <FieldFrame {...props} links={links}>
      <textarea
        class="ds-input"
        id={id}
        name={props.name}
        rows={props.rows ?? 5}
        placeholder={props.placeholder}
        required={!props.optional}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
        data-count={props.maxlength}
        data-lix={props.lix}
      >
        {typedValue(props.problems, props.name, props.value)}
      </textarea>
      {props.maxlength && (
        <p class="field-help" id={countId} data-left={words.left} data-over={words.over}>
          {words.atMost(props.maxlength)}
        </p>
      )}
      {props.lix && (
        <p
          class="field-help"
          id={`${id}-lix`}
          data-easy={words.lixEasy}
          data-medium={words.lixMedium}
          data-hard={words.lixHard}
        >
          {words.lix}
        </p>
      )}
    </FieldFrame>
  );
}
