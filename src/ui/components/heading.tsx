import type { Child, Html } from '#jsx/jsx-runtime';

const SIZE = { 2: 'md', 3: 'xs', 4: '2xs' } as const;

/** A heading below the page's own. */
export function Heading(props: { readonly level: 2 | 3 | 4; readonly id?: string; readonly children: Child }): Html {
  const Tag = `h${props.level}` as const;
  return (
    <Tag class="ds-heading heading" data-size={SIZE[props.level]} id={props.id}>
      {props.children}
    </Tag>
  );
}
