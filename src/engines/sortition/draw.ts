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
  /** How much higher the first chance without proof could be (Nash: the geometric mean, as a share of it); null where nothing is measured. */
  readonly gap: number | null;
  /** The smallest chance among those who are in some feasible panel. */
  readonly minProbability: number;
  /** The different chances of those who can be drawn, smallest first. */
  readonly levels: readonly number[];
  /** Ids of those who are in no panel that keeps the rules; the excluded are not among them. */
  readonly unreachable: readonly string[];
  /** Of all who are not excluded. 0: all have the same chance. */
  readonly giniCoefficient: number;
  /** Of those in play; who cannot be drawn counts as 1e-12. */
  readonly geometricMean: number;
  /** The chance of each person in the pool, by id. People with equal answers and equal households have equal chances. */
  readonly probabilities: Readonly<Record<string, number>>;
  /** The list: panels as ids, in the pool's order. One of them is drawn, each with the same chance; the first has number 0. */
  readonly panels: readonly (readonly string[])[];
  readonly certificate: Certificate;
  /** Of the processor, in the thread's own calculation. */
  readonly cpuMs: number;
}

export type NoDraw =
  /** `relaxations` is the cheapest set of changes that makes a panel possible; empty when changed quotas cannot help. */
  | { readonly kind: 'infeasible'; readonly relaxations: readonly Relaxation[] }
  | { readonly kind: 'cancelled' }
  /** Time was up before one panel was found. */
  | { readonly kind: 'out-of-time' };

export type DrawAnswer = Outcome<Draw, NoDraw>;

/** How far the calculation has come: the step, and the share of it that is done, 0 to 1. */
export interface Progress {
  readonly step: 'reachable' | 'target' | 'panels' | 'levels' | 'list';
  readonly share: number;
}

/** When a calculation must end, and whom it tells how far it is. */
export interface Watch {
  /** Milliseconds that are left. */
  left(): number;
  report(step: Progress['step'], share: number): void;
}

/** What the thread says. */
export type DrawMessage =
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'answer'; readonly answer: DrawAnswer };
