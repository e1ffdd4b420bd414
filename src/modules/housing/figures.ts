import type { Role } from '../../kernel/actor.ts';
import type { Language } from '../../kernel/language.ts';
import type { Figure } from '../../platform/figures/figures.ts';
import { departmentsWith } from './store/counted.ts';
import { departmentPlace } from './urls.ts';

type Said = Readonly<Record<Language, string>>;

/** Which departments have somebody. */
export const housingFigures: readonly Figure[] = [
  share(
    'ambassador',
    'afdelinger-med-ambassadoer',
    { da: 'Afdelinger med en ambassadør', en: 'Departments with an ambassador' },
    {
      da: 'Så stor en del af afdelingerne havde mindst én ambassadør på den sidste dag i perioden.',
      en: 'How many of the departments had at least one ambassador on the last day of the period.',
    },
  ),
  share(
    'board_member',
    'afdelinger-med-bestyrelse',
    { da: 'Afdelinger med en bestyrelse', en: 'Departments with a board' },
    {
      da: 'Så stor en del af afdelingerne havde en afdelingsbestyrelse på den sidste dag i perioden.',
      en: 'How many of the departments had a department board on the last day of the period.',
    },
  ),
];

function share(role: Role, address: string, name: Said, definition: Said): Figure {
  return {
    code: `departments_${role}`,
    address,
    room: 'measure',
    name,
    definition,
    unit: 'share',
    way: 'share',
    better: 'up',
    people: false,
    perDepartment: false,
    atEnd: true,
    async rows(tx, { until }) {
      const found = await departmentsWith(tx, role, until);
      if (found.length === 0) return null;
      return found.map(({ id, name: title, has }) => ({
        id,
        on: until,
        title,
        path: departmentPlace({ id }),
        departmentIds: [id],
        value: has ? 1 : 0,
        of: 1,
      }));
    },
  };
}
