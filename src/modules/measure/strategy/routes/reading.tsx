import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderBundle } from '../../../../platform/documents/bundle.ts';
import { renderPdf, typstAvailable } from '../../../../platform/documents/pdf.ts';
import type { Appendix } from '../../../../platform/documents/spec.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { editionOfCounts, keepCounts } from '../../../../platform/figures/kept.ts';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { anyone } from '../../../../platform/web/who.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { catalogueEditionPaper, catalogueEditionPlace } from '../../../inspire/catalogue/public.ts';
import { mayLookInside, mayWrite } from '../access.ts';
import { type Counted, seriesFor } from '../commands/metrics.ts';
import { editionDocument } from '../letters/edition.ts';
import { type Area, draftOf, inForce, type Version } from '../rules/version.ts';
import { metricsOf } from '../store/metrics.ts';
import { plansOf } from '../store/plans.ts';
import { areasOf, contentOf, versions } from '../store/versions.ts';
import { papersText } from '../text/papers.ts';
import { strategyText } from '../text/strategy.ts';
import { editionFilePlace, editionPlace, strategyPlace } from '../urls.ts';
import { type AreaProps, StrategyPage } from '../views/strategy.tsx';
import { EditionPage } from '../views/version.tsx';
import { trailTo, versionIn, type WithVersion } from './seen.ts';

/** What the strategy is given by the app: everything Grobund can count, and where it is shown. */
export interface StrategyParts {
  readonly figures: readonly Figure[];
  readonly dashboard: string;
  /** The rows behind a figure in a period. */
  behind(figure: Figure, period: { readonly from: string; readonly until: string }): string;
}

/** Metrics of all houses, a few kilobytes each at most. */
const MOST_KEPT = 2000;

export function readingRoutes(web: Web, parts: StrategyParts): void {
  const keep = keepCounts<Counted>(MOST_KEPT);
  web.get(strategyPlace, anyone, (visit) => strategyPage(visit, parts, keep));
  web.get(editionPlace, anyone, edition);
  web.get(editionFilePlace, anyone, editionFile, { rate: { times: 30, minutes: 60 } });
}

/** Before the first is approved, those who write see the draft's areas. */
async function strategyPage(visit: Visit, parts: StrategyParts, keep: KeptCounts): Promise<Response> {
  const { tx, actor, language } = visit;
  const all = await versions(tx);
  const [version, draft] = [inForce(all), draftOf(all)];
  const inside = mayLookInside(actor);
  const shown = version ?? (inside ? draft : null);
  const areas = shown ? await areasOf(tx, shown.id) : [];
  return visit.page(
    { title: strategyText(language).title, wide: true },
    StrategyPage({
      language,
      today: tx.today,
      version,
      draft: inside ? draft : null,
      areas: await withAll(visit, parts, keep, areas),
      may: { write: mayWrite(actor), inside },
      dashboard: inside ? parts.dashboard : null,
    }),
  );
}

type KeptCounts = ReturnType<typeof keepCounts<Counted>>;

async function withAll(
  { tx }: Pick<Visit, 'tx'>,
  parts: StrategyParts,
  keep: KeptCounts,
  areas: readonly Area[],
): Promise<readonly AreaProps[]> {
  const ids = areas.map(({ id }) => id);
  const [edition, plans, metrics] = await Promise.all([editionOfCounts(tx), plansOf(tx, ids), metricsOf(tx, ids)]);
  const series = await seriesFor(tx, parts.figures, metrics, ({ id }, count) =>
    keep(`${tx.tenant.id} ${id}`, edition, count),
  );
  return areas.map((area) => ({
    area,
    plans: plans.filter(({ areaId }) => areaId === area.id),
    metrics: metrics
      .filter(({ areaId }) => areaId === area.id)
      .map((metric) => ({ metric, points: series.get(metric.id) ?? [] })),
  }));
}

/** What the board decided. A draft has no edition. */
async function decided(visit: WithVersion) {
  const version = await versionIn(visit);
  const content = (await contentOf(visit.tx, version.id)) ?? missing();
  return { version, content };
}

async function edition(visit: WithVersion): Promise<Response> {
  const { language } = visit;
  const { version, content } = await decided(visit);
  const annex = await annexOf(visit, version);
  return visit.page(
    { title: content.title, trail: trailTo(visit) },
    EditionPage({
      language,
      version,
      content,
      annexHref: annex && catalogueEditionPlace({ edition: annex.id }),
      annexLabel: annex ? papersText(language).annexLink(annex.number) : '',
    }),
  );
}

/** The edition of the catalogue that was the newest when the board decided. */
async function annexOf({ tx, language }: Pick<Visit, 'tx' | 'language'>, { approval }: Version) {
  return approval?.catalogueEditionId ? catalogueEditionPaper(tx, approval.catalogueEditionId, language) : null;
}

const PATIENCE_MS = 20_000;

/** PDF/UA with the catalogue's edition as annex: a file in the file, since pages of another PDF would take its tags away. Where nothing can typeset, the page itself prints well. */
async function editionFile(visit: WithVersion): Promise<Response> {
  const { tx, language } = visit;
  const { version, content } = await decided(visit);
  if (!typstAvailable()) missing();
  const annex = await annexOf(visit, version);
  const words = papersText(language);
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const document = editionDocument(version, content, { language, day: tx.today });
  const paper = annex && (await renderPdf(annex.paper, brand));
  const appendices: Appendix[] = paper?.ok
    ? [
        {
          kind: 'pdf',
          bytes: paper.value,
          title: words.annexLink(annex?.number ?? 0),
          alt: words.annexAlt,
          unshown: words.annexInside,
          attached: true,
        },
      ]
    : [];
  const made = await renderBundle(document, appendices, brand, { each: PATIENCE_MS, left: PATIENCE_MS });
  if (!made.ok) missing();
  return visit.file({
    bytes: made.value.pdf,
    type: 'application/pdf',
    name: `${words.file}-${version.number}.pdf`,
    inline: true,
  });
}
