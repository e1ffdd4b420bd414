import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Id } from '../../../../kernel/id.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre, type Ore } from '../../../../kernel/money.ts';
import type { AgendaItem, Block, MinutesSpec, ReportSpec } from '../../../../platform/documents/spec.ts';
import { type Meeting, type MeetingCase, type MeetingLine, standingOf, standsAside } from '../rules/meetings.ts';
import { referenceOf } from '../rules/reference.ts';
import { meetingsText } from '../text/meetings.ts';
import { fundText } from '../text/pages.ts';

export interface MeetingPaper {
  readonly language: Language;
  readonly meeting: Meeting;
  readonly fund: { readonly name: string; readonly prefix: string };
  readonly lines: readonly MeetingLine[];
  /** What was in the fund before the first undecided case. */
  readonly available: Ore;
  readonly day: Day;
  /** Departments and people, by id. */
  readonly names: ReadonlyMap<string, string>;
  /** The deciding body, and who else took part. */
  readonly body: readonly { readonly id: Id<'person'>; readonly name: string }[];
  /** Who took part, as the one who makes the minutes has written. */
  readonly present: readonly Id<'person'>[];
}

/** What the deciding body has before it: each case on a few lines, and the money left after each. */
export function meetingList(paper: MeetingPaper): ReportSpec {
  const { language, meeting, fund, lines } = paper;
  const words = meetingsText(language);
  const rows = lines.map(({ one, takes, left }) => [
    `${referenceOf(fund, one.number)} ${one.title}`,
    formatOre(one.sought, language),
    takes === null && !one.decision ? words.hidden : adviceOf(one, language),
    left === null ? words.hidden : left < 0 ? words.tooLittle : formatOre(left, language),
  ]);
  return {
    kind: 'report',
    language,
    title: words.listTitle(meeting.reference),
    subtitle: `${fund.name}, ${formatDay(meeting.on, language)}`,
    day: paper.day,
    body: [
      { kind: 'paragraph', text: moneyOf(paper, language) },
      ...(rows.length === 0 ? [{ kind: 'paragraph', text: words.empty } as const] : []),
      ...(rows.length > 0
        ? [
            {
              kind: 'table',
              caption: '',
              columns: [
                { title: words.case },
                { title: words.sought, align: 'right' },
                { title: words.advice },
                { title: words.left, align: 'right' },
              ],
              rows,
            } as const,
          ]
        : []),
      ...lines.flatMap((line) => caseBlocks(line, paper)),
    ],
  };
}

/** What is in the fund: before the meeting, or now that something is decided; and how to read the sums of the rest. */
export function moneyOf({ lines, available }: Pick<MeetingPaper, 'lines' | 'available'>, language: Language): string {
  const words = meetingsText(language);
  const { begun, open } = standingOf(lines);
  const left = (begun ? words.now : words.before)(formatOre(available, language));
  return open ? `${left} ${words.ifAll}` : left;
}

function caseBlocks({ one }: MeetingLine, paper: MeetingPaper): readonly Block[] {
  const { language, names } = paper;
  const words = meetingsText(language);
  const where = one.departmentIds.map((id) => names.get(id) ?? '').filter(Boolean);
  const facts = [
    words.by(one.applicantName),
    where.length > 0 ? `${where.join(', ')}.` : '',
    one.participants === null ? '' : words.participants(one.participants),
    one.startsOn === null ? '' : words.starts(formatDay(one.startsOn, language)),
  ];
  return [
    { kind: 'heading', text: `${referenceOf(paper.fund, one.number)} ${one.title}` },
    { kind: 'paragraph', text: facts.filter(Boolean).join(' ') },
    { kind: 'paragraph', text: one.purpose.replace(/\s+/g, ' ').trim() },
    ...(one.advice
      ? [
          {
            kind: 'callout',
            label: one.decision
              ? words.decided(decisionText(one, language))
              : words.adviceLine(adviceOf(one, language)),
            text: one.advice.words,
          } as const,
        ]
      : []),
  ];
}

/** What was decided, who went out, and by which item of which meeting. */
export function meetingMinutes(paper: MeetingPaper): MinutesSpec {
  const { language, meeting, body, present } = paper;
  const words = meetingsText(language);
  return {
    kind: 'minutes',
    language,
    title: words.minutesTitle(meeting.reference),
    day: meeting.on,
    time: null,
    place: null,
    present: body.filter(({ id }) => present.includes(id)).map((one) => one.name),
    absent: body.filter(({ id }) => !present.includes(id)).map((one) => one.name),
    items: paper.lines.map(({ one }) => itemOf(one, paper)),
    signatures: [],
    correction: null,
  };
}

function itemOf(one: MeetingCase, { language, fund, names, body, present }: MeetingPaper): AgendaItem {
  const words = meetingsText(language);
  const here = body.filter(({ id }) => present.includes(id));
  const out = here.filter((person) => standsAside(one, person.id)).map((person) => person.name);
  const others = one.recusals.filter(({ personId }) => !body.some((person) => person.id === personId));
  const gone = [...out, ...others.map(({ personId }) => names.get(personId) ?? '')].filter(Boolean);
  const said = gone.length > 1 ? words.wentOutMany(gone.join(', ')) : words.wentOut(gone.join(''));
  const othersDecided = one.decision ? ` ${words.restDecided}` : '';
  const rejected = one.rejected.map((naming) => words.foundImpartial(names.get(naming.personId) ?? '', naming.words));
  const { decision } = one;
  return {
    title: `${referenceOf(fund, one.number)} ${one.title}`,
    body: [
      {
        kind: 'paragraph',
        text: `${words.by(one.applicantName)} ${words.soughtLine(formatOre(one.sought, language))}`,
      },
      ...(gone.length > 0 ? [{ kind: 'callout', label: words.stoodAside, text: said + othersDecided } as const] : []),
      ...rejected.map((text) => ({ kind: 'callout', label: words.stoodAside, text }) as const),
      ...(decision?.terms ? [{ kind: 'paragraph', text: words.terms(decision.terms) } as const] : []),
      ...(decision?.words ? [{ kind: 'paragraph', text: decision.words } as const] : []),
      ...(decision ? [] : [{ kind: 'paragraph', text: words.undecided } as const]),
    ],
    decision: decision ? decisionText(one, language) : null,
  };
}

function decisionText({ decision }: MeetingCase, language: Language): string {
  if (!decision) return '';
  const words = meetingsText(language);
  const amount = decision.amount === null ? '' : ` ${formatOre(decision.amount, language)}`;
  const reason = decision.reason === null ? '' : `, ${fundText(language).reasons[decision.reason]}`;
  return `${words.result[decision.result]}${amount}${reason} (${decision.reference})`;
}

function adviceOf(one: MeetingCase, language: Language): string {
  const words = meetingsText(language);
  if (one.decision) return decisionText(one, language);
  if (!one.advice) return words.noAdvice;
  const amount = one.advice.amount === null ? '' : ` ${formatOre(one.advice.amount, language)}`;
  return `${words.result[one.advice.advice]}${amount}`;
}
