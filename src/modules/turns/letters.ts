import type { Day } from '../../kernel/day.ts';
import { formatDay, formatPhone } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import type { Block, LetterSpec } from '../../platform/documents/spec.ts';
import { type Head, printHead } from '../../platform/journal/anchor.ts';
import type { Message, MessageFrame, MessagePart } from '../../platform/mail/message.ts';
import { fitSms, SMS_CHARACTERS } from '../../platform/sms/segments.ts';
import type { Path } from '../../platform/web/path.ts';
import { firstWords, type ToldTurn, type Topic } from './rules.ts';
import { turnsText } from './text.ts';
import { turnsPlace } from './urls.ts';

const SUBJECT_CHARACTERS = 90;
/** A digest is read in a minute: the rest stands on the page. */
const DIGEST_LINES = 12;

/** Who a message is for, and from where. `origin` is the tenant's front page without a slash at the end. */
export interface Reader {
  readonly language: Language;
  readonly origin: string;
  readonly sender: string;
  /** False: nothing waits for them behind a sign-in. */
  readonly account?: boolean;
}

type Said = Pick<Message, 'subject' | 'parts'>;

/** "Hej Poul": first in a mail and in a letter. An SMS has no room for it. */
export function greeting(name: string, language: Language): MessagePart {
  return { kind: 'paragraph', text: turnsText(language).hello(name.split(' ')[0] ?? name) };
}

/** "Det er din tur": one turn, told to the one it waits for. */
export function turnSaid(
  turn: ToldTurn,
  reader: Reader,
  invited: { readonly path: Path; readonly parts: readonly MessagePart[] } | null = null,
): Said {
  const text = turnsText(reader.language);
  const paragraph = (words: string): MessagePart => ({ kind: 'paragraph', text: words });
  return {
    subject: shorten(turn.subject ?? text.mailSubject(turn.sentence), SUBJECT_CHARACTERS),
    parts: [
      paragraph(turn.sentence),
      ...(turn.due ? [paragraph(dueWords(turn, turn.due, reader.language))] : []),
      ...(turn.words ? [paragraph(text.quoted(turn.words))] : []),
      invited
        ? { kind: 'button', label: turn.action, href: reader.origin + invited.path, letsIn: true }
        : { kind: 'button', label: turn.action, href: reader.origin + turn.path },
      ...(invited?.parts ?? []),
      ...(turn.personal && !turn.errand ? [paragraph(text.smallIsFine)] : []),
    ],
  };
}

/** Something that happened in what the reader is part of. */
export interface Happening {
  readonly sentence: string;
  readonly path: string;
}

/** The week: what waits and what happened, and, for staff and boards, how far the journal had come. */
export function digestSaid(
  week: {
    readonly turns: readonly ToldTurn[];
    readonly turnsInAll: number;
    readonly happened: readonly Happening[];
    readonly seal: Head | null;
  },
  reader: Reader,
): Said {
  const text = turnsText(reader.language);
  const turns = week.turns.map((turn) => ({
    text: digestLine(turn, reader.language),
    href: reader.origin + turn.path,
  }));
  const happened = week.happened.map(({ sentence, path }) => ({ text: sentence, href: reader.origin + path }));
  return {
    subject: text.digestSubject(reader.sender, week.turnsInAll),
    parts: [
      ...listed(text.digestTurns, turns, week.turnsInAll, reader.language),
      ...listed(text.digestHappened, happened, happened.length, reader.language),
      { kind: 'button', label: text.digestButton, href: reader.origin + turnsPlace({}) },
      ...(week.seal ? [{ kind: 'paragraph', text: text.seal(printHead(week.seal)) } as const] : []),
    ],
  };
}

function dueWords(turn: ToldTurn, due: Day, language: Language): string {
  const text = turnsText(language);
  const day = formatDay(due, language);
  if (turn.late) return text.digestLate(day);
  return turn.errand ? text.digestDue(day) : text.answerBy(day);
}

function digestLine(turn: ToldTurn, language: Language): string {
  const text = turnsText(language);
  const day = turn.due && formatDay(turn.due, language);
  return [
    turn.sentence,
    ...(turn.words ? [text.quoted(firstWords(turn.words))] : []),
    ...(day ? [turn.late ? text.digestLate(day) : text.digestDue(day)] : []),
  ].join(' ');
}

function listed(
  heading: string,
  items: readonly { text: string; href: string }[],
  inAll: number,
  language: Language,
): MessagePart[] {
  if (items.length === 0) return [];
  const shown: { text: string; href?: string }[] = items.slice(0, DIGEST_LINES);
  if (inAll > shown.length) shown.push({ text: turnsText(language).digestMore(inAll - shown.length) });
  return [
    { kind: 'heading', text: heading },
    { kind: 'list', items: shown },
  ];
}

/** What stands below a mail: why it came, and how to stop. */
export function frameOf(topic: Topic, language: Language, sender: string, stopUrl: string): MessageFrame {
  const text = turnsText(language);
  return {
    regards: text.regards,
    sender,
    footer: [{ text: text.why[topic] }, { text: text.stopLink[topic], href: stopUrl }],
  };
}

/** At most 300 characters: what it is about, where to answer, who writes, and how to stop. */
export function smsOf(said: Said, reader: Reader, stopUrl: string): string {
  const text = turnsText(reader.language);
  const button = said.parts.find((part) => part.kind === 'button');
  const paragraphs = said.parts.flatMap((part) => (part.kind === 'paragraph' ? [part.text] : []));
  const words = said.parts.some((part) => part.kind === 'list') ? said.subject : paragraphs.slice(0, 3).join(' ');
  const short = reader.origin + turnsPlace({});
  const end = (link: string) => [link, `${reader.sender}. ${text.smsStop(stopUrl)}`].filter(Boolean).join('\n');
  const whole = end(button?.href ?? '');
  const asItIs = !button || button.letsIn || reader.account === false;
  return fitSms(words, asItIs || whole.length <= SMS_CHARACTERS / 2 ? whole : end(short));
}

/** The same on paper, with the address in the window and codes to photograph; several messages each under its heading. */
export function letterOf(
  messages: readonly [Said, ...Said[]],
  to: {
    readonly name: string;
    readonly address: readonly string[];
    readonly language: Language;
    readonly large: boolean;
  },
  from: { readonly name: string; readonly phone: string; readonly day: Day },
): LetterSpec {
  const text = turnsText(to.language);
  const [first, ...more] = messages;
  return {
    kind: 'letter',
    language: to.language,
    large: to.large,
    title: more.length === 0 ? first.subject : text.lettersInOne(messages.length),
    recipient: [to.name, ...to.address],
    day: from.day,
    caseNumber: null,
    body: [
      ...blocksOf(greeting(to.name, to.language), to.language),
      ...(more.length === 0
        ? wordsOf(first.parts, to.language, (words) => words === first.subject)
        : severalUnderHeadings(messages, to.language)),
      ...(from.phone ? [{ kind: 'paragraph', text: text.letterCall(formatPhone(from.phone)) } as const] : []),
      { kind: 'paragraph', text: text.letterStop },
    ],
    // No line for a pen: nobody signs what is printed by itself.
    greeting: text.regardsFrom(from.name),
    signatures: [],
  };
}

function severalUnderHeadings(messages: readonly Said[], language: Language): Block[] {
  const said = new Set<string>();
  return messages.flatMap((message): Block[] => {
    const words = wordsOf(message.parts, language, (one) => message.subject.endsWith(one)).map(
      (block): Block => (block.kind === 'heading' ? { kind: 'subheading', text: block.text } : block),
    );
    // What is said in general ("a no is a good answer too") is said once a letter.
    const fresh = words.filter((block) => block.kind !== 'paragraph' || !said.has(block.text));
    for (const block of words) if (block.kind === 'paragraph') said.add(block.text);
    return [{ kind: 'heading', text: message.subject }, ...fresh];
  });
}

/** A mail's subject is not read with the mail, a letter's heading is: what it says already is not said again. */
function wordsOf(parts: Said['parts'], language: Language, isSaid: (words: string) => boolean): Block[] {
  return parts
    .filter((part) => part.kind !== 'paragraph' || !isSaid(part.text))
    .flatMap((part) => blocksOf(part, language));
}

function blocksOf(part: MessagePart, language: Language): Block[] {
  const text = turnsText(language);
  if (part.kind === 'list') return [{ kind: 'list', items: part.items.map((item) => item.text) }];
  if (part.kind === 'heading') return [{ kind: 'heading', text: part.text }];
  if (part.kind !== 'button') return [{ kind: 'paragraph', text: part.text }];
  return [
    { kind: 'paragraph', text: `${part.label}: ${part.href}` },
    { kind: 'qr', content: part.href, caption: text.letterQr, alt: text.letterQrAlt(part.href) },
  ];
}

function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  return `${text.slice(0, most - 1).replace(/\s+\S*$/, '')}…`;
}
