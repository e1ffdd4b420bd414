import type { Language } from '../../kernel/language.ts';

/** What a message says, once, for mail (text and HTML), SMS and letter alike. Addresses are absolute. */
export interface Message {
  readonly language: Language;
  readonly subject: string;
  readonly parts: readonly MessagePart[];
}

export type MessagePart =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  /** Something to type off: shown large, alone on its line. */
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly { readonly text: string; readonly href?: string }[] }
  /** The one thing to do. `letsIn`: the address itself opens it, so that no shorter one can stand for it. */
  | { readonly kind: 'button'; readonly label: string; readonly href: string; readonly letsIn?: boolean };

/** What stands around every message: who writes, and how to stop. */
export interface MessageFrame {
  /** "Venlig hilsen", above the sender's name. */
  readonly regards: string;
  readonly sender: string;
  /** Lines below the message, each with an optional link: "Vil du ikke have disse mails? Sig fra her". */
  readonly footer: readonly { readonly text: string; readonly href?: string }[];
}

/** The message as plain text, lines wrapped by the reader's program. */
export function messageText(message: Message, frame: MessageFrame): string {
  const body = message.parts.map(partText).join('\n\n');
  const footer = frame.footer.map(({ text, href }) => (href ? `${text}: ${href}` : text)).join('\n');
  return `${body}\n\n${frame.regards}\n${frame.sender}\n\n-- \n${footer}\n`;
}

function partText(part: MessagePart): string {
  if (part.kind === 'heading') return `${part.text}\n${'-'.repeat(Math.min(part.text.length, 60))}`;
  if (part.kind === 'code') return `    ${part.text}`;
  if (part.kind === 'list')
    return part.items.map(({ text, href }) => (href ? `* ${text}\n  ${href}` : `* ${text}`)).join('\n');
  if (part.kind === 'button') return `${part.label}:\n${part.href}`;
  return part.text;
}

const PAGE = 'margin:0;padding:24px 12px;background:#faf6ee;color:#2b2620;font:17px/1.55 Nunito,Verdana,sans-serif';
const SHEET = 'max-width:34em;margin:0 auto;padding:24px;background:#ffffff;border-radius:12px';
const BUTTON =
  'display:inline-block;padding:12px 22px;border-radius:999px;background:#245a41;color:#ffffff;font-weight:700;text-decoration:none';
const CODE = 'margin:18px 0;font-size:34px;font-weight:700;letter-spacing:6px';
const LINK = 'color:#1d5138';
const FOOTER = 'max-width:34em;margin:16px auto 0;padding:0 24px;color:#5d554b;font-size:14px';
const FOOTER_LINK = 'color:#5d554b';

/** Programs that know no dark colours turn ours about as they please; those that do get these. */
const DARK = `@media (prefers-color-scheme: dark) {
body { background: #1c1916 !important; color: #f3ece0 !important }
.sheet { background: #2a2621 !important }
.button { background: #a8d8bc !important; color: #12301f !important }
.link { color: #a8d8bc !important }
.foot, .foot a { color: #c9bfae !important }
}`;

/** The message as simple HTML without pictures: nothing is loaded, so nobody is followed. */
export function messageHtml(message: Message, frame: MessageFrame): string {
  const footer = frame.footer
    .map(({ text, href }) => `<p style="margin:0 0 6px">${footerLine(text, href)}</p>`)
    .join('');
  const regards = `<p style="margin:22px 0 0">${escapeHtml(frame.regards)}<br>${escapeHtml(frame.sender)}</p>`;
  return [
    `<!doctype html><html lang="${message.language}"><head><meta charset="utf-8">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">',
    `<title>${escapeHtml(message.subject)}</title><style>${DARK}</style></head><body style="${PAGE}">`,
    `<div class="sheet" style="${SHEET}">${message.parts.map(partHtml).join('')}${regards}</div>`,
    `<div class="foot" style="${FOOTER}">${footer}</div>`,
    '</body></html>',
  ].join('\n');
}

function partHtml(part: MessagePart): string {
  if (part.kind === 'heading') return `<h2 style="margin:22px 0 6px;font-size:20px">${escapeHtml(part.text)}</h2>`;
  if (part.kind === 'code') return `<p style="${CODE}">${escapeHtml(part.text)}</p>`;
  if (part.kind === 'list') return `<ul style="padding-left:20px">${part.items.map(itemHtml).join('')}</ul>`;
  if (part.kind === 'button') {
    const button = `<a class="button" style="${BUTTON}" href="${link(part.href)}">${escapeHtml(part.label)}</a>`;
    return `<p style="margin:22px 0">${button}</p>`;
  }
  return `<p style="margin:0 0 14px">${escapeHtml(part.text).replaceAll('\n', '<br>')}</p>`;
}

function itemHtml(item: { readonly text: string; readonly href?: string }): string {
  const inside = item.href
    ? `<a class="link" style="${LINK}" href="${link(item.href)}">${escapeHtml(item.text)}</a>`
    : escapeHtml(item.text);
  return `<li style="margin:0 0 8px">${inside}</li>`;
}

function footerLine(text: string, href: string | undefined): string {
  return href ? `<a style="${FOOTER_LINK}" href="${link(href)}">${escapeHtml(text)}</a>` : escapeHtml(text);
}

/** Our own absolute addresses only: anything else leads nowhere. */
function link(href: string): string {
  return /^https?:\/\//.test(href) ? escapeHtml(href) : '#';
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');
}
