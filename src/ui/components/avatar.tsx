import type { Html } from '#jsx/jsx-runtime';

const COLOURS = ['accent', 'tegl', 'sol', 'himmel'] as const;

/** A round sign with the person's first letters. The name stands beside it, so it says nothing aloud. */
export function Avatar(props: { readonly name: string; readonly small?: boolean }): Html {
  return (
    <span
      class="ds-avatar avatar"
      data-size={props.small ? 'xs' : 'sm'}
      data-color={colourOf(props.name)}
      aria-hidden="true"
    >
      {initialsOf(props.name)}
    </span>
  );
}

/** First letters of the first and the last name: "Åse Marie Holm" → "ÅH". */
export function initialsOf(name: string): string {
  const parts = name.split(/\s+/).filter(Boolean);
  const first = firstLetter(parts[0]);
  return (parts.length > 1 ? first + firstLetter(parts.at(-1)) : first).toLocaleUpperCase('da');
}

function firstLetter(word: string | undefined): string {
  return Array.from(word ?? '')[0] ?? '';
}

function colourOf(name: string): (typeof COLOURS)[number] {
  let sum = 0;
  for (const character of name) sum += character.codePointAt(0) ?? 0;
  return COLOURS[sum % COLOURS.length] as (typeof COLOURS)[number];
}
