/** The parts of the source tree, from the ground up, and what each may import. docs/layout.md says the same in words. */
export const ZONES = {
  kernel: ['kernel'],
  engines: ['kernel'],
  ui: ['kernel', 'engines'],
  platform: ['kernel', 'engines', 'ui', 'platform'],
  modules: ['kernel', 'engines', 'ui', 'platform', 'modules'],
  app: ['kernel', 'engines', 'ui', 'platform', 'modules', 'app'],
  dev: ['kernel', 'engines', 'ui', 'platform', 'modules', 'app', 'dev', 'demo', 'testing'],
  demo: ['kernel', 'engines', 'ui', 'platform', 'modules', 'app', 'demo'],
  testing: ['kernel', 'engines', 'ui', 'platform', 'modules', 'app', 'dev', 'demo', 'testing'],
} as const satisfies Record<string, readonly string[]>;

export type Zone = keyof typeof ZONES;

/** The kinds of file a module may hold, and the kinds each may import from its own module. */
export const KINDS: Readonly<Record<string, readonly string[]>> = {
  rules: ['rules', 'access', 'urls'],
  access: ['rules', 'access', 'urls'],
  urls: ['rules', 'access', 'urls'],
  text: ['rules'],
  forms: ['rules', 'text'],
  store: ['rules', 'store'],
  journal: ['rules', 'text', 'urls'],
  holdings: ['rules'],
  turns: ['rules', 'text', 'urls'],
  resources: ['rules', 'urls', 'store'],
  figures: ['rules', 'urls', 'store'],
  commands: ['rules', 'access', 'urls', 'store', 'journal', 'turns', 'letters', 'commands'],
  views: ['rules', 'urls', 'text', 'views'],
  routes: [
    'rules',
    'access',
    'urls',
    'text',
    'forms',
    'store',
    'journal',
    'turns',
    'commands',
    'views',
    'letters',
    'routes',
  ],
  letters: ['rules', 'text', 'urls', 'letters'],
  jobs: ['rules', 'text', 'urls', 'commands', 'letters', 'store'],
  public: [
    'rules',
    'access',
    'urls',
    'text',
    'forms',
    'store',
    'journal',
    'holdings',
    'turns',
    'resources',
    'figures',
    'commands',
    'views',
    'routes',
    'letters',
    'jobs',
  ],
  seed: ['rules', 'store', 'commands'],
  gallery: ['rules', 'access', 'urls', 'text', 'forms', 'views', 'gallery'],
};

/** Imports allowed where only a shape is taken (`import type`). */
export const KINDS_BY_TYPE: Readonly<Record<string, readonly string[]>> = {
  views: ['forms', 'access'],
  commands: ['forms'],
  store: ['access'],
  seed: ['forms'],
  letters: ['access'],
};

/** Folders of `src/modules` that hold modules instead of being one. */
export const ROOMS: readonly string[] = ['listen', 'inspire', 'decide', 'act', 'measure'];

/** Kinds that may be split into a folder of the same name when they pass 300 lines. */
export const FOLDERS: readonly string[] = [
  'rules',
  'forms',
  'letters',
  'views',
  'routes',
  'commands',
  'store',
  'text',
  'gallery',
];

/** Pure files: what they may take from outside their module, beside the kernel. */
export const PURE: readonly string[] = ['rules', 'access', 'urls'];
/** The pure things the platform lends to them: naming and building a path, what is kept of people, and what is counted. */
export const PURE_PLATFORM: readonly string[] = [
  'src/platform/web/path.ts',
  'src/platform/privacy/holdings.ts',
  'src/platform/figures/figures.ts',
  'src/platform/figures/count.ts',
];

export const MAX_LINES = 300;
export const BANNED_FOLDERS: readonly string[] = [
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'types',
  'shared',
  'misc',
  'lib',
];
/** Written by a program, so no rule of taste applies. */
export const GENERATED: readonly string[] = ['src/platform/db/tables.ts'];
