import type { Child, Html } from '#jsx/jsx-runtime';
import { type FieldProps, linksOf } from './field-frame.tsx';
import { ChoiceFrame } from './fieldset.tsx';
import { messagesFor, typedValue, typedValues } from './problems.ts';
import type { Option } from './select.tsx';

/** One of a few, all of them in sight. The first carries the field's id, so that the error summary leads here. */
export function Radios(
  props: FieldProps & { readonly options: readonly Option[]; readonly value?: string | undefined },
): Html {
  const links = linksOf(props);
  const chosen = typedValue(props.problems, props.name, props.value);
  return (
    <ChoiceFrame
      {...props}
      legend={props.label}
      hint={props.hint}
      optional={props.optional}
      links={links}
      role="radiogroup"
    >
      {props.options.map((option, index) => (
        <Choice
          type="radio"
          id={index === 0 ? links.id : `${links.id}-${index + 1}`}
          name={props.name}
          option={option}
          chosen={option.value === chosen}
          invalid={links.invalid}
        />
      ))}
    </ChoiceFrame>
  );
}

/** Any number of a few. Posted as several values of `name[]`, which `readForm` reads as the list `name`. */
export function Checkboxes(
  props: FieldProps & { readonly options: readonly Option[]; readonly values?: readonly string[] | undefined },
): Html {
  const links = linksOf(props);
  const chosen = typedValues(props.problems, props.name, props.values);
  return (
    <ChoiceFrame {...props} legend={props.label} hint={props.hint} optional={props.optional} links={links}>
      {props.options.map((option, index) => (
        <Choice
          type="checkbox"
          id={index === 0 ? links.id : `${links.id}-${index + 1}`}
          name={`${props.name}[]`}
          option={option}
          chosen={chosen.includes(option.value)}
          invalid={links.invalid}
        />
      ))}
    </ChoiceFrame>
  );
}

/** One box with one sentence: "Ja, I må ringe til mig". Posts `ja` when ticked. */
export function Checkbox(props: Omit<FieldProps, 'optional'> & { readonly checked?: boolean }): Html {
  const links = linksOf(props);
  const chosen = props.problems ? props.problems.values[props.name] !== undefined : props.checked === true;
  return (
    <div class="field choice-alone" data-invalid={links.invalid}>
      <Choice
        type="checkbox"
        id={links.id}
        name={props.name}
        option={{ value: 'ja', label: props.label, hint: props.hint }}
        chosen={chosen}
        invalid={links.invalid}
        errorId={links.invalid ? `${links.id}-error` : undefined}
      />
      {messagesFor(props.problems, props.name).length > 0 && (
        <div id={`${links.id}-error`}>
          {links.messages.map((message) => (
            <p class="ds-validation-message">{message}</p>
          ))}
        </div>
      )}
    </div>
  );
}

function Choice(props: {
  readonly type: 'radio' | 'checkbox';
  readonly id: string;
  readonly name: string;
  readonly option: { readonly value: string; readonly label: Child; readonly hint?: Child };
  readonly chosen: boolean;
  readonly invalid: true | undefined;
  readonly errorId?: string | undefined;
}): Html {
  const hintId = props.option.hint ? `${props.id}-hint` : undefined;
  return (
    <div class="choice">
      <input
        class="ds-input"
        type={props.type}
        id={props.id}
        name={props.name}
        value={props.option.value}
        checked={props.chosen}
        aria-describedby={[hintId, props.errorId].filter(Boolean).join(' ') || undefined}
        aria-invalid={props.type === 'checkbox' ? props.invalid : undefined}
      />
      <label for={props.id}>{props.option.label}</label>
      {props.option.hint && (
        <p class="choice-hint" id={hintId}>
          {props.option.hint}
        </p>
      )}
    </div>
  );
}
