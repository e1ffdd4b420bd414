import type { Day } from '../../kernel/day.ts';
import { formatDay } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import type { CardsSpec, LetterSpec, LettersSpec } from '../../platform/documents/spec.ts';
import type { Message, MessageFrame } from '../../platform/mail/message.ts';
import { fitSms, plainForSms } from '../../platform/sms/segments.ts';
import { writeCode, writeLetterCode } from './rules.ts';
import { codesText } from './text/codes.ts';
import { contactText } from './text/contact.ts';
import { signinText } from './text/sign-in.ts';
import { waysText } from './text/ways.ts';
import { letterPlace, linkPlace, signInPlace, vouchPlace, waysPlace } from './urls.ts';

/** Where and by whom the message is written. `origin` is the tenant's front page without a slash at the end. */
interface From {
  readonly origin: string;
  readonly sender: string;
}

/** The code, to type or to press. */
export function codeMail(
  secrets: { readonly code: string; readonly link: string },
  to: { readonly name: string; readonly language: Language },
  from: From,
): Message {
  const text = signinText(to.language).mail;
  return {
    language: to.language,
    subject: text.subject(writeCode(secrets.code)),
    parts: [
      { kind: 'paragraph', text: text.hello(to.name.split(' ')[0] ?? to.name) },
      { kind: 'paragraph', text: text.code },
      { kind: 'code', text: writeCode(secrets.code) },
      { kind: 'paragraph', text: text.orButton },
      { kind: 'button', label: text.button, href: from.origin + linkPlace({ token: secrets.link }) },
      { kind: 'paragraph', text: text.short },
      { kind: 'paragraph', text: text.notYou },
    ],
  };
}

/** The link alone: somebody has guessed so often that no code is taken today. */
export function linkMail(
  link: string,
  to: { readonly name: string; readonly language: Language },
  from: From,
): Message {
  const text = signinText(to.language).mail;
  return {
    language: to.language,
    subject: text.linkSubject,
    parts: [
      { kind: 'paragraph', text: text.hello(to.name.split(' ')[0] ?? to.name) },
      { kind: 'paragraph', text: text.guessedOut },
      { kind: 'button', label: text.button, href: from.origin + linkPlace({ token: link }) },
      { kind: 'paragraph', text: text.linkShort },
    ],
  };
}

/** Nobody here has that address: said at most once a day, so that who mistyped need not wait for nothing. */
export function unknownMail(language: Language, from: From): Message {
  const text = signinText(language).mail;
  return {
    language,
    subject: text.unknownSubject,
    parts: [
      { kind: 'paragraph', text: text.helloUnknown },
      { kind: 'paragraph', text: text.unknown(from.sender) },
      { kind: 'paragraph', text: text.unknownTry },
      { kind: 'paragraph', text: text.unknownNew },
      { kind: 'button', label: text.unknownButton, href: from.origin + signInPlace({}) },
      { kind: 'paragraph', text: text.unknownNot },
    ],
  };
}

/** The code that proves a mailbox to be a person's. No link: it is typed where they are signed in. */
export function contactMail(
  code: string,
  to: { readonly name: string; readonly language: Language },
  sender: string,
): Message {
  const text = contactText(to.language).mail;
  return {
    language: to.language,
    subject: text.subject(writeCode(code)),
    parts: [
      { kind: 'paragraph', text: text.hello },
      { kind: 'paragraph', text: text.confirm(sender) },
      { kind: 'code', text: writeCode(code) },
      { kind: 'paragraph', text: text.notYou },
    ],
  };
}

/** To the mailbox from before. */
export function changedMail(
  channel: string,
  to: { readonly name: string; readonly language: Language },
  sender: string,
): Message {
  const text = contactText(to.language).mail;
  return {
    language: to.language,
    subject: channel === 'sms' ? text.changedPhone : text.changedEmail,
    parts: [
      { kind: 'paragraph', text: text.helloTo(to.name.split(' ')[0] ?? to.name) },
      { kind: 'paragraph', text: channel === 'sms' ? text.changedPhoneText(sender) : text.changedEmailText(sender) },
      { kind: 'paragraph', text: text.changedNot },
    ],
  };
}

export type NewWay = 'passkey' | 'mitid' | 'entra';

/** To whoever's account it is: somebody, they hope themselves, can sign in as them in a new way. */
export function wayAddedMail(
  way: NewWay,
  to: { readonly name: string; readonly language: Language },
  from: From,
): Message {
  const text = waysText(to.language).mail;
  return {
    language: to.language,
    subject: text.subject,
    parts: [
      { kind: 'paragraph', text: text.hello(to.name.split(' ')[0] ?? to.name) },
      { kind: 'paragraph', text: text.added[way](from.sender) },
      { kind: 'paragraph', text: text.wasYou },
      { kind: 'button', label: text.button, href: from.origin + waysPlace({}) },
      { kind: 'paragraph', text: text.notYou },
    ],
  };
}

export function wayAddedSms(language: Language, sender: string): string {
  return plainForSms(waysText(language).mail.sms(sender));
}

export function codeFrame(language: Language, sender: string): MessageFrame {
  const text = signinText(language).mail;
  return { regards: text.regards, sender, footer: [{ text: text.why }] };
}

export function codeSms(code: string, language: Language, sender: string): string {
  return plainForSms(signinText(language).mail.sms(writeCode(code), sender));
}

/** For whom no code is taken today. */
export function linkSms(link: string, language: Language, from: From): string {
  return fitSms(signinText(language).mail.linkSms(from.sender), from.origin + linkPlace({ token: link }));
}

/** To whom the directory's roles were taken away, since they have not come by it for long. */
export function lapsedMail(
  days: number,
  to: { readonly name: string; readonly language: Language },
  from: From,
): Message {
  const text = waysText(to.language).mail;
  return {
    language: to.language,
    subject: text.lapsedSubject,
    parts: [
      { kind: 'paragraph', text: text.hello(to.name.split(' ')[0] ?? to.name) },
      { kind: 'paragraph', text: text.lapsed(from.sender, days) },
      { kind: 'paragraph', text: text.lapsedBack },
      { kind: 'button', label: text.lapsedButton, href: from.origin + vouchPlace({ way: 'entra' }) },
    ],
  };
}

/** A code for a home, about to be printed. */
interface HomeCode {
  /** "Kærhaven 12A, 3. tv". */
  readonly home: string;
  /** As on an envelope. */
  readonly address: readonly string[];
  readonly code: string;
  /** Of those who are known to live there; the tenant's where nobody is, or they differ. */
  readonly language: Language;
  /** Somebody there reads large print. */
  readonly large: boolean;
}

interface Paper extends From {
  readonly language: Language;
  readonly day: Day;
  readonly until: Day;
  readonly phone: string;
  /** The department or the address that the codes are for. */
  readonly about: string;
}

/** Cards without names, ten on a sheet. */
export function codeCards(codes: readonly HomeCode[], paper: Paper): CardsSpec {
  return {
    kind: 'cards',
    language: paper.language,
    title: codesText(paper.language).paper.cardsTitle(paper.about),
    cards: codes.map(({ home, code, language }) => {
      const text = codesText(language).paper;
      return {
        language,
        heading: home,
        text: text.cardText(siteOf(paper)),
        // A narrow card: the three parts stay on one line.
        code: writeLetterCode(code).replaceAll('-', '\u00a0'),
        qr: { content: letterLink(paper, code), alt: text.qrAlt(home) },
      };
    }),
  };
}

/** Letters without names: to everybody at the address. */
export function codeLetters(codes: readonly HomeCode[], paper: Paper): LettersSpec {
  return {
    kind: 'letters',
    language: paper.language,
    title: codesText(paper.language).paper.cardsTitle(paper.about),
    letters: codes.map((code) => codeLetter(code, paper)),
  };
}

function codeLetter({ home, address, code, language, large }: HomeCode, paper: Paper): LetterSpec {
  const text = codesText(language).paper;
  return {
    kind: 'letter',
    language,
    large,
    title: text.letterTitle,
    recipient: [text.to, ...address],
    day: paper.day,
    caseNumber: null,
    body: [
      { kind: 'paragraph', text: text.hello },
      { kind: 'paragraph', text: `${text.how} ${text.howType(siteOf(paper))}` },
      { kind: 'callout', label: text.label, text: writeLetterCode(code) },
      { kind: 'qr', content: letterLink(paper, code), caption: text.caption, alt: text.qrAlt(home) },
      { kind: 'paragraph', text: text.until(formatDay(paper.until, language)) },
      { kind: 'paragraph', text: text.care },
      { kind: 'paragraph', text: paper.phone ? text.help(paper.phone) : text.helpNoPhone },
    ],
    greeting: text.regardsFrom(paper.sender),
    signatures: [],
  };
}

function siteOf({ origin }: From): string {
  return (origin + letterPlace({})).replace(/^https?:\/\//, '');
}

function letterLink({ origin }: From, code: string): string {
  return origin + letterPlace({}, { kode: writeLetterCode(code) });
}
