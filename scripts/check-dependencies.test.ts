import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { judgeDependencies, type Lock, type Locked, type Manifest, readAudit, WANT_SCRIPTS } from './dependencies.ts';

const read = (name: string) => JSON.parse(readFileSync(join(import.meta.dirname, '..', name), 'utf8'));
const integrity = `sha512-${'A'.repeat(86)}==`;

/** A project with one package, sound but for what is said. */
function judged(locked: Locked, version = '1.2.3'): string[] {
  const manifest: Manifest = { dependencies: { suppe: version } };
  const suppe = { version: '1.2.3', integrity, license: 'MIT', ...locked };
  const lock: Lock = { lockfileVersion: 3, packages: { '': manifest, 'node_modules/suppe': suppe } };
  return judgeDependencies(manifest, lock);
}

test('what we stand on is exact, whole, from the registry, quiet at installation, kept up, and free to hand on', () => {
  assert.deepEqual(judgeDependencies(read('package.json'), read('package-lock.json')), []);
  const wanting: string[] = Object.entries(read('package-lock.json').packages as Record<string, Locked>)
    .filter(([, one]) => one.hasInstallScript)
    .map(([place]) => place.replace('node_modules/', ''));
  assert.deepEqual(wanting.toSorted(), [...WANT_SCRIPTS].toSorted(), 'who no longer wants to is taken off the list');
});

test('each thing that can be wrong is found', () => {
  assert.deepEqual(judged({}), []);
  assert.deepEqual(judged({ resolved: 'https://registry.npmjs.org/suppe/-/suppe-1.2.3.tgz' }), []);
  const wrong: readonly (readonly [RegExp, Locked, string?])[] = [
    [/not as one exact version/, {}, '^1.2.3'],
    [/not as one exact version/, {}, 'github:nogen/suppe'],
    [/is locked as 1\.2\.4/, { version: '1.2.4' }],
    [/no SHA-512/, { integrity: 'sha1-AAAA' }],
    [/comes from git\+ssh/, { resolved: 'git+ssh://git@github.com/nogen/suppe.git#1' }],
    [/comes from https:\/\/registry\.npmjs\.org\.evil/, { resolved: 'https://registry.npmjs.org.evil.example/suppe' }],
    [/wants to run/, { hasInstallScript: true }],
    [/given up/, { deprecated: 'use gryde' }],
    [/the licence GPL-3\.0/, { license: 'GPL-3.0' }],
    [/the licence MIT AND GPL-3\.0/, { license: 'MIT AND GPL-3.0' }],
    [/a link to a folder/, { link: true }],
  ];
  for (const [said, locked, version] of wrong) {
    const found = judged(locked, version);
    assert.equal(found.length, 1, String(said));
    assert.match(found[0] ?? '', said);
  }
  assert.deepEqual(judged({ license: '(MIT OR GPL-3.0)' }), []);
  assert.equal(judgeDependencies({}, {}).length, 1, 'a lock without packages is no lock');
});

test('a registry that does not answer is said not to have been asked, and is no proof', () => {
  assert.equal(readAudit('').asked, false);
  assert.equal(readAudit('{"message":"405 Method Not Allowed","statusCode":405}').asked, false);
  assert.deepEqual(readAudit('{"vulnerabilities":{}}'), { asked: true, findings: [] });
  const told = readAudit('{"vulnerabilities":{"suppe":{"severity":"high","range":"<2"}}}');
  assert.deepEqual(told, { asked: true, findings: ['suppe <2 has a known hole (high)'] });
});
