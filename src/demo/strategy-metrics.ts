import { day } from '../kernel/day.ts';
import type { verbs } from '../modules/measure/strategy/seed.ts';
import type { Stage } from './tell.ts';

type NewMetric = Parameters<typeof verbs.addMetric>[1];

/** From the two years before the strategy, so that there is something to compare with. */
export function metricsOf(
  year: number,
  stage: Stage,
  areaOf: (key: string) => NewMetric['areaId'],
): readonly (readonly [key: string, metric: NewMetric])[] {
  const typed = { figure: null, people: false, from: day(`${year - 2}-01-01`) } as const;
  const fed = { from: day(`${year - 1}-01-01`), people: false, ownerId: stage.person('signe') } as const;
  const goals = (from: number, to: number) => ({
    baseline: { hundredths: from * 100, year: year - 3 },
    target: { hundredths: to * 100, year: year + 3 },
  });
  return [
    [
      'naboer',
      {
        ...typed,
        areaId: areaOf('mennesker'),
        unit: 'share',
        people: true,
        frequency: 'year',
        ownerId: stage.person('signe'),
        first: {
          name: 'Kender mindst tre naboer ved navn',
          definition: 'Andel af dem, der svarede i beboerundersøgelsen.',
          better: 'up',
          ...goals(41, 60),
        },
      },
    ],
    [
      'holdt',
      {
        ...fed,
        areaId: areaOf('mennesker'),
        figure: 'initiatives_held',
        unit: 'number',
        frequency: 'half',
        first: {
          name: 'Initiativer, der blev til noget',
          definition: 'Grobund tæller dem, der blev holdt i halvåret.',
          better: 'up',
          baseline: null,
          target: null,
        },
      },
    ],
    [
      'affald',
      {
        ...typed,
        areaId: areaOf('groent'),
        unit: 'number',
        frequency: 'year',
        ownerId: stage.person('karen'),
        first: {
          name: 'Restaffald, kg pr. husstand',
          definition: 'Vejet af affaldsselskabet og delt med antallet af husstande.',
          better: 'down',
          ...goals(520, 420),
        },
      },
    ],
    [
      'varme',
      {
        ...typed,
        areaId: areaOf('groent'),
        unit: 'number',
        frequency: 'half',
        ownerId: stage.person('karen'),
        from: day(`${year - 1}-01-01`),
        first: {
          name: 'Varme, kWh pr. kvadratmeter',
          definition: 'Aflæst af driften for alle afdelinger.',
          better: 'down',
          baseline: null,
          target: null,
        },
      },
    ],
    [
      'begyndt',
      {
        ...fed,
        areaId: areaOf('beslut'),
        figure: 'ideas_answer_days',
        unit: 'days',
        frequency: 'half',
        first: {
          name: 'Dage, til en idé får svar',
          definition: 'Grobund finder den midterste ventetid i halvåret.',
          better: 'down',
          baseline: null,
          target: null,
        },
      },
    ],
  ];
}
