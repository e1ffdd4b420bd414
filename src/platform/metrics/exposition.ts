/**
 * Prometheus' text format, version 0.0.4 (https://prometheus.io/docs/instrumenting/exposition_formats/): lines of `name{label="value"} number`.
 * A family is one name with all its lines.
 */
export interface Family {
  /** Letters, digits and underscores; a counter ends in `_total`, seconds in `_seconds`, bytes in `_bytes`. */
  readonly name: string;
  readonly kind: 'counter' | 'gauge' | 'histogram';
  /** One line for people. */
  readonly help: string;
  readonly lines: readonly Line[];
}

export interface Line {
  /** Of a histogram: what follows the name (`_bucket`, `_sum`, `_count`). */
  readonly part?: string;
  readonly labels?: Readonly<Record<string, string>>;
  readonly value: number;
}

/** What the answer says of itself. */
export const EXPOSITION_TYPE = 'text/plain; version=0.0.4; charset=utf-8';

/** Families as text. One without lines is left out. */
export function exposition(families: readonly Family[]): string {
  return families
    .filter(({ lines }) => lines.length > 0)
    .map((family) => `# HELP ${family.name} ${family.help}\n# TYPE ${family.name} ${family.kind}\n${linesOf(family)}`)
    .join('');
}

function linesOf({ name, lines }: Family): string {
  return lines.map(({ part = '', labels = {}, value }) => `${name}${part}${written(labels)} ${value}\n`).join('');
}

function written(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
  return pairs.length > 0 ? `{${pairs.join(',')}}` : '';
}

function escaped(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}
