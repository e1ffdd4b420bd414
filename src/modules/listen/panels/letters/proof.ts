import type { DrawRequest } from '../../../../engines/sortition/pool.ts';
import { answersFile, panelsFile, peopleFile, quotasFile, sha256 } from '../../../../engines/sortition/proof.ts';
import { proofPage } from '../../../../engines/sortition/proof-page.ts';
import { PROOF_TEXT } from '../../../../engines/sortition/proof-text.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Packed } from '../../../../platform/files/zip.ts';
import type { DrawRow } from '../rules/draw.ts';
import { writeLot } from '../rules/people.ts';
import { type Cell, inCell } from '../rules/profile.ts';
import { type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { lettersText } from '../text/letters.ts';

interface Reader {
  readonly language: Language;
  readonly departments: DepartmentNames;
  /** With everybody's groups by lot, for those who check every bound: never to be published. */
  readonly answers: boolean;
}

/**
 * What is published of a draw: the numbered list by lots, each lot's chance, the bounds in words, and a page that anybody can
 * open on a machine of their own. The fingerprint of `panels.csv` is the one that was shown beforehand.
 */
export function proofFiles(draw: DrawRow, { language, departments, answers }: Reader): readonly Packed[] {
  const { result } = draw;
  if (!result) return [];
  const lots = new Map(draw.pool.map(({ lot }) => [lot, writeLot(lot)]));
  const request = inWords(draw, language, departments);
  const named = result.panels.map((panel) => panel.map((place) => draw.pool[place]?.lot ?? ''));
  const probabilities = Object.fromEntries(draw.pool.map(({ lot }, place) => [lot, result.chances[place] ?? 0]));
  const panels = panelsFile(named, lots);
  const people = peopleFile(request, { panels: named, probabilities }, lots);
  const words = lettersText(language).proof;
  const text = { ...PROOF_TEXT[language], ...words.page };
  const page = proofPage({ panels, people, quotas: request.quotas, seats: draw.seats, hash: sha256(panels), text });
  const files: Readonly<Record<string, string>> = {
    'index.html': page,
    'panels.csv': panels,
    'people.csv': people,
    'quotas.csv': quotasFile(request.quotas),
    'certificate.json': `${JSON.stringify(result.certificate, null, 1)}\n`,
    [words.readMe]: words.explained(sha256(panels), draw.seed, draw.number),
    ...(answers ? { 'answers.csv': answersFile(request, lots) } : {}),
  };
  return Object.entries(files).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
}

/** The draw as it was asked for, with groups as people read them. */
function inWords(draw: DrawRow, language: Language, departments: DepartmentNames): DrawRequest {
  const feature = (cell: Cell): string => groupsText(language).features[cell.feature];
  const value = (cell: Cell): string => groupName(language, cell, departments);
  return {
    pool: draw.pool.map(({ lot, traits, home }) => ({
      id: lot,
      values: Object.fromEntries(
        draw.quotas.filter((cell) => inCell(cell, traits)).map((cell) => [feature(cell), value(cell)]),
      ),
      household: String(home),
    })),
    quotas: draw.quotas.map((cell) => ({
      feature: feature(cell),
      value: value(cell),
      min: cell.fewest,
      max: cell.most,
    })),
    seats: draw.seats,
    algorithm: draw.algorithm,
    seed: draw.seed,
    panels: draw.panels,
    include: [],
    exclude: [],
    timeLimitMs: 0,
  };
}
