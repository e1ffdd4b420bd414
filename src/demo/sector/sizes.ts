/** A kind of house in the sector: so many times the demo story's 440 homes, and its share of all organisations. */
export interface HouseSize {
  readonly factor: number;
  /** Of a thousand organisations. */
  readonly share: number;
}

/** Most organisations are small and a few are large, as in the country: 500 of them have 600,000 homes. */
const SIZES: readonly HouseSize[] = [
  { factor: 1, share: 490 },
  { factor: 2, share: 260 },
  { factor: 4, share: 180 },
  { factor: 10, share: 60 },
  { factor: 40, share: 10 },
];

/** One house to be made. */
export interface PlannedHouse {
  /** Its number in the sector, from 1: names it, and stands in its ids. */
  readonly number: number;
  readonly slug: string;
  readonly factor: number;
}

/** The houses of a sector with so many organisations, the largest first; at least one of each size from ten on. */
export function planSector(organisations: number): readonly PlannedHouse[] {
  const counts = SIZES.map(({ share }) => Math.round((share * organisations) / 1000));
  if (organisations >= 10) for (const [at, count] of counts.entries()) counts[at] = Math.max(1, count);
  // What rounding has left over or lacks is a matter of small houses.
  counts[0] = Math.max(0, (counts[0] ?? 0) + organisations - counts.reduce((sum, count) => sum + count, 0));
  const factors = SIZES.flatMap(({ factor }, at) => Array<number>(counts[at] ?? 0).fill(factor));
  return factors
    .slice(0, organisations)
    .toReversed()
    .map((factor, at) => ({ number: at + 1, slug: slugOf(at + 1, factor), factor }));
}

/** `sektor-017-x4`: the seventeenth house, four times the story. */
function slugOf(number: number, factor: number): string {
  return `sektor-${String(number).padStart(3, '0')}-x${factor}`;
}
