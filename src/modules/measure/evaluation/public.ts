import type { Web } from '../../../platform/web/web.ts';
import { answeringRoutes } from './routes/answering.tsx';
import { roomRoutes } from './routes/room.tsx';

export { evaluationFigures } from './figures.ts';
export { evaluationHoldings } from './holdings.ts';
export { evaluationJobs } from './jobs.ts';
export { evaluationJournal } from './journal.ts';
export { evaluationResources } from './resources.ts';
export {
  evaluationBesideEvent,
  evaluationBesideInitiative,
  evaluationOnEvent,
  evaluationOnList,
} from './routes/beside.tsx';
export { JOBS as EVALUATION_JOBS } from './rules/evaluation.ts';

/** Three questions to those who were there, and what they answered. */
export function evaluationRoutes(web: Web): void {
  answeringRoutes(web);
  roomRoutes(web);
}
