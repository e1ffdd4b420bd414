import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { signinText } from '../text/sign-in.ts';

interface FieldProps {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
}

/** Who signs in: by e-mail or telephone. Password managers know them by it. */
export function AddressField(props: FieldProps): Html {
  const text = signinText(props.language);
  return (
    <TextField
      {...props}
      name="adresse"
      label={text.address}
      hint={text.addressHint}
      autocomplete="username"
      inputmode="email"
    />
  );
}

/** The code that was just sent: telephones offer it from the message. */
export function CodeField({ label, ...props }: FieldProps & { readonly label: string }): Html {
  return (
    <TextField
      {...props}
      name="kode"
      label={label}
      autocomplete="one-time-code"
      inputmode="numeric"
      maxlength={9}
      size={9}
    />
  );
}
