import type { Day } from '../../../../kernel/day.ts';
import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Block, ReportSpec } from '../../../../platform/documents/spec.ts';
import { CHECKLIST, type Invitation, type Item } from '../rules/plan.ts';
import { type Workshop, writeCode } from '../rules/workshop.ts';
import { gatherText } from '../text/gather.ts';
import { planText } from '../text/plan.ts';
import { workshopsText } from '../text/workshops.ts';

/** Everything that those who run a workshop have in their hand on the day. */
export interface Planned {
  readonly language: Language;
  readonly today: Day;
  readonly workshop: Workshop;
  readonly items: readonly Item[];
  /** With their names as they are called: "Bord 4: Vesterby Boligforening". */
  readonly tables: readonly { readonly id: string; readonly name: string }[];
  readonly invitations: readonly Invitation[];
  readonly done: ReadonlySet<string>;
  /** Where those who take part send their pictures. */
  readonly address: string;
}

/** Programme, table plan, attendance list, checklist and the square code, to print and take along. */
export function planPaper(plan: Planned): ReportSpec {
  const { language, workshop, today, address } = plan;
  const words = planText(language);
  const site = address.replace(/^https?:\/\//, '');
  return {
    kind: 'report',
    language,
    title: words.paperTitle(workshop.name),
    subtitle: when(plan),
    day: today,
    body: [
      ...(workshop.seats === null ? [] : [paragraph(words.room(workshop.seats))]),
      ...programme(plan),
      ...tablePlan(plan),
      ...attendance(plan),
      ...checklist(plan),
      { kind: 'heading', text: words.link },
      { kind: 'qr', content: address, caption: site, alt: words.linkAlt(site) },
      paragraph(words.linkCode(writeCode(workshop.code))),
    ],
  };
}

function when({ workshop, language }: Planned): string {
  const { on, startsAt, endsAt, place } = workshop;
  const clock = startsAt ? ` ${workshopsText(language).clock(startsAt, endsAt)}` : '';
  return [formatDayWithWeekday(on, language) + clock, place].filter(Boolean).join(', ');
}

function programme({ language, items }: Planned): readonly Block[] {
  const words = planText(language);
  const heading: Block = { kind: 'heading', text: words.programme };
  if (items.length === 0) return [heading, paragraph(words.noItems)];
  const columns = [words.clock, words.point, words.holder, words.where].map((title) => ({ title }));
  const rows = items.map(({ startsAt, title, who, place }) => [words.at(startsAt), title, who, place]);
  return [heading, { kind: 'table', caption: '', columns, rows }];
}

function tablePlan({ language, tables, invitations }: Planned): readonly Block[] {
  const words = planText(language);
  const heading: Block = { kind: 'heading', text: words.tablePlan };
  if (tables.length === 0) return [heading, paragraph(gatherText(language).noTables)];
  const rows = tables.map(({ id, name }) => {
    const here = invitations.filter(({ tableId, answer }) => tableId === id && answer !== 'no');
    const hosts = here.filter(({ part }) => part === 'table_host').map(({ personName }) => personName);
    const others = here.filter(({ part }) => part !== 'table_host').map(({ personName }) => personName);
    return [name, hosts.join(', ') || words.noHost, others.join(', ')];
  });
  const columns = [words.table, words.host, words.seated].map((title) => ({ title }));
  return [heading, { kind: 'table', caption: '', columns, rows }];
}

function attendance({ language, tables, invitations }: Planned): readonly Block[] {
  const words = planText(language);
  const heading: Block = { kind: 'heading', text: words.list };
  if (invitations.length === 0) return [heading, paragraph(words.noInvitations)];
  const names = new Map(tables.map(({ id, name }) => [id, name]));
  const columns = [words.name, words.table, words.answer, words.arrived].map((title) => ({ title }));
  const rows = invitations.map(({ personName, tableId, answer, came }) => [
    personName,
    tableId ? (names.get(tableId) ?? '') : '',
    words.answers[answer ?? 'none'],
    came ? words.yesMark : '',
  ]);
  return [heading, { kind: 'table', caption: '', columns, rows }];
}

function checklist({ language, done }: Planned): readonly Block[] {
  const words = planText(language);
  return [
    { kind: 'heading', text: words.checklist },
    ...(['before', 'during', 'after'] as const).map(
      (part): Block => ({
        kind: 'table',
        caption: '',
        columns: [{ title: words.when[part] }, { title: words.done, align: 'right' }],
        rows: CHECKLIST[part].map((item) => [words.items[item], done.has(item) ? words.yesMark : '']),
      }),
    ),
  ];
}

function paragraph(text: string): Block {
  return { kind: 'paragraph', text };
}
