import { createHash, createHmac } from 'node:crypto';
import { panelByDigits, panelBySeed } from './choose.ts';
import type { Draw } from './draw.ts';
import { type DrawRequest, partsOf, type Quota } from './pool.ts';
import { type PageText, proofPage } from './proof-page.ts';

/** What a proof is made of, beside the draw. */
export interface ProofInput {
  readonly request: DrawRequest;
  readonly draw: Pick<
    Draw,
    | 'optimal'
    | 'gap'
    | 'minProbability'
    | 'levels'
    | 'giniCoefficient'
    | 'geometricMean'
    | 'probabilities'
    | 'panels'
    | 'certificate'
  >;
  /** SHA-256 of the files that the pool and the quotas were read from, in hex. */
  readonly poolHash: string;
  readonly quotasHash: string;
  /** How the files were read, so that whoever checks can read them alike. */
  readonly reading: { readonly id: string | null; readonly household: string | null };
  readonly versions: Readonly<Record<string, string>>;
  readonly text: PageText;
  /** Null: the list is published, and nothing is drawn yet. */
  readonly drawn: Drawn | null;
}

export type Drawn = { readonly by: 'seed' } | { readonly by: 'digits'; readonly digits: string };

/** The text of each file, by its name. `answers.csv` is for those who check, and not to be published. */
export type ProofFiles = Readonly<Record<string, string>>;

export interface ProofHead {
  readonly format: 'grobund-draw/1';
  readonly algorithm: DrawRequest['algorithm'];
  readonly seats: number;
  readonly seed: string;
  readonly panels: number;
  readonly people: number;
  readonly optimal: boolean;
  readonly gap: number | null;
  readonly minProbability: number;
  readonly levels: readonly number[];
  readonly giniCoefficient: number;
  readonly geometricMean: number;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  readonly pool: string;
  readonly quotas: string;
  readonly reading: ProofInput['reading'];
  readonly versions: Readonly<Record<string, string>>;
  /** SHA-256 of each file. The one of `panels.csv` is what is read aloud before the draw. */
  readonly files: Readonly<Record<string, string>>;
  /** Of all above. */
  readonly hash: string;
}

export const FORMAT = 'grobund-draw/1';
/** Files that a proof can do without: the first is kept from the public, the second is there when something is drawn. */
export const ANSWERS = 'answers.csv';
export const DRAWN = 'drawn.json';

/** The files of a proof. The same input gives the same bytes. */
export function writeProof(input: ProofInput): ProofFiles {
  const { request, draw, poolHash, reading, drawn } = input;
  const codes = codesOf(request, poolHash);
  const people = peopleFile(request, draw, codes);
  const panels = panelsFile(draw.panels, codes);
  const listHash = sha256(panels);
  const listed: Record<string, string> = {
    'panels.csv': panels,
    'people.csv': people,
    'quotas.csv': quotasFile(request.quotas),
    'certificate.json': json(draw.certificate),
    [ANSWERS]: answersFile(request, codes),
    'index.html': proofPage({
      panels,
      people,
      quotas: request.quotas,
      seats: request.seats,
      hash: listHash,
      text: input.text,
    }),
  };
  const head: Omit<ProofHead, 'hash'> = {
    format: FORMAT,
    algorithm: request.algorithm,
    seats: request.seats,
    seed: request.seed,
    panels: draw.panels.length,
    people: request.pool.length,
    optimal: draw.optimal,
    gap: draw.gap,
    minProbability: draw.minProbability,
    levels: draw.levels,
    giniCoefficient: draw.giniCoefficient,
    geometricMean: draw.geometricMean,
    include: request.include.map((id) => codes.get(id) as string),
    exclude: request.exclude.map((id) => codes.get(id) as string),
    pool: poolHash,
    quotas: input.quotasHash,
    reading,
    versions: input.versions,
    files: Object.fromEntries(Object.entries(listed).map(([name, text]) => [name, sha256(text)])),
  };
  const proof = headFile(head);
  return {
    ...listed,
    'proof.json': proof,
    ...(drawn ? { [DRAWN]: drawnFile(drawn, request.seed, panels, sha256(proof)) } : {}),
  };
}

/**
 * A code for each person, by id: what stands in the published list, and on the person's receipt. It cannot be found without the
 * pool, and is another in another pool or with another seed.
 */
export function codesOf(request: Pick<DrawRequest, 'pool' | 'seed'>, poolHash: string): Map<string, string> {
  for (let length = 8; ; length += 4) {
    const codes = new Map(
      request.pool.map(({ id }) => [id, codeOf(id, `${poolHash}\n${request.seed}`, length)] as const),
    );
    if (new Set(codes.values()).size === request.pool.length) return codes;
  }
}

/** Letters and digits that nobody takes for each other. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

function codeOf(id: string, key: string, length: number): string {
  const bytes = createHmac('sha256', key).update(id).digest();
  const letters = Array.from({ length }, (_, at) => ALPHABET[(bytes[at] as number) % 32]);
  return (letters.join('').match(/.{4}/g) as string[]).join('-');
}

/** The list as it is published: a number, and the codes of one panel in order of the alphabet, so that no place says who it is. */
export function panelsFile(panels: Draw['panels'], codes: ReadonlyMap<string, string>): string {
  const width = String(panels.length - 1).length;
  const lines = panels.map(
    (ids, at) =>
      `${String(at).padStart(width, '0')},${ids
        .map((id) => codes.get(id) ?? '')
        .sort()
        .join(' ')}`,
  );
  return `panel,codes\n${lines.join('\n')}\n`;
}

/** Each code with its chance in the exact lottery, and how many panels of the list it is in. */
export function peopleFile(
  request: DrawRequest,
  draw: Pick<Draw, 'panels' | 'probabilities'>,
  codes: ReadonlyMap<string, string>,
): string {
  const times = new Map<string, number>();
  for (const id of draw.panels.flat()) times.set(id, (times.get(id) ?? 0) + 1);
  const lines = request.pool.map(
    ({ id }) => `${codes.get(id)},${(draw.probabilities[id] as number).toFixed(9)},${times.get(id) ?? 0}`,
  );
  return `code,chance,panels\n${lines.sort().join('\n')}\n`;
}

export function quotasFile(quotas: readonly Quota[]): string {
  return `feature,value,min,max\n${quotas.map(({ feature, value, min, max }) => `${[feature, value].map(cell).join(',')},${min},${max}\n`).join('')}`;
}

/** What the quotas ask about, for each code. */
export function answersFile(request: DrawRequest, codes: ReadonlyMap<string, string>): string {
  const features = [...new Set(request.quotas.flatMap((quota) => partsOf(quota).map(([feature]) => feature)))];
  const lines = request.pool.map(({ id, values }) =>
    [codes.get(id) as string, ...features.map((feature) => values[feature] ?? '')].map(cell).join(','),
  );
  return `${['code', ...features].map(cell).join(',')}\n${lines.sort().join('\n')}\n`;
}

export function headFile(head: Omit<ProofHead, 'hash'>): string {
  return json({ ...head, hash: sha256(json(head)) });
}

/** Throws when the digits name no panel. */
export function drawnFile(drawn: Drawn, seed: string, panels: string, proofHash: string): string {
  const lines = panels.trimEnd().split('\n').slice(1);
  const number =
    drawn.by === 'seed' ? panelBySeed(seed, sha256(panels), lines.length) : panelByDigits(drawn.digits, lines.length);
  if (number === null)
    throw new Error(`Cannot draw with ${JSON.stringify(drawn)}: ${lines.length} panels are on the list`);
  return json({
    ...drawn,
    panel: number,
    people: (lines[number] as string).split(',')[1]?.split(' '),
    proof: proofHash,
  });
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}

export function json(value: unknown): string {
  return `${JSON.stringify(value, null, 1)}\n`;
}

/** What a spreadsheet would calculate has an apostrophe before it, and so has what begins with one: all can be read back. */
function cell(words: string): string {
  const text = /^['=+\-@\t\r]/.test(words) ? `'${words}` : words;
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
