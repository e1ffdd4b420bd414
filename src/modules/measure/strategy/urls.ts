import { path } from '../../../platform/web/path.ts';

/** The strategy that is in force, with how far it is. `?udkast=ja`: the draft's plans and metrics, for those who write it. */
export const strategyPlace = path('/strategi');
export const newVersionPlace = path('/strategi/nyt-udkast');
export const draftPlace = path('/strategi/udkast/:version');
export const newAreaPlace = path('/strategi/udkast/:version/indsats');
export const areaPlace = path('/strategi/udkast/:version/indsats/:area');
export const approvePlace = path('/strategi/udkast/:version/godkend');
/** What the board decided, word for word. */
export const editionPlace = path('/strategi/udgave/:version');
export const editionFilePlace = path('/strategi/udgave/:version/pdf');

export const newPlanPlace = path('/strategi/indsats/:area/handleplan');
export const planPlace = path('/strategi/handleplan/:plan');
export const editPlanPlace = path('/strategi/handleplan/:plan/ret');
export const planStatePlace = path('/strategi/handleplan/:plan/status');
export const planLinkPlace = path('/strategi/handleplan/:plan/kobling');

export const newMetricPlace = path('/strategi/indsats/:area/maalepunkt');
export const metricPlace = path('/strategi/maalepunkt/:metric');
export const measurePlace = path('/strategi/maalepunkt/:metric/maal');
export const redefinePlace = path('/strategi/maalepunkt/:metric/ny-definition');
export const retirePlace = path('/strategi/maalepunkt/:metric/stop');

/** Measurements from a file. */
export const importPlace = path('/strategi/maalinger');
export const takeInPlace = path('/strategi/maalinger/gem');

export const evaluationPlace = path('/strategi/evaluering/:year');
export const evaluateAreaPlace = path('/strategi/evaluering/:year/:area');
export const approveEvaluationPlace = path('/strategi/evaluering/:year/godkend');

export const wheelPlace = path('/strategi/aarshjul');
export const removeWheelPlace = path('/strategi/aarshjul/:item/fjern');
