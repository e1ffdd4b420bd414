import type { Day } from '../../kernel/day.ts';
import { formatDay, formatPhone } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { formatOre, type Ore } from '../../kernel/money.ts';
import type { Block, LettersSpec, PosterSpec, Qr } from '../../platform/documents/spec.ts';
import type { Message, MessageFrame } from '../../platform/mail/message.ts';
import { type ListedHome, lettersTo } from '../address-lists/public.ts';
import { signInPlace } from '../signin/public.ts';
import type { Saying } from '../turns/public.ts';
import type { Post } from './rules/people.ts';
import { papersText } from './text/papers.ts';
import { peopleText } from './text/people.ts';

/** What the invitation and the poster tell of. */
export interface InvitedTo {
  readonly name: string;
  readonly house: string;
  /** Of the office, as typed; empty when there is none. */
  readonly phone: string;
  readonly email: string;
  readonly closesOn: Day | null;
  readonly answersOn: Day | null;
  readonly projectMax: Ore | null;
  /** Where one applies: what the square code holds. */
  readonly address: string;
  readonly day: Day;
  readonly language: Language;
}

/** The letter as it is before anybody changes a word of it. */
export function usualWording(about: InvitedTo): { readonly subject: string; readonly body: string } {
  const words = papersText(about.language).letter;
  return {
    subject: words.subject(about.name),
    body: words.body({ ...figures(about), fund: about.name, reach: reachOf(about) }),
  };
}

function figures({ projectMax, closesOn, answersOn, language }: InvitedTo) {
  const { noDay } = papersText(language).letter;
  const day = (value: Day | null) => (value ? formatDay(value, language) : noDay);
  return { max: projectMax ? formatOre(projectMax, language) : '', closes: day(closesOn), answers: day(answersOn) };
}

function reachOf({ phone, email, language }: InvitedTo): string {
  const words = papersText(language).letter;
  // A number that breaks over two lines is hard to dial.
  if (phone) return words.call(formatPhone(phone).replaceAll(' ', '\u00a0'));
  return email ? words.mail(email) : words.come;
}

function qrOf({ address, language }: InvitedTo): Qr {
  const words = papersText(language).letter;
  return { content: address, caption: words.qr, alt: words.qrAlt(address) };
}

/** One letter for each home, with the square code below. */
export function invitationLetters(
  homes: readonly ListedHome[],
  written: { readonly subject: string; readonly body: string; readonly signer: string },
  about: InvitedTo,
): LettersSpec {
  const below: Block[] = [{ kind: 'qr', ...qrOf(about) }];
  return lettersTo(homes, { ...written, language: about.language, day: about.day, below });
}

export function invitationPoster(about: InvitedTo): PosterSpec {
  const words = papersText(about.language).poster;
  return {
    kind: 'poster',
    language: about.language,
    title: words.title,
    kicker: words.kicker(about.name),
    day: null,
    time: null,
    place: null,
    paragraphs: [words.idea, words.money(figures(about).max, figures(about).closes)],
    qr: qrOf(about),
    contact: words.contact(reachOf(about)),
  };
}

/** To who has been let in: as what, and how to come in. */
export function welcome(language: Language, house: string, posts: readonly Post[]): Saying {
  const words = papersText(language).welcome;
  const named = [...new Set(posts)].map((post) => peopleText(language).posts[post].toLowerCase());
  return {
    subject: words.subject(house),
    paragraphs: [words.said(house, named.join(', ')), words.how],
    action: { label: words.action, path: signInPlace({}) },
  };
}

export function testMail(code: string, language: Language, house: string): { message: Message; frame: MessageFrame } {
  const words = papersText(language).test;
  return {
    message: {
      language,
      subject: words.subject(code),
      parts: [
        { kind: 'paragraph', text: words.said },
        { kind: 'code', text: code },
      ],
    },
    frame: { regards: words.regards, sender: house, footer: [{ text: words.why }] },
  };
}
