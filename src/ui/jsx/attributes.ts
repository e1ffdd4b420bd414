import { BASE_MARK, clean, escapeText } from './escape.ts';

type Kind = 'plain' | 'url' | 'srcset' | 'refused';

const NAME = /^[a-zA-Z][a-zA-Z0-9:-]*$/;
const URLS = new Set(['href', 'action', 'src', 'formaction', 'poster', 'cite', 'data', 'ping', 'xlink:href']);
const kinds = new Map<string, Kind>();

/**
 * One attribute with its leading space. `true` writes the bare name, except for `aria-*` and `data-*`, which want the
 * word. A URL that could run script is left out whole.
 * @throws for event handlers and `style`, which our content security policy blocks anyhow, and for impossible names.
 */
export function attribute(tag: string, name: string, value: unknown): string {
  const kind = kindOf(name);
  if (kind === 'plain') {
    if (value === true) return name.startsWith('aria-') || name.startsWith('data-') ? ` ${name}="true"` : ` ${name}`;
    return ` ${name}="${typeof value === 'number' ? value : escapeText(String(value))}"`;
  }
  if (kind === 'refused') throw new Error(`Cannot write attribute "${name}" on <${tag}>: use a class or a script file`);
  const url = kind === 'url' ? safeUrl(String(value)) : safeSrcset(String(value));
  return url === null ? '' : ` ${name}="${url}"`;
}

function kindOf(name: string): Kind {
  const known = kinds.get(name);
  if (known) return known;
  const kind = judge(name.toLowerCase());
  if (kind !== 'refused') kinds.set(name, kind);
  return kind;
}

function judge(name: string): Kind {
  if (!NAME.test(name) || name.startsWith('on') || name === 'style' || name === 'srcdoc') return 'refused';
  if (URLS.has(name)) return 'url';
  return name === 'srcset' || name === 'imagesrcset' ? 'srcset' : 'plain';
}

// Browsers drop tabs and line breaks inside a URL and control characters around it before they read its scheme.
const DROPPED = /[\t\n\r]+/g;
const CONTROL_OR_SPACE = /[\p{Cc} ]/u;
/** Most of ours: nothing in them to drop or to look twice at. */
const PLAIN = /^\/?[\w\-./?=#%]*$/;
const SCHEME = /^[a-zA-Z][a-zA-Z0-9+.-]*:/;
const ALLOWED = /^(?:https?|mailto|tel|sms|webcals?):/i;

function safeUrl(value: string): string | null {
  const url = PLAIN.test(value) ? value : bare(clean(value).replace(DROPPED, ''));
  if (url.charCodeAt(0) === 47 /* "/" */) {
    // "//host" and "/\host" leave the site: nobody here writes those on purpose.
    const second = url.charCodeAt(1);
    return second === 47 || second === 92 ? null : BASE_MARK + escapeText(url);
  }
  if (url.charCodeAt(0) === 92 || (SCHEME.test(url) && !ALLOWED.test(url))) return null;
  return escapeText(url);
}

/** Without control characters and spaces around it, in one pass however many there are. */
function bare(url: string): string {
  let start = 0;
  let end = url.length;
  while (start < end && CONTROL_OR_SPACE.test(url.charAt(start))) start += 1;
  while (end > start && CONTROL_OR_SPACE.test(url.charAt(end - 1))) end -= 1;
  return url.slice(start, end);
}

function safeSrcset(value: string): string | null {
  const candidates: string[] = [];
  for (const candidate of value.split(',')) {
    const [address = '', ...size] = candidate.trim().split(/\s+/);
    const url = safeUrl(address);
    if (url) candidates.push([url, ...size.map(escapeText)].join(' '));
  }
  return candidates.length > 0 ? candidates.join(', ') : null;
}
