import { type Gate, ROOT, runGate, runGates, STATIC_GATES, sayResult, table } from './gates.ts';

const node = (...args: string[]) => [process.execPath, '--import', './scripts/hook.mjs', ...args];

/** The gates that run the code: one after the other, since each takes both cores. */
const RUNNING_GATES: readonly Gate[] = [
  {
    name: 'tests',
    what: 'rules, commands, pages, database',
    command: node('scripts/test.ts', '--no-gates', '--no-browser'),
  },
  {
    name: 'browser',
    what: 'journeys and accessibility in Chromium',
    command: node('scripts/test.ts', '--no-gates', '--browser'),
  },
];

const only = process.argv.slice(2);
const chosen = (gates: readonly Gate[]) => gates.filter((gate) => only.length === 0 || only.includes(gate.name));
const known = [...STATIC_GATES, ...RUNNING_GATES].map((gate) => gate.name);

if (only.some((name) => !known.includes(name))) {
  console.log(`npm run check [-- gates]\nThe gates, in order: ${known.join(', ')}`);
  process.exitCode = only.includes('--help') ? 0 : 2;
} else {
  console.log(`Checking ${ROOT}`);
  const results = await runGates(chosen(STATIC_GATES), sayResult);
  for (const gate of chosen(RUNNING_GATES)) {
    const result = await runGate(gate, true);
    results.push(result);
    console.log(`${result.passed ? '✔' : '✖'} ${gate.name} (${result.seconds.toFixed(1)} s)`);
  }
  console.log(`\n${table(results)}`);
  if (results.some((result) => !result.passed)) process.exitCode = 1;
}
