import type { Button, Control, Form, Input, TextArea } from './form-elements.ts';
import type { Child } from './jsx-runtime.ts';

export type Text = string | null | undefined;
export type Value = string | number | null | undefined;
export type Flag = boolean | undefined;
type Told = boolean | 'true' | 'false' | undefined;

/** Attributes of every element. No `style` and no `on…`: the content security policy blocks both. */
export interface Global {
  readonly children?: Child;
  readonly key?: string | number;
  readonly id?: Text;
  readonly class?: Text;
  readonly lang?: Text;
  readonly dir?: 'ltr' | 'rtl' | 'auto' | undefined;
  readonly title?: Text;
  readonly hidden?: boolean | 'until-found' | undefined;
  readonly tabindex?: number | undefined;
  readonly role?: Text;
  readonly translate?: 'yes' | 'no' | undefined;
  readonly inert?: Flag;
  readonly autofocus?: Flag;
  readonly popover?: 'auto' | 'manual' | undefined;
  readonly spellcheck?: 'true' | 'false' | undefined;
  readonly enterkeyhint?: 'enter' | 'done' | 'go' | 'next' | 'search' | 'send' | undefined;
  readonly inputmode?: 'none' | 'text' | 'decimal' | 'numeric' | 'tel' | 'search' | 'email' | 'url' | undefined;
  readonly itemscope?: Flag;
  readonly itemtype?: Text;
  readonly itemprop?: Text;
  readonly [data: `data-${string}`]: Value | boolean;
  readonly 'aria-label'?: Text;
  readonly 'aria-labelledby'?: Text;
  readonly 'aria-describedby'?: Text;
  readonly 'aria-details'?: Text;
  readonly 'aria-controls'?: Text;
  readonly 'aria-owns'?: Text;
  readonly 'aria-current'?: 'page' | 'step' | 'location' | 'date' | 'time' | Told;
  readonly 'aria-live'?: 'off' | 'polite' | 'assertive' | undefined;
  readonly 'aria-atomic'?: Told;
  readonly 'aria-busy'?: Told;
  readonly 'aria-hidden'?: Told;
  readonly 'aria-invalid'?: Told;
  readonly 'aria-required'?: Told;
  readonly 'aria-expanded'?: Told;
  readonly 'aria-haspopup'?: 'menu' | 'listbox' | 'dialog' | Told;
  readonly 'aria-pressed'?: 'mixed' | Told;
  readonly 'aria-selected'?: Told;
  readonly 'aria-checked'?: 'mixed' | Told;
  readonly 'aria-disabled'?: Told;
  readonly 'aria-sort'?: 'ascending' | 'descending' | 'none' | undefined;
  readonly 'aria-valuemin'?: number | undefined;
  readonly 'aria-valuemax'?: number | undefined;
  readonly 'aria-valuenow'?: number | undefined;
  readonly 'aria-valuetext'?: Text;
  readonly 'aria-level'?: number | undefined;
  readonly 'aria-roledescription'?: Text;
  readonly 'aria-errormessage'?: Text;
}

interface Anchor extends Global {
  readonly href?: Text;
  readonly rel?: Text;
  readonly target?: '_blank' | '_self' | undefined;
  readonly hreflang?: Text;
  readonly download?: string | boolean | undefined;
  readonly type?: Text;
}

interface Picture extends Global {
  readonly src?: Text;
  readonly srcset?: Text;
  readonly sizes?: Text;
  readonly alt: string;
  readonly width?: Value;
  readonly height?: Value;
  readonly loading?: 'lazy' | 'eager' | undefined;
  readonly decoding?: 'async' | 'sync' | 'auto' | undefined;
}

interface Cell extends Global {
  readonly colspan?: number | undefined;
  readonly rowspan?: number | undefined;
  readonly headers?: Text;
  readonly scope?: 'col' | 'row' | 'colgroup' | 'rowgroup' | undefined;
}

/** Drawings: many attributes, all plain text or numbers. */
interface Drawing extends Global {
  readonly [attribute: string]: Child;
}

type Plain =
  | 'abbr'
  | 'address'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'bdo'
  | 'body'
  | 'br'
  | 'caption'
  | 'cite'
  | 'code'
  | 'dd'
  | 'dfn'
  | 'div'
  | 'dl'
  | 'dt'
  | 'em'
  | 'figcaption'
  | 'figure'
  | 'footer'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'h4'
  | 'h5'
  | 'h6'
  | 'head'
  | 'header'
  | 'hgroup'
  | 'hr'
  | 'i'
  | 'kbd'
  | 'legend'
  | 'main'
  | 'mark'
  | 'menu'
  | 'nav'
  | 'noscript'
  | 'p'
  | 'pre'
  | 's'
  | 'samp'
  | 'search'
  | 'section'
  | 'small'
  | 'span'
  | 'strong'
  | 'sub'
  | 'summary'
  | 'sup'
  | 'tbody'
  | 'template'
  | 'tfoot'
  | 'thead'
  | 'tr'
  | 'u'
  | 'ul'
  | 'var'
  | 'wbr';

type Drawn =
  | 'svg'
  | 'g'
  | 'path'
  | 'rect'
  | 'circle'
  | 'ellipse'
  | 'line'
  | 'polyline'
  | 'polygon'
  | 'text'
  | 'tspan'
  | 'defs'
  | 'use'
  | 'image'
  | 'symbol'
  | 'clipPath'
  | 'mask'
  | 'linearGradient'
  | 'radialGradient'
  | 'stop'
  | 'pattern'
  | 'desc';

export type Intrinsics = { [Tag in Plain]: Global } & { [Tag in Drawn]: Drawing } & {
  a: Anchor;
  area: Anchor & { readonly alt: string; readonly shape?: Text; readonly coords?: Text };
  audio: Global & { readonly src?: Text; readonly controls?: Flag; readonly preload?: 'none' | 'metadata' | 'auto' };
  base: Global & { readonly href?: Text };
  blockquote: Global & { readonly cite?: Text };
  button: Button;
  canvas: Global & { readonly width?: Value; readonly height?: Value };
  col: Global & { readonly span?: number | undefined };
  colgroup: Global & { readonly span?: number | undefined };
  data: Global & { readonly value: string | number };
  datalist: Global;
  del: Global & { readonly datetime?: Text };
  details: Global & { readonly open?: Flag; readonly name?: Text };
  dialog: Global & { readonly open?: Flag };
  fieldset: Global & { readonly disabled?: Flag; readonly name?: Text; readonly form?: Text };
  form: Form;
  html: Global;
  img: Picture;
  input: Input;
  ins: Global & { readonly datetime?: Text };
  label: Global & { readonly for?: Text };
  li: Global & { readonly value?: number | undefined };
  link: Global & {
    readonly rel: string;
    readonly href?: Text;
    readonly type?: Text;
    readonly media?: Text;
    readonly hreflang?: Text;
    readonly as?: Text;
    readonly crossorigin?: boolean | 'anonymous' | undefined;
    readonly sizes?: Text;
  };
  meta: Global & {
    readonly name?: Text;
    readonly content?: Text;
    readonly charset?: Text;
    readonly property?: Text;
    readonly 'http-equiv'?: Text;
    readonly media?: Text;
  };
  meter: Global & {
    readonly value: number;
    readonly min?: number;
    readonly max?: number;
    readonly low?: number;
    readonly high?: number;
  };
  ol: Global & { readonly start?: number | undefined; readonly reversed?: Flag; readonly type?: Text };
  optgroup: Global & { readonly label: string; readonly disabled?: Flag };
  option: Global & {
    readonly value?: Value;
    readonly selected?: Flag;
    readonly disabled?: Flag;
    readonly label?: Text;
  };
  output: Global & { readonly for?: Text; readonly name?: Text };
  picture: Global;
  progress: Global & { readonly value?: number | undefined; readonly max?: number | undefined };
  q: Global & { readonly cite?: Text };
  script: Global & {
    readonly src?: Text;
    readonly type?: Text;
    readonly defer?: Flag;
    readonly async?: Flag;
    readonly nomodule?: Flag;
  };
  select: Control & { readonly multiple?: Flag; readonly size?: number | undefined };
  source: Global & { readonly src?: Text; readonly srcset?: Text; readonly type?: Text; readonly media?: Text };
  table: Global;
  td: Cell;
  textarea: TextArea;
  th: Cell & { readonly abbr?: Text };
  time: Global & { readonly datetime?: Text };
  title: Global;
  track: Global & { readonly src?: Text; readonly kind?: Text; readonly srclang?: Text; readonly label?: Text };
  video: Global & {
    readonly src?: Text;
    readonly controls?: Flag;
    readonly poster?: Text;
    readonly width?: Value;
    readonly height?: Value;
    readonly preload?: 'none' | 'metadata' | 'auto';
  };
};
