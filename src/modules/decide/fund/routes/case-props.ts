import { personIdOf } from '../../../../kernel/actor.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { departments, displayNames } from '../../../housing/public.ts';
import { type May, mayWith } from '../access.ts';
import { leftFor } from '../commands/slips.ts';
import { followCase } from '../commands/tracking.ts';
import { type Application, isRecused } from '../rules/application.ts';
import { policyFindings } from '../rules/findings.ts';
import { availableOf } from '../rules/money.ts';
import type { Fund, Policy } from '../rules/policy.ts';
import { referenceOf } from '../rules/reference.ts';
import { statusOf } from '../rules/status.ts';
import { countSlips } from '../store/codes.ts';
import { fundById, policyOn } from '../store/funds.ts';
import { ledgerOf } from '../store/ledger.ts';
import { lettersOf } from '../store/letters.ts';
import {
  answerPlace,
  closeSlipsPlace,
  followAnswerPlace,
  followCloseSlipsPlace,
  followLetterPlace,
  followPrintSlipPlace,
  followSheetPlace,
  followWithdrawPlace,
  letterPlace,
  printSlipPlace,
  sheetPlace,
  withdrawPlace,
} from '../urls.ts';
import type { ApplicantPart } from '../views/applicant-part.tsx';
import type { CaseProps } from '../views/case.tsx';
import { workProps } from './work-props.ts';

/** What the holder of the code may: their own case, and nothing of how it is weighed. */
const BY_CODE: May = {
  see: true,
  seeContact: true,
  seeDeliberation: false,
  edit: true,
  attend: false,
  decide: false,
  standAside: false,
  withdraw: true,
};

/** One case with all that its page shows; a fixed number of questions. `code`: followed by its link. */
export async function caseProps(
  { tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>,
  application: Application,
  code: string | null = null,
  place?: Place,
): Promise<CaseProps> {
  const { id } = application;
  const { fund, policy } = place ?? (await placeOf(tx, application));
  const may = code === null ? mayWith(actor, fund, policy, application, tx.today) : BY_CODE;
  const weighs = may.attend || may.decide || may.seeDeliberation;
  const seen = [
    ...application.recommendations.map((one) => one.by),
    ...[...application.recusals, ...application.namings].map((one) => one.personId),
    ...application.takeOvers.map((one) => one.toPersonId),
  ];
  const people = [...new Set(seen)].map((one) => ({ kind: 'person' as const, id: one }));
  // None needs another's answer: they travel together.
  const [ledger, shown, places, work, mine] = await Promise.all([
    policy && weighs ? ledgerOf(tx, policy.periodId) : null,
    displayNames(tx, people, language),
    departments(tx),
    code === null ? workProps({ tx, actor }, { application, policy, may, language }) : null,
    may.withdraw ? applicantPart(tx, application, { code, staff: may.attend }) : null,
  ]);
  const available = ledger && availableOf(ledger);
  const names = new Map<string, string>([
    ...[...shown].map(([key, name]) => [key.slice(key.indexOf(':') + 1), name] as const),
    ...places.map((one) => [one.id, one.name] as const),
  ]);
  const personId = personIdOf(actor);
  const answers = code !== null || may.edit;
  return {
    language,
    application,
    reference: application.submission ? referenceOf(fund, application.submission.number) : null,
    status: statusOf(application, tx.today),
    findings: policy ? policyFindings(application, policy, tx.today, { available }) : [],
    may,
    aside: personId !== null && code === null && !may.withdraw && isRecused(application, personId),
    available,
    names,
    places: {
      answer: answers
        ? (question) => (code === null ? answerPlace({ id, question }) : followAnswerPlace({ code, question }))
        : null,
      withdraw: code === null ? withdrawPlace({ id }) : followWithdrawPlace({ code }),
    },
    work,
    mine,
  };
}

/** Where a case lies: its fund, and the policy of today. */
interface Place {
  readonly fund: Fund;
  readonly policy: Policy | null;
}

export async function placeOf(tx: TenantDb, { id, fundId }: Pick<Application, 'id' | 'fundId'>): Promise<Place> {
  const [fund, policy] = await Promise.all([fundById(tx, fundId), policyOn(tx, fundId, tx.today)]);
  if (!fund) throw new Error(`Cannot show application ${id}: its fund is gone`);
  return { fund, policy };
}

/** What the applicant follows, reads and prints, by account or by link. */
async function applicantPart(
  tx: TenantDb,
  application: Application,
  reader: { readonly code: string | null; readonly staff: boolean },
): Promise<ApplicantPart> {
  const { id } = application;
  const { code } = reader;
  const left = leftFor(application);
  const [track, letters, out] = await Promise.all([
    followCase(tx, application),
    lettersOf(tx, id),
    left ? countSlips(tx, id) : 0,
  ]);
  return {
    track,
    sheetHref: code === null ? sheetPlace({ id }) : followSheetPlace({ code }),
    letters: {
      letters,
      place: (letter) => (code === null ? letterPlace({ id, letter }) : followLetterPlace({ code, letter })),
      staff: reader.staff,
    },
    slip: !left
      ? null
      : {
          print: code === null ? printSlipPlace({ id }) : followPrintSlipPlace({ code }),
          close: code === null ? closeSlipsPlace({ id }) : followCloseSlipsPlace({ code }),
          out,
        },
  };
}
