import type { Count } from '../../../../platform/figures/count.ts';
import type { Figure, FigureRoom, Unit } from '../../../../platform/figures/figures.ts';

/** One of Grobund's own figures as it stood, with last year's: words and all, so that an edition stands by itself. */
export interface CountedFigure {
  readonly code: string;
  readonly address: string;
  readonly room: FigureRoom;
  readonly name: Readonly<Record<'da' | 'en', string>>;
  readonly unit: Unit;
  readonly better: Figure['better'];
  readonly now: Count;
  readonly before: Count;
}

/** Those that were counted in one of the years: a long row of "mangler" tells nothing. */
export function toldOf(counted: readonly CountedFigure[]): readonly CountedFigure[] {
  return counted.filter(({ now, before }) => now.kind !== 'missing' || before.kind !== 'missing');
}

/** What the page for residents draws: what grew, at most so many, what people do together first. Never money or waiting. */
export function bestOf(counted: readonly CountedFigure[], most: number): readonly CountedFigure[] {
  const grew = counted.filter(
    ({ unit, better, now }) =>
      ['persons', 'households', 'number'].includes(unit) && better === 'up' && now.kind === 'counted' && now.value > 0,
  );
  return [...grew.filter(({ room }) => room === 'act'), ...grew.filter(({ room }) => room !== 'act')].slice(0, most);
}
