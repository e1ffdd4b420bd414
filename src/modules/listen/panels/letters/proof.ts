import { type DrawRequest, TIMES } from '../../../../engines/sortition/pool.ts';
import { answersFile, panelsFile, peopleFile, quotasFile, sha256 } from '../../../../engines/sortition/proof.ts';
import { proofPage } from '../../../../engines/sortition/proof-page.ts';
import { PROOF_TEXT } from '../../../../engines/sortition/proof-text.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Packed } from '../../../../platform/files/zip.ts';
import { answersGone, boundsAreOpen, type DrawRow, partsOf } from '../rules/draw.ts';
import { writeLot } from '../rules/people.ts';
import { type Cell, inCell, plainCells } from '../rules/profile.ts';
import { reservesOf } from '../rules/reserves.ts';
import { type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { keptText } from '../text/kept.ts';
import { lettersText } from '../text/letters.ts';

interface Reader {
  readonly language: Language;
  readonly departments: DepartmentNames;
  /** With everybody's groups by lot, for those who check every bound: never to be published, and until any are deleted. */
  readonly answers: boolean;
  /** Reserves that have been offered a seat. */
  readonly called: readonly { readonly lot: string; readonly place: number }[];
  /** The group is over: the order of the reserves is no secret any more. */
  readonly over: boolean;
}

/**
 * What is published of a draw: the numbered list by lots, each lot's chance, the bounds in words, and a page that anybody can
 * open on a machine of their own. The fingerprint of `panels.csv` is the one that was shown beforehand.
 */
export function proofFiles(draw: DrawRow, reader: Reader): readonly Packed[] {
  const { language, departments } = reader;
  const answers = reader.answers && !answersGone(draw);
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
  const quotas = reader.answers || boundsAreOpen(draw) ? request.quotas : [];
  const page = proofPage({ panels, people, quotas, seats: draw.seats, hash: sha256(panels), text });
  const files: Readonly<Record<string, string>> = {
    'index.html': page,
    'panels.csv': panels,
    'people.csv': people,
    ...(quotas.length > 0 ? { 'quotas.csv': quotasFile(quotas) } : {}),
    'certificate.json': `${JSON.stringify(result.certificate, null, 1)}\n`,
    ...(draw.number === null ? {} : { 'reserves.csv': reservesFile(draw, reader) }),
    [words.readMe]: explained(draw, sha256(panels), reader),
    ...(answers ? { 'answers.csv': answersFile(request, lots) } : {}),
  };
  return Object.entries(files).map(([name, content]) => ({ name, bytes: new TextEncoder().encode(content) }));
}

/** Who was called, by place; everybody's place when the group is over. */
function reservesFile(draw: DrawRow, { called, over }: Reader): string {
  const known = over ? reservesOf(draw, sha256).map(({ lot }, at) => ({ lot, place: at + 1 })) : called;
  return `place,code\n${known.map(({ lot, place }) => `${place},${writeLot(lot)}\n`).join('')}`;
}

function explained(draw: DrawRow, hash: string, { language, answers, over }: Reader): string {
  const words = lettersText(language).proof;
  const { reserveKey } = draw;
  return [
    words.explained(hash, draw.seed, draw.number),
    ...(draw.presses.length > 0 ? [words.presses(draw.presses.map(({ nonce }) => nonce))] : []),
    ...(draw.number !== null && draw.throws.length > 0 ? [words.dice] : []),
    ...(reserveKey ? [words.reserves(sha256(reserveKey)), ...(over ? [words.reserveKey(reserveKey)] : [])] : []),
    ...(answers && answersGone(draw) ? [`\n${keptText(language).proofGone}`] : []),
    '',
  ].join('\n');
}

/** The draw as it was asked for, with groups as people read them. */
function inWords(draw: DrawRow, language: Language, departments: DepartmentNames): DrawRequest {
  // The engine's own sign between the parts of a combination stands in no name.
  const plain = (name: string): string => name.replaceAll(TIMES, 'x');
  const feature = (cell: Cell): string =>
    partsOf(cell)
      .map((part) => groupsText(language).features[part.feature])
      .join(TIMES);
  const value = (cell: Cell): string =>
    partsOf(cell)
      .map((part) => plain(groupName(language, part, departments)))
      .join(TIMES);
  return {
    pool: draw.pool.map(({ lot, traits, home }) => ({
      id: lot,
      values: Object.fromEntries(
        plainCells(draw.quotas)
          .filter((cell) => inCell(cell, traits))
          .map((cell) => [feature(cell), value(cell)]),
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
