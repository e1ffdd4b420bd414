import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const HERE = 'src/platform/documents';

/**
 * The folder with the templates and the typesetter's thread. Looked for upwards from the running file, because the
 * bundle runs from `dist/` while templates and thread are read as files from the source.
 */
export function documentsFolder(): string {
  for (let folder = import.meta.dirname; ; folder = dirname(folder)) {
    const candidate = join(folder, HERE);
    if (existsSync(join(candidate, 'templates', 'main.typ'))) return candidate;
    if (folder === dirname(folder))
      throw new Error(`Cannot find the document templates: no ${HERE}/templates above ${import.meta.dirname}`);
  }
}

const FAMILIES = ['@expo-google-fonts/nunito', '@expo-google-fonts/noto-sans-arabic'];
const WEIGHTS = ['400Regular', '700Bold', '800ExtraBold', '900Black'];

/** Folders with the static TrueType files of each font; Typst reads no woff and falls back without a word. */
export function fontFolders(): string[] {
  return FAMILIES.flatMap((family) => {
    const root = dirname(require.resolve(`${family}/package.json`));
    return WEIGHTS.map((weight) => join(root, weight));
  });
}

const require = createRequire(import.meta.url);
const TYPST = '@myriaddreamin/typst-ts-node-compiler-linux-x64-gnu';

/** Where Typst's native package lies, or null on a machine it is not made for. Does not load it. */
export function typstPath(): string | null {
  try {
    return require.resolve(TYPST);
  } catch {
    return null;
  }
}
