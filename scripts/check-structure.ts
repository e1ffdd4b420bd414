import { join } from 'node:path';
import { type Finding, readSources } from './source.ts';
import { judgeStructure } from './structure.ts';

const FOLDERS = ['src', 'scripts', 'e2e'];
/** So that the check cannot pass by looking in the wrong place. */
const AT_LEAST = 200;
const MUST_EXIST = ['src/kernel', 'src/ui', 'src/platform', 'src/modules', 'scripts'];

/** The structure check over a tree: breaches of docs/layout.md, and too few files to have looked in the right place. */
export function checkStructure(root: string, atLeast = AT_LEAST): { findings: Finding[]; files: number } {
  const sources = readSources(root, FOLDERS);
  const findings = judgeStructure(sources);
  const missing = MUST_EXIST.filter((folder) => !sources.some((source) => source.path.startsWith(`${folder}/`)));
  if (sources.length < atLeast || missing.length > 0) {
    const gone = missing.length > 0 ? `; nothing in ${missing.join(', ')}` : '';
    findings.push({
      rule: 'too-few-files',
      path: '.',
      line: 1,
      message: `saw only ${sources.length} files, expected ${atLeast} or more${gone}: is this the right place?`,
    });
  }
  return { findings, files: sources.length };
}

export function printFindings(name: string, findings: readonly Finding[], files: number): void {
  for (const { path, line, rule, message } of findings) console.log(`${path}:${line}  ${rule}: ${message}`);
  console.log(`${name}: ${files} files, ${findings.length === 0 ? 'nothing to say' : `${findings.length} findings`}`);
  if (findings.length > 0) process.exitCode = 1;
}

if (import.meta.main) {
  const { findings, files } = checkStructure(join(import.meta.dirname, '..'));
  printFindings('structure', findings, files);
}
