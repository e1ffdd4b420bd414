import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../kernel/language.ts';
import { Form } from './form.tsx';
import { formText } from './form-text.ts';

/** A search: a GET form, so that what was found can be bookmarked and sent on. */
export function SearchBox(props: {
  readonly language: Language;
  readonly action: string;
  readonly name?: string;
  readonly value?: string;
  /** Said aloud and shown in the field: "Søg i idéer". */
  readonly label?: string;
}): Html {
  const words = formText(props.language);
  const name = props.name ?? 'q';
  const label = props.label ?? words.search;
  return (
    <search>
      <Form action={props.action} method="get" class="search-box">
        <label class="only-heard" for={`search-${name}`}>
          {label}
        </label>
        <input
          class="ds-input"
          type="search"
          id={`search-${name}`}
          name={name}
          value={props.value ?? ''}
          placeholder={label}
          enterkeyhint="search"
        />
        <button class="ds-button" type="submit" data-variant="secondary">
          {words.search}
        </button>
      </Form>
    </search>
  );
}
