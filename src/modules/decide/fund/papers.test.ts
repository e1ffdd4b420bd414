import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, day } from '../../../kernel/day.ts';
import type { Id } from '../../../kernel/id.ts';
import { LANGUAGES, type Language } from '../../../kernel/language.ts';
import { kroner } from '../../../kernel/money.ts';
import { renderPdf } from '../../../platform/documents/pdf.ts';
import { readPdf } from '../../../platform/documents/pdf-reading.ts';
import { lyngbakken } from '../../../platform/documents/samples.ts';
import type { DocumentSpec } from '../../../platform/documents/spec.ts';
import { renderWord } from '../../../platform/documents/word.ts';
import { lettersAbout, type Written } from './letters/decision.ts';
import { type MeetingPaper, meetingList, meetingMinutes } from './letters/meeting.ts';
import { slip } from './letters/slip.ts';
import type { Application } from './rules/application.ts';
import type { LetterKind } from './rules/letters.ts';
import { linesOf, type MeetingCase } from './rules/meetings.ts';
import { aPage } from './seed.ts';

const TODAY = day('2026-11-22');
const KINDS: readonly LetterKind[] = ['receipt', 'commitment', 'refusal', 'waiting_list', 'municipality'];
const INGE = 'i' as Id<'person'>;
const OLE = 'o' as Id<'person'>;
const billTo = {
  name: 'Boligforeningen Lyngbakken',
  cvr: '99999942',
  address: ['Bakketoppen 2', '4999 Vesterby'],
  glns: ['5790000000005'],
  mail: 'regning@lyngbakken.test',
  sendUrl: 'https://lyngbakken.test/regning?ref=P-0010',
};

function written(kind: LetterKind, language: Language): Written {
  const page = aPage(
    { today: TODAY },
    {
      title: 'Sprogcafé hver mandag',
      lines: [
        { what: 'Bøger og spil', supplier: 'Boghandlen', amount: kroner(4_000) },
        { what: 'Kaffe og brød', supplier: 'Vesterby Brugs', amount: kroner(3_400.5) },
      ],
      otherMoney: kroner(400.5),
    },
  );
  const decision: Application['decisions'][number] = {
    id: 'd' as Id<'fund_decision'>,
    on: TODAY,
    result: kind === 'refusal' ? 'refuse' : kind === 'waiting_list' ? 'wait' : 'commit',
    amount: kind === 'commitment' || kind === 'municipality' ? kroner(7_000) : null,
    periodId: null,
    expiresOn: addDays(TODAY, 100),
    terms: 'To voksne er med hver gang.',
    reason: kind === 'refusal' ? 'cash_like' : null,
    words: 'Det er lige det, puljen er til.',
    reference: 'OB, punkt 4',
    by: INGE,
  };
  return {
    ...{ kind, language, shopLanguage: language, on: TODAY, from: 'Boligforeningen Lyngbakken' },
    to: { name: 'Olena Kovalenko', address: ['Kærhaven 21, 2. tv', '4999 Vesterby'], large: false },
    application: {
      ...page,
      submission: { on: TODAY, number: 10, answerBy: addDays(TODAY, 14), round: null },
    } as Application,
    decision: kind === 'receipt' ? null : decision,
    fund: 'Puljen til fællesskaber',
    reference: 'P-0010',
    policy: { reportDueDays: 30, allowsPrivateOutlays: false, amountsIncludeVat: true },
    billTo,
    where: ['Kærhaven', 'Stationsgården'],
  };
}

function meetingPaper(language: Language): MeetingPaper {
  const one: MeetingCase = {
    id: 'a' as MeetingCase['id'],
    number: 10,
    title: 'Sprogcafé hver mandag',
    applicantName: 'Olena Kovalenko',
    applicantIds: [],
    purpose: 'Vi drikker kaffe og taler dansk sammen. Naboer udefra er også velkomne.',
    participants: 25,
    startsOn: addDays(TODAY, 30),
    status: 'recommended',
    sought: kroner(7_400),
    departmentIds: [],
    advice: {
      advice: 'commit',
      amount: kroner(7_400),
      terms: '',
      reason: null,
      words: 'Det er lige det, puljen er til.',
    },
    recusals: [{ personId: OLE, reason: 'family' }],
    rejected: [{ personId: INGE, words: 'Inge er spurgt og kender ikke til projektet.' }],
    decision: null,
  };
  const answer = { terms: 'Kommunen skal have budgettet først.', reason: null, words: '', on: TODAY };
  const decision = { ...answer, result: 'commit', amount: kroner(7_400), reference: 'OB, punkt 4' } as const;
  const cases = [one, { ...one, number: 11, title: 'DJ til gårdfesten', decision, recusals: [] }];
  return {
    language,
    meeting: {
      id: 'm' as Id<'fund_meeting'>,
      fundId: 'f' as Id<'fund'>,
      on: TODAY,
      reference: 'OB, punkt 4',
      count: 2,
    },
    fund: { name: 'Puljen til fællesskaber', prefix: 'P' },
    lines: linesOf(cases, kroner(12_500), null),
    available: kroner(12_500),
    day: TODAY,
    names: new Map([[OLE, 'Ole Bach'] as const, [INGE, 'Inge Falk'] as const]),
    body: [
      { id: INGE, name: 'Inge Falk' },
      { id: OLE, name: 'Ole Bach' },
    ],
    present: [INGE, OLE],
  };
}

/** Every paper of the fund but the page itself, which page.test.ts prints. */
function papers(language: Language): readonly (readonly [name: string, spec: DocumentSpec])[] {
  const letters = KINDS.map((kind) => {
    const specs = lettersAbout(written(kind, language));
    return [kind, { kind: 'letters', language, title: specs[0].title, letters: specs }] as const;
  });
  const card = {
    title: 'Sprogcafé hver mandag',
    billTo,
    reference: 'P-0010',
    most: kroner(7_000),
    latest: TODAY,
  } as const;
  const code = { code: 'K7QX4-MTD9P', url: 'https://lyngbakken.test/seddel/K7QX4MTD9P' };
  return [
    ...letters,
    ...([1, 8] as const).map((copies) => [`slip ${copies}`, slip({ language, ...card, ...code, copies })] as const),
    ['list', meetingList(meetingPaper(language))],
    ['minutes', meetingMinutes(meetingPaper(language))],
  ];
}

test('every paper of the fund is tagged PDF/UA in its own language, and the words are whole', async () => {
  for (const language of LANGUAGES) {
    for (const [name, spec] of papers(language)) {
      const pdf = await renderPdf(spec, lyngbakken);
      assert.ok(pdf.ok, `${name} ${language}`);
      const read = await readPdf(pdf.value);
      assert.ok(read.claimsUa1 && read.tagged, `${name} ${language}`);
      assert.equal(read.language, language === 'da' ? 'da-DK' : 'en-GB');
      assert.doesNotMatch(read.text, /undefined|null|NaN|\.\.(?!\.)/, `${name} ${language}`);
    }
  }
});

test('letters, list and minutes come in Word too, with the words that the PDF has', async () => {
  for (const language of LANGUAGES) {
    for (const [name, spec] of papers(language)) {
      const paper = spec.kind === 'letters' ? spec.letters[0] : spec;
      if (paper?.kind !== 'letter' && paper?.kind !== 'report' && paper?.kind !== 'minutes') continue;
      const word = await renderWord(paper, lyngbakken);
      assert.equal(Buffer.from(word).subarray(0, 2).toString(), 'PK', `${name} ${language}`);
    }
  }
});
