import { attribute } from './attributes.ts';
import type { Intrinsics } from './elements.ts';
import { BASE_MARK, clean, escapeText, TOKEN_MARK } from './escape.ts';

/**
 * A piece of finished, safe HTML. Only this runtime makes one, so a text from a person can never pass for it:
 * neither the type (nominal by its private brand) nor `instanceof` lets a plain object through.
 */
class SafeHtml {
  readonly text: string;
  private readonly safe = true;
  constructor(text: string) {
    this.text = text;
  }
  toString(): string {
    return this.safe ? this.text : '';
  }
}

export type Html = SafeHtml;

/** What may stand between two tags. `null`, `undefined`, `true` and `false` write nothing. */
export type Child = Html | string | number | bigint | boolean | null | undefined | readonly Child[];

type Props = { readonly children?: Child } & Record<string, unknown>;
type Component = (props: never) => Html | null;

const NOTHING: Html = new SafeHtml('');

const VOID = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'source',
  'track',
  'wbr',
]);

/** Called by the compiler for `<tag …>`. Writes at once: children are strings before their parent is. */
export function jsx(tag: string | Component, props: Props): Html {
  if (typeof tag !== 'string') return tag(props as never) ?? NOTHING;
  let open = `<${tag}`;
  for (const name in props) {
    if (name === 'children') continue;
    const value = props[name];
    if (value === null || value === undefined || value === false) continue;
    open += attribute(tag, name, value);
  }
  if (VOID.has(tag)) return new SafeHtml(`${open}>`);
  return new SafeHtml(`${open}>${write(props.children)}</${tag}>`);
}

export const jsxs = jsx;

/** Called by the compiler for `<>…</>`. */
export function Fragment(props: { readonly children?: Child }): Html {
  return new SafeHtml(write(props.children));
}

/**
 * Takes a text as finished HTML, unescaped. Only for what we wrote ourselves (a drawing, a doctype): a person's words
 * in here are a hole. The write-out markers are removed all the same.
 */
export function rawHtmlWeWroteOurselves(html: string): Html {
  return new SafeHtml(clean(html));
}

/** Data for machines (schema.org), as a script element that no text inside can close. */
export function JsonLd({ data }: { readonly data: unknown }): Html {
  const json = clean(JSON.stringify(data)).replaceAll('<', '\\u003c');
  return new SafeHtml(`<script type="application/ld+json">${json}</script>`);
}

/** A hidden field whose value becomes the session's form token when the page is written out. */
export const FORM_TOKEN_FIELD: Html = new SafeHtml(`<input type="hidden" name="_csrf" value="${TOKEN_MARK}">`);

/**
 * The page as it leaves the house: each own address gets the tenant's base path (`''` or `/lyngbakken`), each form its
 * session's token.
 */
export function fillIn(html: Html, known: { readonly base: string; readonly formToken: string }): string {
  const base = escapeText(known.base);
  const token = escapeText(known.formToken);
  return html.text.replaceAll(BASE_MARK, base).replaceAll(TOKEN_MARK, token);
}

function write(child: Child): string {
  if (child instanceof SafeHtml) return child.text;
  if (typeof child === 'string') return escapeText(child);
  if (typeof child === 'number' || typeof child === 'bigint') return String(child);
  if (!Array.isArray(child)) return '';
  let text = '';
  for (const one of child as readonly Child[]) text += write(one);
  return text;
}

// biome-ignore lint/style/noNamespace: the compiler looks JSX types up by this name; nothing of it is left at run time.
export declare namespace JSX {
  type Element = Html;
  type ElementType = keyof Intrinsics | ((props: never) => Html | null);
  interface ElementChildrenAttribute {
    children: unknown;
  }
  interface IntrinsicElements extends Intrinsics {}
}
