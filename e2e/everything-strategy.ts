import type { Visit } from './accessibility.ts';
import type { As } from './town.ts';

const SIGNE = 'Signe Højlund';
const KAREN = 'Karen Mose';

/** The strategy with its plans and metrics, the draft of the next, the evaluation, the year wheel, and every figure. */
export async function strategyPages(as: As): Promise<Visit[]> {
  const found = await as(KAREN, async (tx) => {
    const versions = await tx.sql.selectFrom('strategy_version').select('id').orderBy('number').execute();
    const areas = await tx.sql.selectFrom('strategy_area').select('id').orderBy('id').execute();
    const plans = await tx.sql.selectFrom('strategy_plan').select('id').orderBy('id').execute();
    const metrics = await tx.sql.selectFrom('strategy_metric').select('id').orderBy('id').execute();
    return {
      approved: versions[0]?.id,
      draft: versions.at(-1)?.id,
      area: areas[0]?.id,
      plan: plans[0]?.id,
      metrics: metrics.map(({ id }) => id),
    };
  });
  const visits = (who: string | null, ...urls: string[]) => urls.map((url): Visit => ({ url, as: who }));
  const [typed, fed] = found.metrics.map((id) => `/strategi/maalepunkt/${id}`);
  return [
    ...visits(
      null,
      '/strategi',
      `/strategi/udgave/${found.approved}`,
      `/strategi/handleplan/${found.plan}`,
      `${typed}`,
    ),
    ...visits(KAREN, '/strategi', `/strategi/udkast/${found.draft}`, `/strategi/udkast/${found.draft}/godkend`),
    ...visits(KAREN, `/strategi/indsats/${found.area}/handleplan`, `/strategi/indsats/${found.area}/maalepunkt`),
    ...visits(KAREN, `/strategi/handleplan/${found.plan}`, `/strategi/handleplan/${found.plan}/ret`),
    ...visits(KAREN, '/strategi/maalinger', '/strategi/aarshjul', '/strategi/evaluering/2025', '/strategi/nyt-udkast'),
    {
      url: '/strategi/maalinger',
      as: KAREN,
      fill: { file: 'Målepunkt;Periode;Værdi\nRestaffald, kg pr. husstand;2025;470\nFlagermus;2025;3\n' },
    },
    ...visits(SIGNE, `${typed}`, `${fed}`, `${typed}/ny-definition`, '/tal', '/tal/bag/initiativer-holdt'),
  ];
}

/** Files: read in src/modules/measure/strategy/strategy.test.ts. */
export const STRATEGY_SKIP: Readonly<Record<string, string>> = {
  'GET /strategi/udgave/:version/pdf': 'a PDF',
};
