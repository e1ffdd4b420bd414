import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { toOre } from '../../../../kernel/money.ts';
import { renderPdf, typstAvailable } from '../../../../platform/documents/pdf.ts';
import { renderWord, WORD_TYPE } from '../../../../platform/documents/word.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, type ListFile, listFile, onePage, wantedFile } from '../../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departments, displayNames, ownOrganisation } from '../../../housing/public.ts';
import { brandOf } from '../../../turns/public.ts';
import { isFundStaff } from '../access.ts';
import { callMeeting, putBefore, writePresent } from '../commands/meetings.ts';
import { agendaForm, meetingForm, presentForm } from '../forms/meeting.ts';
import { type MeetingPaper, meetingList, meetingMinutes, moneyOf } from '../letters/meeting.ts';
import { linesOf, type Meeting } from '../rules/meetings.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund } from '../rules/policy.ts';
import { UNDECIDED } from '../rules/status.ts';
import { casePage } from '../store/cases.ts';
import { policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { meetingById, meetingCases, meetingsOf, presentAt, roundsOf } from '../store/meetings.ts';
import { fundsText } from '../text/funds.ts';
import { meetingsText } from '../text/meetings.ts';
import { meetingPaperPlace, meetingPlace, meetingsPlace, presentPlace } from '../urls.ts';
import { MeetingPage, MeetingsPage } from '../views/meetings.tsx';
import { fundIn, worksWith } from './fund.tsx';
import { trailOf } from './ledger.tsx';
import { bodyOf } from './work-props.ts';

const MEETINGS_SHOWN = 50;
const MEETINGS_IN_FILE = 2_000;

/** Meetings of the deciding body: staff call them and choose cases, those who decide read. */
export function meetingRoutes(web: Web): void {
  web.get(meetingsPlace, signedIn, (visit) => meetingsPage(visit));
  web.post(meetingsPlace, signedIn, postMeeting);
  web.get(meetingPlace, signedIn, (visit) => meetingPage(visit));
  web.post(meetingPlace, signedIn, postAgenda);
  web.post(presentPlace, signedIn, postPresent);
  web.get(meetingPaperPlace, signedIn, paper);
}

/** A visit to a place of one fund. */
export type OfFund = Omit<Visit, 'params'> & { readonly params: { readonly fund: string } };
type OfMeeting = Omit<Visit, 'params'> & { readonly params: { readonly fund: string; readonly meeting: string } };

async function meetingsPage(visit: OfFund, problems?: FormProblems): Promise<Response> {
  const { tx, language, actor, query } = visit;
  const fund = await workable(visit);
  const format = wantedFile(query);
  if (format)
    return listFile(visit, format, meetingsFile(language, fund.name, await meetingsOf(tx, fund.id, MEETINGS_IN_FILE)));
  const meetings = await meetingsOf(tx, fund.id, MEETINGS_SHOWN);
  return visit.page(
    {
      title: meetingsText(language).title(fund.name),
      trail: trailOf(fund, language),
      status: problems ? 422 : 200,
    },
    <>
      {MeetingsPage({
        language,
        fund,
        meetings,
        rounds: await roundsOf(tx, fund.id, MEETINGS_SHOWN),
        calls: isFundStaff(actor, fund),
        problems,
      })}
      {meetings.length > 0 && <FileLinks language={language} query={query} />}
    </>,
  );
}

function meetingsFile(language: Visit['language'], fund: string, meetings: readonly Meeting[]): ListFile<Meeting> {
  const words = meetingsText(language);
  return {
    title: words.title(fund),
    columns: [
      [words.day, ({ on }) => ({ day: on })],
      [words.reference, ({ reference }) => reference],
      [words.cases, ({ count }) => count],
    ],
    ...onePage(meetings),
  };
}

async function postMeeting(visit: OfFund): Promise<Response> {
  const { tx, language, actor } = visit;
  const fund = await workable(visit);
  if (!isFundStaff(actor, fund)) missing();
  const read = readForm(meetingForm(language), visit.form);
  if (!read.ok) return meetingsPage(visit, read.refusal);
  const id = await callMeeting(tx, { fundId: fund.id, ...read.value });
  return visit.redirect(meetingPlace({ fund: fund.id, meeting: id }), meetingsText(language).called);
}

async function meetingPage(
  visit: OfMeeting,
  { notice = null, problems }: { readonly notice?: string | null; readonly problems?: FormProblems } = {},
): Promise<Response> {
  const { tx, language, actor } = visit;
  const { fund, meeting } = await reached(visit);
  const shown = await paperOf(visit, fund, meeting);
  const chooses = isFundStaff(actor, fund);
  const open = chooses ? await casePage(tx, { fundId: fund.id, statuses: [...UNDECIDED, 'waiting_list'] }) : null;
  return visit.page(
    {
      title: meetingsText(language).listTitle(meeting.reference),
      wide: true,
      trail: [
        ...trailOf(fund, language),
        { href: meetingsPlace({ fund: fund.id }), label: fundsText(language).meetings },
      ],
      ...(notice || problems ? { status: 422 as const } : {}),
    },
    MeetingPage({
      language,
      fund,
      meeting,
      lines: shown.lines,
      money: moneyOf(shown, language),
      open: open?.cases ?? null,
      body: shown.body,
      present: shown.present,
      notice,
      problems,
    }),
  );
}

async function postAgenda(visit: OfMeeting): Promise<Response> {
  const { tx, language, actor } = visit;
  const { fund, meeting } = await reached(visit);
  if (!isFundStaff(actor, fund)) missing();
  const read = readForm(agendaForm, visit.form);
  await putBefore(tx, meeting, read.ok ? read.value.cases : []);
  return visit.redirect(meetingPlace({ fund: fund.id, meeting: meeting.id }), meetingsText(language).kept);
}

async function postPresent(visit: OfMeeting): Promise<Response> {
  const { tx, language, actor } = visit;
  const { fund, meeting } = await reached(visit);
  if (!isFundStaff(actor, fund)) missing();
  const read = readForm(presentForm(language), visit.form);
  if (!read.ok) return meetingPage(visit, { problems: read.refusal });
  const { body } = await paperOf(visit, fund, meeting);
  const known = read.value.present.filter((id) => body.some((one) => one.id === id));
  if (known.length < read.value.present.length) missing();
  await writePresent(tx, meeting, known);
  return visit.redirect(meetingPlace({ fund: fund.id, meeting: meeting.id }), meetingsText(language).presentKept);
}

const PAPERS = {
  'liste.pdf': { build: meetingList, word: false },
  'liste.docx': { build: meetingList, word: true },
  'referat.pdf': { build: meetingMinutes, word: false },
  'referat.docx': { build: meetingMinutes, word: true },
} as const;

async function paper(visit: Visit<'/puljer/:fund/moeder/:meeting/:paper'>): Promise<Response> {
  const { params, language, tx } = visit;
  const { fund, meeting } = await reached(visit);
  const wanted = Object.hasOwn(PAPERS, params.paper) ? PAPERS[params.paper as keyof typeof PAPERS] : missing();
  if (!wanted.word && !typstAvailable()) return meetingPage(visit, { notice: meetingsText(language).noPdf });
  const shown = await paperOf(visit, fund, meeting);
  if (wanted.build === meetingMinutes && shown.present.length === 0) {
    return meetingPage(visit, { notice: meetingsText(language).presentFirst });
  }
  const document = wanted.build(shown);
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const name = `${document.title}.${wanted.word ? 'docx' : 'pdf'}`;
  if (wanted.word) return visit.file({ bytes: await renderWord(document, brand), type: WORD_TYPE, name });
  const pdf = await renderPdf(document, brand);
  if (!pdf.ok) throw new Error(`Cannot print "${document.title}": ${pdf.refusal}`);
  return visit.file({ bytes: pdf.value, type: 'application/pdf', name });
}

/** The list as this reader may see it. */
async function paperOf(
  visit: Pick<Visit, 'tx' | 'language' | 'actor'>,
  fund: Fund,
  meeting: Meeting,
): Promise<MeetingPaper> {
  const { tx, language, actor } = visit;
  const cases = await meetingCases(tx, meeting.id);
  const policy = await policyOn(tx, fund.id, tx.today);
  const available = policy ? availableOf(await ledgerOf(tx, policy.periodId)) : toOre(0);
  const body = await bodyOf(tx, policy);
  const aside = cases.flatMap((one) => [...one.recusals, ...one.rejected].map(({ personId }) => personId));
  const present = await presentAt(tx, meeting.id);
  const members = [...new Set([...body.map((one) => one.id), ...present])];
  const ids = [...new Set([...aside, ...members])];
  const shown = await displayNames(
    tx,
    ids.map((id) => ({ kind: 'person', id })),
    language,
  );
  const names = new Map<string, string>([
    ...[...shown].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name] as const),
    ...(await departments(tx)).map((one) => [one.id, one.name] as const),
  ]);
  return {
    language,
    meeting,
    fund,
    lines: linesOf(cases, available, personIdOf(actor)),
    available,
    day: tx.today,
    names,
    body: members.map((id) => ({ id, name: names.get(id) ?? '' })),
    present,
  };
}

export async function workable(visit: OfFund): Promise<Fund> {
  const fund = (await fundIn(visit)) ?? missing();
  return worksWith(visit, fund, await policyOn(visit.tx, fund.id, visit.tx.today)) ? fund : missing();
}

async function reached(visit: OfMeeting): Promise<{ readonly fund: Fund; readonly meeting: Meeting }> {
  const fund = await workable(visit);
  const id = readId<'fund_meeting'>(visit.params.meeting) ?? missing();
  const meeting = (await meetingById(visit.tx, id)) ?? missing();
  return meeting.fundId === fund.id ? { fund, meeting } : missing();
}
