/** Why somebody travels: to go where they are known, or to show that they are known there. */
export const WAYS = ['skift', 'knyt'] as const;
export type Way = (typeof WAYS)[number];

export function readWay(text: string | null): Way | null {
  return WAYS.find((way) => way === text) ?? null;
}

/** A code to switch by holds a minute; one to be tied by long enough to sign in on the other side. */
export const MINUTES: Readonly<Record<Way, number>> = { skift: 1, knyt: 15 };

/** The hash of a browser's secret, as it stands in an address. Null when it is none. */
export function readTrace(text: string | null): string | null {
  return text !== null && /^[\w-]{43}$/.test(text) ? text : null;
}

/** Another house in which a person is known, as they see it. */
export interface Tie {
  readonly slug: string;
  readonly name: string;
  /** False: asked for, and not yet answered there. */
  readonly tied: boolean;
}
