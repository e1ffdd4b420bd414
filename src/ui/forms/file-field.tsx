import type { Html } from '#jsx/jsx-runtime';
import { FieldFrame, type FieldProps, linksOf } from './field-frame.tsx';
import { formText } from './form-text.ts';

/** Files. The form needs `files`. A chosen file cannot be kept when the form comes back: browsers forbid it. */
export function FileField(
  props: FieldProps & { readonly accept?: string; readonly multiple?: boolean; readonly camera?: boolean },
): Html {
  const hint = props.hint ?? formText(props.language).files;
  const links = linksOf({ ...props, hint });
  return (
    <FieldFrame {...props} hint={hint} links={links}>
      <input
        class="ds-input field-file"
        type="file"
        id={links.id}
        name={props.name}
        accept={props.accept}
        multiple={props.multiple}
        capture={props.camera ? 'environment' : undefined}
        required={!props.optional}
        aria-describedby={links.describedBy}
        aria-invalid={links.invalid}
      />
    </FieldFrame>
  );
}
