import type { Figure } from '../../../platform/figures/figures.ts';
import { askedOnce, rowsOnce } from '../../../platform/figures/look.ts';
import { anyPlanDueBy, plansDueIn } from './store/plans.ts';
import { planPlace } from './urls.ts';

/** Whether what was planned is done in time. */
export const strategyFigures: readonly Figure[] = [
  {
    code: 'plans_in_time',
    address: 'handleplaner-til-tiden',
    room: 'measure',
    name: { da: 'Handleplaner afsluttet til tiden', en: 'Action plans closed in time' },
    definition: {
      da: 'Så stor en del af de handleplaner, der havde frist i perioden, var færdige eller opgivet på dagen.',
      en: 'How many of the action plans with a deadline in the period were done or given up by the day.',
    },
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: false,
    async rows(tx, span) {
      if (!(await askedOnce(tx, anyPlanDueBy, span.until))) return null;
      return (await rowsOnce(tx, plansDueIn, span)).map(({ id, on, title, inTime }) => ({
        id,
        on,
        title,
        path: planPlace({ plan: id }),
        departmentIds: [],
        value: inTime ? 1 : 0,
        of: 1,
      }));
    },
  },
];
