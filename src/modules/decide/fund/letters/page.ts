import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatPeriod, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, sumOre } from '../../../../kernel/money.ts';
import type { SheetField, SheetPart, SheetSpec } from '../../../../platform/documents/spec.ts';
import type { Page } from '../rules/application.ts';
import { soughtOf } from '../rules/money.ts';
import { GROUNDS } from '../rules/policy.ts';
import { formWords } from '../text/forms.ts';
import { paperText } from '../text/paper.ts';

/** What stands around the page: whose fund, and what came of it when it was sent in. */
export interface Around {
  readonly fund: string;
  readonly departments: ReadonlyMap<string, string>;
  /** Null for a draft. */
  readonly sent: {
    readonly reference: string;
    readonly on: Day;
    readonly answerBy: Day;
    readonly channel: 'paper' | 'phone' | null;
  } | null;
  /** Are mail, telephone and address for this reader? */
  readonly contact: boolean;
}

/** The application as it is printed: one A4 page, in the language it is written in. */
export function applicationSheet(page: Page, around: Around): SheetSpec {
  const { language } = page;
  const words = paperText(language);
  return {
    kind: 'sheet',
    language,
    title: page.title || words.untitled,
    over: words.over(around.fund),
    facts: factsOf(page, around),
    intro: null,
    parts: [
      ...written([[words.purpose, page.purpose]]),
      ...written([
        [words.participants, page.participants === null ? '' : String(page.participants)],
        [words.days, page.startsOn ? formatPeriod(page.startsOn, page.endsOn ?? page.startsOn, language) : ''],
        [words.whoBuys, page.whoBuys],
      ]),
      ...economy(page),
      ...written([[words.ground, groundWords(page)]]),
      ...written([
        [words.departments, page.departmentIds.map((id) => around.departments.get(id) ?? '').join(', ')],
        [words.takesPart, takesPart(page)],
      ]),
      ...written([[words.remains, remainsWords(page)]]),
      ...applicantParts(page, around.contact),
    ],
    foot: words.foot,
  };
}

/**
 * What is measured while somebody writes: the page with everything around it that it will have when it is printed, in
 * the longest form that has.
 */
export function measuredSheet(page: Page, departments: ReadonlyMap<string, string>): SheetSpec {
  const on = '2028-09-30' as Day;
  const sent = { reference: 'WWW-0000', on, answerBy: on, channel: 'phone' } as const;
  return applicationSheet(page, { fund: 'W'.repeat(60), departments, sent, contact: true });
}

function factsOf(page: Page, { sent }: Around): (readonly [string, string])[] {
  const words = paperText(page.language);
  if (!sent) return [['', words.draft]];
  const came = sent.channel ? words.receivedOn[sent.channel] : words.received;
  return [
    [words.number, sent.reference],
    [came, formatDay((sent.channel && page.receivedOn) || sent.on, page.language, 'short')],
    [words.answerBy, formatDay(sent.answerBy, page.language, 'short')],
  ];
}

function economy(page: Page): SheetPart[] {
  const { language, lines } = page;
  const words = paperText(language);
  if (lines.length === 0) return [];
  const budget = sumOre(lines.map((line) => line.amount));
  const rows = lines.map((line) => [line.what, line.supplier, formatOre(line.amount, language)]);
  const others = page.otherMoney
    ? [
        [words.budget, '', formatOre(budget, language)],
        [
          `${words.otherMoney}${page.otherMoneyWords && `: ${page.otherMoneyWords}`}`,
          '',
          `−${formatOre(page.otherMoney, language)}`,
        ],
      ]
    : [];
  return [
    {
      kind: 'lines',
      label: words.economy,
      help: words.economyHelp,
      columns: [{ title: words.what }, { title: words.supplier }, { title: words.amount, align: 'right' }],
      rows: [...rows, ...others],
      blank: 0,
      total: [words.sought, '', formatOre(soughtOf(page), language)],
    },
  ];
}

function groundWords(page: Page): string {
  const grounds = page.grounds.map((ground) => formWords(page.language).ground[ground]).join('. ');
  return [grounds && `${grounds}.`, page.groundReason].filter(Boolean).join(' ');
}

function takesPart(page: Page): string {
  const words = paperText(page.language);
  return [page.minors && words.minors, page.nonResidents && words.nonResidents].filter(Boolean).join(', ');
}

function remainsWords(page: Page): string {
  const words = paperText(page.language);
  const owner = page.remainsOwner && `${words.owner} ${words.owners[page.remainsOwner]}`;
  return page.remains && [page.remains, owner].filter(Boolean).join('. ');
}

function applicantParts(page: Page, contact: boolean): SheetPart[] {
  const words = paperText(page.language);
  const phone = page.applicantPhone && formatPhone(page.applicantPhone);
  const asked = page.coApplicants.filter((one) => one.declinedOn === null).map((one) => one.name);
  const guardian = [page.guardianName, contact && page.guardianContact].filter(Boolean).join(', ');
  return [
    ...written([
      [words.applicant, page.applicantName],
      [words.appliesAs, formWords(page.language).kinds[page.applicantKind]],
      [words.contact, contact ? [phone, page.applicantEmail].filter(Boolean).join('\n') : ''],
    ]),
    ...written([
      [words.coApplicants, asked.join(', ')],
      [words.guardian, guardian],
      [words.address, contact ? page.applicantAddress : ''],
    ]),
  ];
}

/** Side by side what there is; nothing where nothing is written. */
function written(fields: readonly (readonly [label: string, text: string])[]): SheetPart[] {
  const there = fields.filter(([, text]) => text.trim() !== '');
  if (there.length === 0) return [];
  return [{ kind: 'fields', fields: there.map(([label, text]) => ({ label, help: null, text, room: 0 })) }];
}

/** The same page, empty, to be written on with a pen, with its help beside the fields. */
export function blankSheet(fund: string, departments: readonly string[], language: Language): SheetSpec {
  const words = paperText(language);
  const form = formWords(language);
  const pen = (label: string, room = 1, help: string | null = null): SheetField => ({ label, help, text: null, room });
  const row = (...fields: SheetField[]): SheetPart => ({ kind: 'fields', fields });
  return {
    kind: 'sheet',
    language,
    title: words.blankTitle,
    over: fund,
    facts: [],
    intro: words.blankIntro,
    parts: [
      row(pen(words.title)),
      row(pen(words.purpose, 5, words.purposeHelp)),
      row(pen(words.participants, 1, words.participantsHelp), pen(words.days, 1, words.daysHelp), pen(words.whoBuys)),
      {
        kind: 'lines',
        label: words.economy,
        help: words.economyHelp,
        columns: [{ title: words.what }, { title: words.supplier }, { title: words.amount, align: 'right' }],
        rows: [],
        blank: 4,
        total: null,
      },
      row(pen(words.otherMoney), pen(words.sought)),
      { kind: 'choices', label: words.ground, help: words.groundHelp, options: GROUNDS.map((one) => form.ground[one]) },
      row(pen('', 1)),
      { kind: 'choices', label: words.departments, help: null, options: departments },
      { kind: 'choices', label: words.takesPart, help: null, options: [words.minors, words.nonResidents] },
      row(pen(words.remains, 1, words.remainsHelp)),
      row(pen(`${words.applicant}: ${words.name.toLowerCase()}`), pen(words.contact)),
      row(pen(words.address), pen(words.coApplicants)),
      row(pen(words.guardian, 1, words.guardianHelp), pen(words.signed)),
    ],
    foot: words.foot,
  };
}
