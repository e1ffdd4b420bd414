import { sha256 } from '../../../../engines/sortition/proof.ts';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay, formatDayWithWeekday, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';
import type { Block, LetterSpec, LettersSpec, PosterSpec, ReportSpec } from '../../../../platform/documents/spec.ts';
import { type ListedHome, lettersTo } from '../../../address-lists/public.ts';
import { answersGone, boundsAreOpen, type DrawRow, drawnOf } from '../rules/draw.ts';
import type { Panel } from '../rules/panel.ts';
import { type Application, FEATURES, stateOf, writeLot } from '../rules/people.ts';
import { combinations, inCell, plainCells, shownCounts } from '../rules/profile.ts';
import { decimal, percent, whole } from '../rules/shares.ts';
import { type DepartmentNames, featureName, groupName, groupsText } from '../text/groups.ts';
import { keptText } from '../text/kept.ts';
import { lettersText } from '../text/letters.ts';
import { onBehalfText } from '../text/on-behalf.ts';
import { enterPlace, minePlace, signUpPlace } from '../urls.ts';

/** The paper it stands on. */
interface Paper {
  readonly language: Language;
  readonly today: Day;
  readonly origin: string;
  /** Of the office, as typed; empty when there is none. */
  readonly phone: string;
  readonly email: string;
}

/** To somebody without mail: where they stand, their lot, and the code of their own page. */
export function letterTo(
  panel: Panel,
  one: Application,
  code: string,
  drawn: boolean,
  { language, today, origin, phone }: Paper,
): LetterSpec {
  const words = lettersText(language).letter;
  const state = stateOf(one);
  const site = origin.replace(/^https?:\/\//, '') + enterPlace({});
  const first =
    state === 'offered' && one.place
      ? words.offer(panel.name, formatDayWithWeekday(one.place.answerBy, language))
      : state === 'member' || state === 'paused'
        ? words.member(panel.name)
        : state === 'left' || state === 'declined'
          ? onBehalfText(language).said[state === 'left' ? 'gone' : 'no'](panel.name)
          : drawn
            ? words.notDrawn(panel.name)
            : words.waits(panel.name);
  return {
    kind: 'letter',
    language,
    title: words.title(panel.name),
    recipient: [one.name, one.address],
    day: today,
    caseNumber: null,
    body: [
      { kind: 'paragraph', text: first },
      { kind: 'paragraph', text: words.how(site) },
      { kind: 'callout', label: words.codeLabel, text: writeTypedCode(code, 4) },
      ...(panel.kind === 'drawn' ? [{ kind: 'paragraph' as const, text: words.lot(writeLot(one.lot)) }] : []),
      ...(phone
        ? [{ kind: 'paragraph' as const, text: words.call(formatPhone(phone).replaceAll(' ', '\u00a0')) }]
        : []),
      { kind: 'qr', content: origin + minePlace({ code }), caption: words.qr, alt: words.qrAlt },
      { kind: 'paragraph', text: words.keep },
    ],
    greeting: null,
    signatures: [],
  };
}

/** For the stairwell. */
export function posterOf(panel: Panel, { language, origin, phone, email }: Paper): PosterSpec {
  const words = lettersText(language).poster;
  const address = origin + signUpPlace({ id: panel.id });
  return {
    kind: 'poster',
    language,
    title: panel.name,
    kicker: words.kicker[panel.kind],
    day: null,
    time: null,
    place: null,
    paragraphs: [
      panel.purpose,
      ...(panel.practical ? [panel.practical] : []),
      panel.closesOn ? words.until(formatDayWithWeekday(panel.closesOn, language)) : words.always,
      words.minute,
    ],
    qr: { content: address, caption: words.qr, alt: words.qrAlt(address) },
    contact: phone ? words.phone(formatPhone(phone).replaceAll(' ', '\u00a0')) : email ? words.mail(email) : null,
  };
}

/** The letter to each home as it is before anybody changes a word of it. */
export function callWording(panel: Panel, { language, phone }: Pick<Paper, 'language' | 'phone'>) {
  const words = lettersText(language).callLetter;
  const poster = lettersText(language).poster;
  return {
    subject: words.subject(panel.name),
    body: words.body({
      name: panel.name,
      purpose: panel.purpose,
      practical: panel.practical,
      until: panel.closesOn ? poster.until(formatDay(panel.closesOn, language)) : poster.always,
      reach: phone ? words.reach(formatPhone(phone).replaceAll(' ', '\u00a0')) : '',
    }),
  };
}

export function callLetters(
  panel: Panel,
  homes: readonly ListedHome[],
  written: { readonly subject: string; readonly body: string; readonly signer: string },
  { language, today, origin }: Paper,
): LettersSpec {
  const words = lettersText(language).poster;
  const content = origin + signUpPlace({ id: panel.id });
  const below: Block[] = [{ kind: 'qr', content, caption: words.qr, alt: words.qrAlt(content) }];
  return lettersTo(homes, { ...written, language, day: today, below });
}

const NAMES = { da: new Intl.ListFormat('da'), en: new Intl.ListFormat('en-GB') } as const;

/** How the seats were drawn, for the board and the archive: criteria, seed, chances, who selected; and no names of others. */
export function selectionNote(
  panel: Panel,
  draw: DrawRow,
  about: {
    readonly selectors: readonly string[];
    /** Lists that were fixed before and given up. */
    readonly givenUp: number;
    readonly departments: DepartmentNames;
    readonly language: Language;
    readonly today: Day;
  },
): ReportSpec {
  const { language, today } = about;
  const words = lettersText(language).note;
  const { result } = draw;
  const leximin = words.algorithms[draw.algorithm];
  return {
    kind: 'report',
    language,
    title: words.title(panel.name),
    subtitle: words.subtitle,
    day: today,
    foot: words.foot,
    body: [
      { kind: 'heading', text: words.purposeHeading },
      { kind: 'paragraph', text: panel.purpose },
      { kind: 'heading', text: words.criteria },
      { kind: 'paragraph', text: words.criteriaText },
      ...(answersGone(draw) ? [{ kind: 'paragraph' as const, text: keptText(language).noteGone }] : []),
      criteria(draw, about),
      { kind: 'heading', text: words.how },
      {
        kind: 'paragraph',
        text: words.howText({
          pool: draw.pool.length,
          seats: draw.seats,
          panels: whole(draw.panels, language),
          algorithm: leximin,
        }),
      },
      { kind: 'paragraph', text: words.least(percent(result?.minimum ?? 0, language)) },
      { kind: 'paragraph', text: words.gini(decimal(result?.gini ?? 0, language)) },
      { kind: 'paragraph', text: result?.optimal ? words.proved : words.notProved },
      { kind: 'callout', label: words.number, text: String(draw.number ?? 0).padStart(3, '0') },
      { kind: 'paragraph', text: draw.kind === 'public' ? words.dice(draw.throws.length > 0) : words.pressed },
      { kind: 'paragraph', text: `${words.seed}: ${draw.seed}` },
      { kind: 'paragraph', text: `${words.hash}: ${draw.listHash ?? ''}` },
      ...(draw.reserveKey ? [{ kind: 'paragraph' as const, text: words.reserves(sha256(draw.reserveKey)) }] : []),
      { kind: 'paragraph', text: words.givenUp(about.givenUp) },
      { kind: 'heading', text: words.chances },
      { kind: 'paragraph', text: words.chancesText },
      chances(draw, language),
      { kind: 'heading', text: words.who },
      { kind: 'paragraph', text: words.whoText(NAMES[language].format(about.selectors)) },
      { kind: 'heading', text: words.dataHeading },
      { kind: 'paragraph', text: words.data(panel.unchosenMonths, panel.memberMonths) },
    ],
  };
}

function criteria(
  draw: DrawRow,
  { language, departments }: { readonly language: Language; readonly departments: DepartmentNames },
): Block {
  const words = lettersText(language).note;
  const drawn = drawnOf(draw);
  const open = boundsAreOpen(draw);
  const counted = (...figures: readonly string[]) => (answersGone(draw) ? figures.map(() => '–') : told(...figures));
  const told = (...figures: readonly string[]) => figures.map((figure) => (open ? figure : '–'));
  const rows = FEATURES.flatMap((feature) => {
    const cells = plainCells(draw.quotas).filter((cell) => cell.feature === feature);
    const inPool = shownCounts(cells.map((cell) => draw.pool.filter(({ traits }) => inCell(cell, traits)).length));
    const inDrawn = shownCounts(cells.map((cell) => drawn.filter(({ traits }) => inCell(cell, traits)).length));
    return cells.map((cell, at) => [
      groupsText(language).features[feature],
      groupName(language, cell, departments),
      ...told(String(cell.fewest), String(cell.most)),
      ...counted(saidCount(inPool[at], words.under), saidCount(inDrawn[at], words.under)),
    ]);
  });
  // Of combinations no counts: taken from those of the whole group they would show small ones.
  const both = combinations(draw.quotas).map((cell) => [
    featureName(language, cell),
    groupName(language, cell, departments),
    ...told(String(cell.fewest), String(cell.most)),
    '–',
    '–',
  ]);
  return {
    kind: 'table',
    caption: words.criteria,
    columns: words.columns.map((title, at) => ({ title, align: at > 1 ? ('right' as const) : ('left' as const) })),
    rows: [...rows, ...both],
  };
}

function saidCount(count: ReturnType<typeof shownCounts>[number] | undefined, under: string): string {
  return count === 'few' ? under : count === 'hidden' ? '–' : String(count);
}

/** How many had which chance, to the nearest whole percent. No count below five can be read, nor found by subtraction. */
function chances(draw: DrawRow, language: Language): Block {
  const words = lettersText(language).note;
  const counts = new Map<number, number>();
  for (const chance of draw.result?.chances ?? []) {
    const whole = Math.round(chance * 100);
    counts.set(whole, (counts.get(whole) ?? 0) + 1);
  }
  const rows = [...counts].toSorted(([a], [b]) => a - b);
  const shown = shownCounts(rows.map(([, count]) => count));
  return {
    kind: 'table',
    caption: words.chances,
    columns: words.chanceColumns.map((title, at) => ({
      title,
      align: at > 0 ? ('right' as const) : ('left' as const),
    })),
    rows: rows.map(([whole], at) => [percent(whole / 100, language), saidCount(shown[at], words.under)]),
  };
}
