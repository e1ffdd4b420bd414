import { eventsResources } from './modules/act/events/public.ts';
import type { ConnectionsParts } from './modules/connections/public.ts';
import { fundMeetingDates, fundResources, meetingHref } from './modules/decide/fund/public.ts';
import { invoicesResources } from './modules/decide/invoices/public.ts';
import { paymentsResources } from './modules/decide/payments/public.ts';
import { resultsResources, resultsRssPlace } from './modules/decide/results/public.ts';
import { housingResources } from './modules/housing/public.ts';
import { initiativesResources } from './modules/initiatives/public.ts';
import { catalogueResources } from './modules/inspire/catalogue/public.ts';
import { storiesResources } from './modules/inspire/stories/public.ts';
import { evaluationResources } from './modules/measure/evaluation/public.ts';
import { wheelDates, wheelPlace } from './modules/measure/strategy/public.ts';
import { THREAD_TONGUE, TURN_TONGUE } from './tellings.ts';

/** What the modules show to other systems, and put into people's own calendars. */
export const CONNECTIONS: Omit<ConnectionsParts, 'loopbackToo'> = {
  resources: [
    ...initiativesResources,
    ...catalogueResources,
    ...storiesResources,
    ...eventsResources,
    ...housingResources,
    ...fundResources,
    ...invoicesResources,
    ...paymentsResources,
    ...resultsResources,
    ...evaluationResources,
  ],
  kinds: THREAD_TONGUE.kinds,
  tongue: TURN_TONGUE,
  async dates(tx, since) {
    const meetings = await fundMeetingDates(tx, since);
    const ofFunds = meetings.map((one) => ({
      kind: 'fund-meeting',
      id: one.id,
      on: one.on,
      about: one.fundName,
      path: meetingHref(one),
    }));
    const ofBoard = (await wheelDates(tx, since)).map((one) => ({ ...one, about: '', path: wheelPlace({}) }));
    return [...ofFunds, ...ofBoard];
  },
  fundNews: resultsRssPlace({}),
};
