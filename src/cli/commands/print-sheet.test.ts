import assert from 'node:assert/strict';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { markersOf } from '../../engines/sheet/identity.ts';
import type { SheetLayout } from '../../engines/sheet/layout-json.ts';
import { readyMade } from '../../engines/sheet/ready-made.ts';
import type { Call } from '../command.ts';
import { printSheet } from './print-sheet.ts';

const scratch = await mkdtemp(join(tmpdir(), 'gps-'));
after(() => rm(scratch, { recursive: true, force: true }));

async function typed(options: Readonly<Record<string, string>>, said: string[] = []): Promise<unknown> {
  const answered: unknown[] = [];
  const call: Call = {
    args: [],
    option: (name) => options[name],
    flag: () => false,
    json: true,
    file: (path) => join(scratch, path),
    config: () => assert.fail('printing needs no settings'),
    settings: () => assert.fail('printing needs no settings'),
    say: (line) => said.push(line),
    answer: (value) => answered.push(value),
  };
  await printSheet.run(call);
  return answered[0];
}

test('two sets of four are eight files and eight layouts, each sheet with markers of its own', async () => {
  const written = (await typed({ count: '2', out: 'to sæt' })) as { layout: string; pdf: string; json: string }[];
  assert.equal(written.length, 8);
  assert.equal((await readdir(join(scratch, 'to sæt'))).length, 16);
  const layouts = await Promise.all(
    written.map(async ({ json }) => JSON.parse(await readFile(json, 'utf8')) as SheetLayout),
  );
  assert.equal(new Set(layouts.map(({ sheet }) => sheet)).size, 8);
  for (const [at, layout] of layouts.entries()) {
    assert.equal(layout.layout, written[at]?.layout);
    assert.deepEqual(layout.page, { w: 420, h: 297 });
    assert.deepEqual(
      layout.markers.map(({ id }) => id),
      markersOf(layout.sheet),
    );
    assert.ok(layout.boxes.every(({ id, x, y, w, h }) => id !== '' && w >= 14 && h >= 14 && x > 0 && y > 0));
    assert.deepEqual(Object.keys(layout.qr), ['x', 'y', 'w', 'h', 'content']);
  }
});

test('the same template has the same numbers when it is printed again, and starts where one says', async () => {
  const again = (await typed({ paper: 'A2', out: 'a' })) as { layout: string }[];
  assert.deepEqual(
    (await typed({ paper: 'a2', out: 'b' })) as typeof again,
    again.map((page) => ({
      ...page,
      pdf: join(scratch, 'b', `${page.layout}.pdf`),
      json: join(scratch, 'b', `${page.layout}.json`),
    })),
  );
  const last = (await typed({ paper: 'a2', out: 'c', count: '2', first: '99999' })) as { layout: string }[];
  assert.deepEqual(
    last.map(({ layout }) => layout),
    ['a2-99999', 'a2-00000'],
  );
});

test('it is said of a language whose letters cannot be drawn, and of no other', async () => {
  const asked = (text: string) => ({
    ...readyMade,
    themes: [{ id: 'a', title: text, options: [], other: 1, notes: 0 }],
  });
  await writeFile(join(scratch, 'el.json'), JSON.stringify({ ...asked('κοινότητα'), lang: 'el' }));
  await writeFile(join(scratch, 'uk.json'), JSON.stringify({ ...asked('Спільнота, ğışł'), lang: 'uk' }));
  const said: string[] = [];
  await typed({ template: 'el.json', out: 'el' }, said);
  assert.match(said.join(' '), /No font here draws these letters.*: κοινότηα/);
  said.length = 0;
  await typed({ template: 'uk.json', out: 'uk' }, said);
  assert.doesNotMatch(said.join(' '), /No font/);
});

test('what is wrong with a template is said with its place, and nothing is written', async () => {
  await writeFile(join(scratch, 'tom.json'), JSON.stringify({ ...readyMade, themes: [{ id: 'x', title: '' }] }));
  await assert.rejects(
    typed({ template: 'tom.json', out: 'intet' }),
    /themes\[0\]\.title is empty\. themes\[0\]\.options must be a list/,
  );
  const asked = (id: string, options: readonly string[]) => ({
    ...{ id, title: id, other: 1, notes: 1 },
    options: options.map((option) => ({ id: option, text: option })),
  });
  const twice = { ...readyMade, themes: [asked('a', ['b.c', 'other1']), asked('a.b', ['c', 'other2'])] };
  await writeFile(join(scratch, 'to ens.json'), JSON.stringify(twice));
  await assert.rejects(
    typed({ template: 'to ens.json', out: 'intet' }),
    /themes\[0\]\.options\[1\]\.id is used twice\. themes\[1\]\.options\[0\]\.id is used twice\.$/,
    'two boxes would have the same name in the layout',
  );
  await writeFile(join(scratch, 'skæv.json'), '{"name": ');
  await assert.rejects(typed({ template: 'skæv.json', out: 'intet' }), /"skæv.json" is no JSON/);
  await assert.rejects(typed({ template: 'væk.json', out: 'intet' }), /there is no such file/);
  await assert.rejects(typed({ count: '0', out: 'intet' }), /--count is a whole number from 1 to 500, not "0"/);
  await assert.rejects(typed({ paper: 'a5', out: 'intet' }), /--paper is a3, a2 or a4/);
  await assert.rejects(readdir(join(scratch, 'intet')), /ENOENT/);
});
