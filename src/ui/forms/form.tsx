import { type Child, FORM_TOKEN_FIELD, type Html } from '#jsx/jsx-runtime';

/**
 * A form that works without script. A POST form carries the session's form token; a GET form (a search) does not.
 * Our own messages are better than the browser's, so its validation bubbles are off.
 */
export function Form(props: {
  readonly action: string;
  readonly method?: 'get' | 'post';
  readonly files?: boolean;
  readonly id?: string;
  readonly class?: string;
  readonly label?: string;
  /** Ask before the person leaves the page with something unsaved. */
  readonly warnUnsaved?: boolean;
  /** Where script asks, while somebody writes, what is to stand in the places marked `data-says`. */
  readonly ask?: string;
  /** For a script that improves this form. */
  readonly data?: Readonly<Record<`data-${string}`, string>>;
  readonly children?: Child;
}): Html {
  const method = props.method ?? 'post';
  return (
    <form
      id={props.id}
      class={props.class ?? 'form'}
      action={props.action}
      method={method}
      enctype={props.files ? 'multipart/form-data' : undefined}
      aria-label={props.label}
      novalidate
      data-once={method === 'post'}
      data-warn-unsaved={props.warnUnsaved}
      data-ask={props.ask}
      {...props.data}
    >
      {method === 'post' && FORM_TOKEN_FIELD}
      {props.children}
    </form>
  );
}
