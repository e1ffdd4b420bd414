import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, test } from 'node:test';
import { checkStructure } from './check-structure.ts';
import { FOLDERS, KINDS, KINDS_BY_TYPE } from './structure-rules.ts';

/** A small tree in which all is as docs/layout.md says. */
const SOUND: Readonly<Record<string, string>> = {
  'scripts/check.ts': 'export const a = 1;\n',
  'src/app.tsx': "import { fundRoutes } from './modules/fund/public.ts';\nexport const app = () => fundRoutes;\n",
  'src/main.ts': "import { app } from './app.tsx';\nif (app) await import('./dev/dev.ts');\n",
  'src/dev/dev.ts': "import { seedFund } from '../modules/fund/seed.ts';\nexport const dev = seedFund;\n",
  'src/kernel/money.ts': '// export default 1; new Date(); any\nexport const krone = 100;\n',
  'src/engines/draw/draw.ts': "import { krone } from '../../kernel/money.ts';\nexport const draw = krone;\n",
  'src/ui/page.tsx': "import { krone } from '../kernel/money.ts';\nexport const page = krone;\n",
  'src/platform/db/tenant-db.ts': "import pg from 'pg';\nexport const db = pg;\n",
  'src/platform/web/path.ts': 'export const path = (at: string) => at;\n',
  'src/modules/fund/rules.ts':
    "import { krone } from '../../kernel/money.ts';\nexport const least = new Date(krone);\n",
  'src/modules/fund/urls.ts':
    "import { path } from '../../platform/web/path.ts';\nexport const fundPlace = path('/pulje');\n",
  'src/modules/fund/store.ts': "import { sql } from 'kysely';\nexport const q = sql`select 1`;\n",
  'src/modules/fund/commands.ts': "import { q } from './store.ts';\nexport const apply = q;\n",
  'src/modules/fund/views/list.tsx': "import { least } from '../rules.ts';\nexport const list = least;\n",
  'src/modules/fund/routes.tsx':
    "import { apply } from './commands.ts';\nimport { list } from './views/list.tsx';\nexport const fundRoutes = [apply, list];\n",
  'src/modules/fund/seed.ts': "import { apply } from './commands.ts';\nexport const seedFund = apply;\n",
  'src/modules/fund/public.ts': "export { fundRoutes } from './routes.tsx';\n",
  'src/modules/decide/votes/rules.ts': 'export const most = 2;\n',
  'src/modules/decide/votes/views/list.tsx':
    "import { fundRoutes } from '../../../fund/public.ts';\nimport { most } from '../rules.ts';\nexport const list = [fundRoutes, most];\n",
  'src/modules/fund/fund.test.ts': "import { app } from '../../app.tsx';\nassert(new Date(), app);\n",
};

function findings(planted: Readonly<Record<string, string>>, atLeast = 10): string[] {
  const root = mkdtempSync(join(tmpdir(), 'structure-'));
  try {
    for (const [path, text] of Object.entries({ ...SOUND, ...planted })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    }
    return checkStructure(root, atLeast).findings.map(({ rule, path }) => `${rule} ${path}`);
  } finally {
    rmSync(root, { recursive: true });
  }
}

/** One breach of each kind: what is planted, and the one thing the check must say. */
const BREACHES: readonly [promise: string, planted: Record<string, string>, says: string][] = [
  [
    'the kernel imports a package',
    { 'src/kernel/x.ts': "import { z } from 'zod';\nexport const x = z;\n" },
    'direction src/kernel/x.ts',
  ],
  [
    'the kernel imports the ui',
    { 'src/kernel/x.ts': "import { page } from '../ui/page.tsx';\nexport const x = page;\n" },
    'direction src/kernel/x.ts',
  ],
  [
    'the ui imports the platform',
    { 'src/ui/x.ts': "import type { db } from '../platform/db/tenant-db.ts';\nexport type X = typeof db;\n" },
    'direction src/ui/x.ts',
  ],
  [
    'an engine imports the platform',
    { 'src/engines/draw/x.ts': "import { db } from '../../platform/db/tenant-db.ts';\nexport const x = db;\n" },
    'direction src/engines/draw/x.ts',
  ],
  [
    'an engine imports another engine',
    { 'src/engines/sheet/x.ts': "import { draw } from '../draw/draw.ts';\nexport const x = draw;\n" },
    'direction src/engines/sheet/x.ts',
  ],
  [
    'the platform imports a module',
    {
      'src/platform/db/x.ts':
        "import { fundRoutes } from '../../modules/fund/public.ts';\nexport const x = fundRoutes;\n",
    },
    'direction src/platform/db/x.ts',
  ],
  [
    'a module imports the app',
    { 'src/modules/fund/jobs.ts': "import { app } from '../../app.tsx';\nexport const x = app;\n" },
    'direction src/modules/fund/jobs.ts',
  ],
  [
    'the app loads the dev rooms always',
    { 'src/app2.ts': "import { dev } from './dev/dev.ts';\nexport const x = dev;\n" },
    'direction src/app2.ts',
  ],
  [
    'a module enters another by the window',
    { 'src/modules/tasks/commands.ts': "import { least } from '../fund/rules.ts';\nexport const x = least;\n" },
    'public src/modules/tasks/commands.ts',
  ],
  [
    'the app enters a module by the window',
    { 'src/app2.ts': "import { apply } from './modules/fund/commands.ts';\nexport const x = apply;\n" },
    'public src/app2.ts',
  ],
  [
    'two modules lean on each other',
    {
      'src/modules/tasks/public.ts':
        "import type { fundRoutes } from '../fund/public.ts';\nexport type X = typeof fundRoutes;\n",
      'src/modules/fund/jobs.ts': "import type { X } from '../tasks/public.ts';\nexport type Y = X;\n",
    },
    'cycle src/modules/tasks/public.ts',
  ],
  [
    'a module invents a kind of file',
    { 'src/modules/fund/manager.ts': 'export const x = 1;\n' },
    'vocabulary src/modules/fund/manager.ts',
  ],
  [
    'a module folds a kind that has no folder',
    { 'src/modules/fund/access/x.ts': 'export const x = 1;\n' },
    'vocabulary src/modules/fund/access/x.ts',
  ],
  [
    'a file lies in a room and in no module',
    { 'src/modules/decide/rules.ts': 'export const x = 1;\n' },
    'vocabulary src/modules/decide/rules.ts',
  ],
  [
    'a module in a room invents a kind of file',
    { 'src/modules/decide/votes/manager.ts': 'export const x = 1;\n' },
    'vocabulary src/modules/decide/votes/manager.ts',
  ],
  [
    'a module in a room enters its neighbour by the window',
    {
      'src/modules/decide/meetings/commands.ts': "import { most } from '../votes/rules.ts';\nexport const x = most;\n",
    },
    'public src/modules/decide/meetings/commands.ts',
  ],
  [
    'a view imports the store',
    { 'src/modules/fund/views/x.tsx': "import { q } from '../store.ts';\nexport const x = q;\n" },
    'kinds src/modules/fund/views/x.tsx',
  ],
  [
    'a view imports the commands, by type',
    { 'src/modules/fund/views/x.tsx': "import type { apply } from '../commands.ts';\nexport type X = typeof apply;\n" },
    'kinds src/modules/fund/views/x.tsx',
  ],
  [
    'a letter imports the store',
    { 'src/modules/fund/letters.ts': "import { q } from './store.ts';\nexport const x = q;\n" },
    'kinds src/modules/fund/letters.ts',
  ],
  [
    'a letter runs a query',
    {
      'src/modules/fund/letters.ts': "import { db } from '../../platform/db/tenant-db.ts';\nexport const x = db;\n",
    },
    'kinds src/modules/fund/letters.ts',
  ],
  [
    'a store imports the commands',
    {
      'src/modules/tasks/store.ts': "import { x } from './commands.ts';\nexport const y = x;\n",
      'src/modules/tasks/commands.ts': 'export const x = 1;\n',
    },
    'kinds src/modules/tasks/store.ts',
  ],
  [
    'a rule imports a package',
    { 'src/modules/tasks/rules.ts': "import { z } from 'zod';\nexport const x = z;\n" },
    'pure src/modules/tasks/rules.ts',
  ],
  [
    'a rule runs an engine',
    { 'src/modules/tasks/rules.ts': "import { draw } from '../../engines/draw/draw.ts';\nexport const x = draw;\n" },
    'pure src/modules/tasks/rules.ts',
  ],
  [
    'a route writes SQL',
    { 'src/modules/tasks/routes.tsx': 'export const x = (tx: Db) => tx.db.selectFrom("a");\n' },
    'sql src/modules/tasks/routes.tsx',
  ],
  ['a file passes 300 lines', { 'src/kernel/x.ts': 'export const a = 1;\n'.repeat(301) }, 'length src/kernel/x.ts'],
  ['a folder is named utils', { 'src/ui/utils/x.ts': 'export const x = 1;\n' }, 'folder-name src/ui/utils/x.ts'],
  ['a part of src is new', { 'src/services/x.ts': 'export const x = 1;\n' }, 'zone src/services/x.ts'],
  ['an index file', { 'src/ui/index.ts': 'export const x = 1;\n' }, 'barrel src/ui/index.ts'],
  ['a barrel', { 'src/ui/x.ts': "export * from './page.tsx';\n" }, 'barrel src/ui/x.ts'],
  ['a default export', { 'src/ui/x.ts': 'export default function x() {}\n' }, 'default-export src/ui/x.ts'],
  [
    'a module reads the clock',
    { 'src/modules/tasks/commands.ts': 'export const x = () => new Date();\n' },
    'clock-and-dice src/modules/tasks/commands.ts',
  ],
  [
    'an engine reads the clock',
    { 'src/engines/draw/x.ts': 'export const x = () => Date.now();\n' },
    'clock-and-dice src/engines/draw/x.ts',
  ],
  [
    'an engine throws dice',
    { 'src/engines/draw/x.ts': 'export const x = () => Math.random();\n' },
    'clock-and-dice src/engines/draw/x.ts',
  ],
  [
    'a figure is counted by what changes something',
    {
      'src/modules/fund/figures.ts': "import { apply } from './commands.ts';\nexport const fundFigures = apply;\n",
    },
    'kinds src/modules/fund/figures.ts',
  ],
  [
    'a route writes in the journal',
    { 'src/modules/fund/routes/x.tsx': 'export const x = (tx: object) => record(tx, {});\n' },
    'journal src/modules/fund/routes/x.tsx',
  ],
  ['a parameter of type any', { 'src/ui/x.ts': 'export const x = (y: any) => y;\n' }, 'any src/ui/x.ts'],
  ['a cast to any', { 'src/ui/x.ts': 'export const x = 1 as any;\n' }, 'any src/ui/x.ts'],
  [
    'an import that leads nowhere',
    { 'src/ui/x.ts': "import { y } from './y.ts';\nexport const x = y;\n" },
    'missing src/ui/x.ts',
  ],
];

describe('the structure check', () => {
  test('says nothing about a sound tree', () => assert.deepEqual(findings({}), []));

  for (const [promise, planted, says] of BREACHES) {
    test(`finds where ${promise}, and only that`, () => assert.deepEqual(findings(planted), [says]));
  }

  test('fails when it sees too few files', () => assert.deepEqual(findings({}, 500), ['too-few-files .']));

  test('is not misled by comments, strings, templates and regular expressions', () => {
    const text = [
      "const a = 'export default new Date( : any';",
      'const b = `Math.random ${a} : any ${`export * from`}`;',
      "const c = /['\"`] : any/; // import { z } from 'zod'",
      "/* import x from '../ui/page.tsx' */",
      'export const d = [a, b, c];',
    ];
    assert.deepEqual(findings({ 'src/kernel/x.ts': text.join('\n') }), []);
  });
});

test('docs/layout.md tells of each file in a module, what it may import, and which become folders', () => {
  const layout = readFileSync(join(import.meta.dirname, '../docs/layout.md'), 'utf8');
  const told = new Map<string, string>();
  const above: string[] = [];
  for (const [, kind = '', imports = ''] of layout.matchAll(/^\| `(\w+)\.tsx?` \| .* \| (.*) \|$/gm)) {
    const [own = '', types = ''] = (imports === 'all above' ? above.join(', ') : imports).split('; types of ');
    told.set(kind, [own, types].map((list) => list.split(', ').sort().join(' ')).join(' | '));
    above.push(kind);
  }
  const held = Object.entries(KINDS).map(([kind, may]) => {
    const others = may.filter((one) => one !== kind);
    return [kind, [others, KINDS_BY_TYPE[kind] ?? []].map((list) => [...list].sort().join(' ')).join(' | ')] as const;
  });
  assert.deepEqual(Object.fromEntries(told), Object.fromEntries(held));
  const folders = /^(.*) become a folder of that name/m.exec(layout)?.[1] ?? '';
  const named = [...folders.matchAll(/`(\w+)`/g)].map(([, kind = '']) => kind);
  assert.deepEqual(named.sort(), [...FOLDERS].sort());
});
