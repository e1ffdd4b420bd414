import type { Child, Html } from '#jsx/jsx-runtime';

/** One strong action a page; the others are calm (`secondary`) or quiet (`tertiary`). `danger` takes something away. */
export type ButtonLook = 'strong' | 'secondary' | 'tertiary' | 'danger';

const VARIANT = { strong: 'primary', secondary: 'secondary', tertiary: 'tertiary', danger: 'secondary' } as const;

export function Button(props: {
  readonly children: Child;
  readonly look?: ButtonLook;
  readonly name?: string;
  readonly value?: string;
  readonly formaction?: string;
  readonly form?: string;
  /** More words for those who hear the page, when the visible ones repeat in a list. */
  readonly label?: string;
}): Html {
  const look = props.look ?? 'strong';
  return (
    <button
      class="ds-button"
      type="submit"
      data-variant={VARIANT[look]}
      data-color={look === 'danger' ? 'danger' : undefined}
      name={props.name}
      value={props.value}
      form={props.form}
      formaction={props.formaction}
      aria-label={props.label}
    >
      {props.children}
    </button>
  );
}

/** A link that looks like a button, because it begins something. */
export function LinkButton(props: {
  readonly href: string;
  readonly children: Child;
  readonly look?: ButtonLook;
  readonly download?: boolean;
}): Html {
  const look = props.look ?? 'strong';
  return (
    <a
      class="ds-button"
      href={props.href}
      data-variant={VARIANT[look]}
      data-color={look === 'danger' ? 'danger' : undefined}
      download={props.download}
    >
      {props.children}
    </a>
  );
}
