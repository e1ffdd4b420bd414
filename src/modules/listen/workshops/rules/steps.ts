import type { Answer } from './checking.ts';
import { type Answered, FEWEST_ORGANISATIONS, voiceOf } from './result.ts';
import type { Table } from './sheets.ts';

/**
 * What others than staff see where organisations sit at the tables moves in steps (docs/decisions/024). Whoever watches the wall
 * while one sheet is confirmed would otherwise read that sheet off the difference. So an option's numbers stand still until
 * `FEWEST_ORGANISATIONS` more have answered it, and no step is taken that leaves fewer than that for the next: 12 are shown as 5
 * and then 12, 6 only when all are in. When those who run it await nobody else, all that are enough for a step come along; fewer
 * are for staff alone.
 */
export interface Settling {
  readonly sheet: string;
  readonly tableId: string;
  readonly at: Date;
  /** What the sheet says from then on, by the field of each box. */
  readonly answers: readonly { readonly field: string; readonly answer: Answer }[];
}

/** A table, and the fields that it is asked. */
export type AskedTable = Pick<Table, 'id' | 'organisationId'> & { readonly asks: ReadonlySet<string> };

interface Said {
  readonly voice: string;
  readonly answered: Answered;
}

/**
 * The answers that others may see. `settlings`: all of them, in the order in which they came. `lastCall`: since when nobody else
 * is awaited. From then on who is counted already may be put right at once, since a wrong figure in a result is worse.
 */
export function openAnswers(
  tables: readonly AskedTable[],
  settlings: readonly Settling[],
  lastCall: Date | null,
): readonly Answered[] {
  const voices = new Map(tables.map((table) => [table.id as string, voiceOf(table)]));
  const fields = new Set(settlings.flatMap(({ answers }) => answers.map(({ field }) => field)));
  return [...fields].flatMap((field) => {
    const awaited = new Set(tables.filter(({ asks }) => asks.has(field)).map(voiceOf));
    const steps = new Steps(awaited);
    for (const { sheet, tableId, at, answers } of settlings) {
      const said = answers.find((one) => one.field === field);
      const voice = voices.get(tableId);
      if (!said || voice === undefined) continue;
      if (lastCall && at > lastCall) steps.awaitNobody();
      steps.settle(sheet, { voice, answered: { tableId, field, answer: said.answer } });
    }
    if (lastCall) steps.awaitNobody();
    return steps.shown;
  });
}

/** One option's way up in steps. */
class Steps {
  readonly #awaited: ReadonlySet<string>;
  readonly #now = new Map<string, Said>();
  readonly #counted = new Set<string>();
  readonly #since = new Set<string>();
  #shown: readonly Said[] = [];
  #last = false;

  constructor(awaited: ReadonlySet<string>) {
    this.#awaited = awaited;
  }

  get shown(): readonly Answered[] {
    return this.#shown.map(({ answered }) => answered);
  }

  settle(sheet: string, said: Said): void {
    this.#now.set(sheet, said);
    if (!this.#last || !this.#counted.has(said.voice)) this.#since.add(said.voice);
    this.#step();
  }

  awaitNobody(): void {
    if (this.#last) return;
    this.#last = true;
    this.#step();
  }

  #step(): void {
    const left = [...this.#awaited].filter((voice) => !this.#counted.has(voice) && !this.#since.has(voice)).length;
    const leavesEnough = this.#last || left === 0 || left >= FEWEST_ORGANISATIONS;
    if (this.#since.size >= FEWEST_ORGANISATIONS && leavesEnough) {
      for (const voice of this.#since) this.#counted.add(voice);
      this.#since.clear();
    } else if (!this.#last) return;
    this.#shown = [...this.#now.values()].filter(({ voice }) => this.#counted.has(voice));
  }
}
