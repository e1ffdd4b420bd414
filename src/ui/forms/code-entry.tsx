import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { Button } from '../components/button.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Form } from './form.tsx';
import type { FormProblems } from './problems.ts';
import { TextField } from './text-field.tsx';

/** Where somebody types a code off a receipt, a letter or a slip; its field is called `kode`. */
export function CodeEntry(props: {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
  readonly action: string;
  readonly lead: string;
  readonly label: string;
  readonly hint?: string;
  readonly value?: string;
  /** How many signs the field shows. */
  readonly size: number;
  readonly button: string;
}): Html {
  const { language, problems, label, hint, value, size } = props;
  return (
    <>
      <p class="lead">{props.lead}</p>
      <Form action={props.action}>
        <ErrorSummary language={language} problems={problems} />
        <TextField {...{ language, problems, label, hint, value, size }} name="kode" autocomplete="off" />
        <p>
          <Button>{props.button}</Button>
        </p>
      </Form>
    </>
  );
}
