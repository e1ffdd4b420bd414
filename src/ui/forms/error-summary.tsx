import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { formText } from './form-text.ts';
import type { FormProblems } from './problems.ts';

/**
 * Everything that is wrong, above the form, each a link to its field. Takes the focus when the page comes back
 * (`autofocus`, no script), and is told aloud by those readers that start at the top.
 */
export function ErrorSummary(props: {
  readonly language: Language;
  readonly problems: FormProblems | undefined;
  /** Where a field has another id than its name. */
  readonly ids?: Readonly<Record<string, string>>;
}): Html | null {
  const messages = props.problems?.messages ?? [];
  if (messages.length === 0) return null;
  return (
    <div class="ds-error-summary error-summary" tabindex={-1} autofocus>
      <div role="alert">
        <h2>{formText(props.language).summary(messages.length)}</h2>
        <ul>
          {messages.map(({ field, message }) => (
            <li>{field === '' ? message : <a href={`#${props.ids?.[field] ?? field}`}>{message}</a>}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
