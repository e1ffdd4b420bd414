import type { Outcome } from '../../kernel/outcome.ts';
import type { Certificate } from './certificate.ts';
import type { DrawRequest } from './pool.ts';
import type { Relaxation } from './relaxations.ts';

/** A list of panels to draw one from, and what it gives each person. */
export interface Draw {
  readonly algorithm: DrawRequest['algorithm'];
  readonly seats: number;
  readonly seed: string;
  /** True only when `certificate` proves that no list can be better by the algorithm's own measure. */
  readonly optimal: boolean;
  /** How much better the measure could be at most, as a chance (Nash: as a share of the geometric mean); null where there is no measure. */
  readonly gap: number | null;
  /** The smallest chance among those who are in some feasible panel. */
  readonly minProbability: number;
  /** The different chances of those who can be drawn, smallest first. */
  readonly levels: readonly number[];
  /** Ids of those who are in no panel that keeps the quotas; the excluded are not among them. */
  readonly unreachable: readonly string[];
  /** Of all who are not excluded. 0: all have the same chance. */
  readonly giniCoefficient: number;
  /** Of those who can be drawn. */
  readonly geometricMean: number;
  /** The chance of each person in the pool, by id. People with equal answers and equal households have equal chances. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** The list: each panel once, as ids. Panel 0 is the first. One is drawn, each with the same chance. */
  readonly panels: readonly (readonly string[])[];
  readonly certificate: Certificate;
  /** Of the processor, without the start of the thread. */
  readonly cpuMs: number;
}

/** `relaxations` is the cheapest set of changes that makes a panel possible; empty when changed quotas cannot help. */
export type NoDraw =
  | { readonly kind: 'infeasible'; readonly relaxations: readonly Relaxation[] }
  | { readonly kind: 'cancelled' }
  /** Time was up before one panel was found. */
  | { readonly kind: 'out-of-time' };

/** How far the calculation has come. */
export interface Progress {
  readonly step: 'reachable' | 'target' | 'panels' | 'levels' | 'list';
  /** From 0 to 1, within the step. */
  readonly share: number;
  /** The chance that everybody reachable has already, and the one that is not yet ruled out; null before there is one. */
  readonly minimum: number | null;
  readonly bound: number | null;
}

export type DrawAnswer = Outcome<Draw, NoDraw>;
