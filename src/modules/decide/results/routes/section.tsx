import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { TenantDb } from '../../../../platform/db/tenant-db.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { type Fund, fundsOf, mayHandle } from '../../fund/public.ts';
import { mayEnd, mayReadStatus } from '../access.ts';
import type { EndingCase } from '../rules/case.ts';
import { codeWorks, feedbackRefusal } from '../rules/feedback.ts';
import { endingCase, endOf, peopleOf } from '../store/cases.ts';
import { feedbackOf, waiverOf } from '../store/feedback.ts';
import { photosOf } from '../store/photos.ts';
import { endAndDays } from '../store/reminders.ts';
import { byCodePlace, feedbackPlace } from '../urls.ts';
import { AskFollower, AskOnSlip } from '../views/ask.tsx';
import { ResultLinks } from '../views/links.tsx';
import { Section } from '../views/section.tsx';

/** Links under the fund's own page, as its reader may follow them. */
export async function resultsOnFund({ tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>): Promise<Html> {
  const funds = actor.kind === 'person' ? await fundsOf(tx) : [];
  const handles = funds.some((fund) => mayHandle(actor, fund));
  const status = handles || funds.some((fund) => mayReadStatus(actor, fund.organisationId, false));
  return ResultLinks({ language, handles, status });
}

/** How it went, for a reader of the case. Nothing while nothing is promised. */
export async function resultsOnCase(
  { tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>,
  { id, fund }: { readonly id: Id<'fund_application'>; readonly fund: Fund },
): Promise<Html | null> {
  const one = await endingCase(tx, id);
  if (one?.decided !== 'commit' || !one.startsOn || one.startsOn > tx.today) return null;
  const [people, photos, feedback, waiver] = await Promise.all([
    peopleOf(tx, id),
    photosOf(tx, id),
    feedbackOf(tx, id),
    waiverOf(tx, id),
  ]);
  const may = mayEnd(actor, people, mayHandle(actor, fund));
  return Section({
    language,
    one,
    may,
    today: tx.today,
    feedback,
    waiver,
    photos: may.tell ? photos : photos.filter((photo) => photo.shown),
  });
}

/** For who follows their case by its own link: the three questions, from the day it is held until the code ends. */
export async function resultsOnFollowed(
  { tx, language }: Pick<Visit, 'tx' | 'language'>,
  application: { readonly id: Id<'fund_application'> },
  code: string,
): Promise<Html | null> {
  const one = await askedNow(tx, application.id);
  return one && AskFollower({ language, href: byCodePlace({ code }), told: one.feedback });
}

/** On the slip: only where to go, since the shop has it too. Signed in, whoever is part of the case goes straight there. */
export async function resultsOnSlip(
  { tx, language, actor }: Pick<Visit, 'tx' | 'language' | 'actor'>,
  application: { readonly id: Id<'fund_application'> },
): Promise<Html | null> {
  const one = await askedNow(tx, application.id);
  if (!one || one.feedback) return null;
  const { tell } = mayEnd(actor, await peopleOf(tx, one.id), false);
  return AskOnSlip({ language, own: tell ? feedbackPlace({ id: one.id }) : null });
}

/** The case, while somebody without an account can tell how it went. */
async function askedNow(tx: TenantDb, id: Id<'fund_application'>): Promise<EndingCase | null> {
  const one = await endingCase(tx, id);
  if (!one || feedbackRefusal(one, await endOf(tx, id), tx.today)) return null;
  const { endedOn, feedbackDays } = await endAndDays(tx, id);
  return codeWorks(endedOn, feedbackDays, tx.today) ? one : null;
}
