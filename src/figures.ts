import { eventsFigures } from './modules/act/events/public.ts';
import { tasksFigures } from './modules/act/tasks/public.ts';
import { resultsFigures } from './modules/decide/results/public.ts';
import { housingFigures } from './modules/housing/public.ts';
import { initiativesFigures } from './modules/initiatives/public.ts';
import { catalogueFigures } from './modules/inspire/catalogue/public.ts';
import { storiesFigures } from './modules/inspire/stories/public.ts';
import { panelsFigures } from './modules/listen/panels/public.ts';
import { workshopsFigures } from './modules/listen/workshops/public.ts';
import { evaluationFigures } from './modules/measure/evaluation/public.ts';
import { strategyFigures } from './modules/measure/strategy/public.ts';
import type { Figure } from './platform/figures/figures.ts';

/** All that Grobund can count by itself, in the order it is shown in each room. */
export const FIGURES: readonly Figure[] = [
  ...initiativesFigures,
  ...eventsFigures,
  ...tasksFigures,
  ...resultsFigures,
  ...catalogueFigures,
  ...storiesFigures,
  ...workshopsFigures,
  ...panelsFigures,
  ...housingFigures,
  ...evaluationFigures,
  ...strategyFigures,
];
