import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { zip } from './zip.ts';

test('a package holds its files as they are, under their names, for another program to read', () => {
  const folder = mkdtempSync(join(tmpdir(), 'grobund-zip-'));
  try {
    const path = join(folder, 'pakke.zip');
    writeFileSync(
      path,
      zip([
        { name: 'bilag/Ærø 1.txt', bytes: Buffer.from('suppe') },
        { name: 'tom.txt', bytes: new Uint8Array() },
      ]),
    );
    const script =
      'import sys,zipfile;z=zipfile.ZipFile(sys.argv[1]);assert z.testzip() is None;print("|".join(n+"="+z.read(n).decode() for n in z.namelist()))';
    const said = execFileSync('python3', ['-X', 'utf8', '-c', script, path], { encoding: 'utf8' }).trim();
    assert.equal(said, 'bilag/Ærø 1.txt=suppe|tom.txt=');
  } finally {
    rmSync(folder, { recursive: true });
  }
});
