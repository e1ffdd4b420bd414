import { type Actor, isStaff } from '../../../kernel/actor.ts';

/** What this reader may do with the answers about one thing. */
export interface May {
  /** Make the link, print, type in slips, end it, and read the words: staff, and whoever arranges or drives it. */
  readonly arrange: boolean;
  /** The figures once it has ended: the boards too. */
  readonly see: boolean;
  /** Say that everybody may read somebody's words: staff alone, who know whom they could hurt. */
  readonly show: boolean;
}

/** `arrange`, `see`: what the thing itself lets this reader do. */
export function mayEvaluate(actor: Actor, thing: { readonly arrange: boolean; readonly see: boolean }): May {
  return { ...thing, show: isStaff(actor) };
}
