import type { Html } from '#jsx/jsx-runtime';
import type { Id } from '../../../../kernel/id.ts';
import type { Visit } from '../../../../platform/web/web.ts';
import { fundById, fundsOf, mayHandle } from '../../fund/public.ts';
import { mayEnd, mayReadStatus } from '../access.ts';
import { endingCase, peopleOf } from '../store/cases.ts';
import { feedbackOf, waiverOf } from '../store/feedback.ts';
import { photosOf } from '../store/photos.ts';
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
  application: { readonly id: Id<'fund_application'>; readonly fundId: Id<'fund'> },
): Promise<Html | null> {
  const one = await endingCase(tx, application.id);
  if (one?.decided !== 'commit' || !one.startsOn || one.startsOn > tx.today) return null;
  const fund = await fundById(tx, application.fundId);
  const may = mayEnd(actor, await peopleOf(tx, one.id), fund !== null && mayHandle(actor, fund));
  const photos = await photosOf(tx, one.id);
  return Section({
    language,
    one,
    may,
    today: tx.today,
    feedback: await feedbackOf(tx, one.id),
    waiver: await waiverOf(tx, one.id),
    photos: may.tell ? photos : photos.filter((photo) => photo.shown),
  });
}
