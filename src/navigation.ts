import { type Actor, holds, isGuest, isStaff } from './kernel/actor.ts';
import type { Language } from './kernel/language.ts';
import { eventsPlace } from './modules/act/events/public.ts';
import { tasksPlace } from './modules/act/tasks/public.ts';
import { fundsPlace } from './modules/decide/fund/public.ts';
import { invoicesPlace } from './modules/decide/invoices/public.ts';
import { paymentsPlace } from './modules/decide/payments/public.ts';
import { officePlace, searchPlace } from './modules/front/public.ts';
import { gatheringsPlace } from './modules/gatherings/public.ts';
import { departmentsPlace, peoplePlace } from './modules/housing/public.ts';
import { ideasPlace, initiativesPlace } from './modules/initiatives/public.ts';
import { cataloguePlace } from './modules/inspire/catalogue/public.ts';
import { storiesPlace } from './modules/inspire/stories/public.ts';
import { panelsPlace } from './modules/listen/panels/public.ts';
import { workshopsPlace } from './modules/listen/workshops/public.ts';
import { mayReadReports, reportsPlace } from './modules/measure/reports/public.ts';
import { strategyPlace } from './modules/measure/strategy/public.ts';
import { setupPlace } from './modules/setup/public.ts';
import { navigationText } from './navigation-text.ts';
import type { Navigation, NavigationLink } from './ui/layout.tsx';

/** Where the actor stands, and whether the house is still being set up. */
interface Here {
  readonly actor: Actor;
  readonly language: Language;
  readonly path: string;
  readonly settingUp: boolean;
}

/** The ways that stand in the main menu: first what this person comes for, the rest behind "Mere". A guest's are few. */
export function navigationFor({ actor, language, path, settingUp }: Here): Navigation {
  const words = navigationText(language);
  const link = (href: string, label: string) => ({ href, label, current: path === href });
  const when = (may: boolean, ...links: readonly NavigationLink[]) => (may ? links : []);
  if (isGuest(actor)) {
    return {
      first: [link(gatheringsPlace({}), words.gatherings), link(workshopsPlace({}), words.workshops)],
      more: [],
    };
  }
  const [staff, finance] = [isStaff(actor), holds(actor, 'finance')];
  const bills = link(invoicesPlace({}), words.invoices);
  return {
    first: [
      ...when(settingUp && holds(actor, 'secretariat'), link(setupPlace({}), words.setup)),
      link(initiativesPlace({}), words.initiatives),
      link(eventsPlace({}), words.events),
      link(cataloguePlace({}), words.catalogue),
      link(fundsPlace({}), words.fund),
      ...when(finance, bills),
      ...when(holds(actor, 'finance', 'secretariat'), link(paymentsPlace({}), words.payments)),
      ...when(staff, link(ideasPlace({}), words.ideas), link(peoplePlace({}), words.people)),
      link(searchPlace({}), words.search),
    ],
    more: [
      link(storiesPlace({}), words.stories),
      link(tasksPlace({}), words.tasks),
      link(panelsPlace({}), words.panels),
      link(strategyPlace({}), words.strategy),
      link(departmentsPlace({}), words.departments),
      ...when(staff && !finance, bills),
      ...when(mayReadReports(actor), link(reportsPlace({}), words.report)),
      ...when(staff, link(officePlace({}), words.office)),
    ],
  };
}
