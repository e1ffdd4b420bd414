import type { Quota } from './pool.ts';
import { CHECK_SCRIPT } from './proof-script.ts';

/** The words of the page that anybody can check a draw with. */
export interface PageText {
  readonly lang: string;
  readonly title: string;
  readonly intro: string;
  readonly hashTitle: string;
  readonly hashHelp: string;
  readonly hashRight: string;
  readonly hashWrong: string;
  readonly chanceTitle: string;
  readonly chanceHelp: string;
  readonly chanceLabel: string;
  readonly chanceButton: string;
  /** `{times}`, `{panels}` and `{chance}` are put in by the page. */
  readonly chanceFound: string;
  readonly chanceNever: string;
  readonly chanceUnknown: string;
  readonly quotasTitle: string;
  readonly quotasHelp: string;
  /** In place of all else about demands where they are not told. */
  readonly quotasClosed: string;
  readonly quotasLabel: string;
  readonly quotasRight: string;
  readonly quotasWrong: string;
  readonly panelTitle: string;
  readonly panelHelp: string;
  readonly panelLabel: string;
  readonly panelButton: string;
  readonly panelUnknown: string;
  readonly columns: readonly [feature: string, value: string, least: string, most: string, counted: string];
  readonly script: string;
}

export interface PageInput {
  readonly panels: string;
  readonly people: string;
  readonly quotas: readonly Quota[];
  readonly seats: number;
  readonly hash: string;
  readonly text: PageText;
}

const STYLE = `
:root{color-scheme:light dark;font:1.0625rem/1.55 Nunito,system-ui,sans-serif}
body{margin:0 auto;max-width:44rem;padding:1.5rem 1rem 4rem}
h1{line-height:1.2}h2{margin-top:2.5rem}
code,output,input{font-variant-numeric:tabular-nums}
code{overflow-wrap:anywhere}
label{display:block;font-weight:700;margin:.75rem 0 .25rem}
input,button{font:inherit;padding:.55rem .75rem;border:2px solid #5b6b62;border-radius:.5rem;max-width:100%;box-sizing:border-box}
button{background:#2f6b4f;color:#fff;border-color:#2f6b4f;cursor:pointer}
:focus-visible{outline:3px solid #b3560f;outline-offset:2px}
output{display:block;margin-top:.75rem;min-height:1.6em}
.right,.wrong{border-left:.35rem solid #2f8f63;padding:.25rem .75rem}
.wrong{border-color:#c2601a;font-weight:700}
button{margin-top:.5rem}
.wide{overflow-x:auto}
table{border-collapse:collapse;margin-top:1rem;min-width:100%}
th,td{text-align:left;vertical-align:top;padding:.3rem .6rem;border-bottom:1px solid #8885}
td.number,th:nth-child(n+3){text-align:right}
@media(max-width:34rem){table{font-size:.9em}th,td{padding:.3rem .2rem;hyphens:auto}}
`;

/** One file that asks no server for anything: it holds the list, and counts for itself. */
export function proofPage({ panels, people, quotas, seats, hash, text }: PageInput): string {
  const data = JSON.stringify({ panels, people, quotas, seats, hash, text }).replaceAll('<', '\\u003c');
  const t = (words: string) => safe(words);
  return `<!doctype html>
<html lang="${t(text.lang)}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
<title>${t(text.title)}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<h1>${t(text.title)}</h1>
<p>${t(text.intro)}</p>
<noscript><p>${t(text.script)}</p></noscript>
<h2>${t(text.hashTitle)}</h2>
<p>${t(text.hashHelp)}</p>
<p><code>${t(hash)}</code></p>
<output id="hash" role="status"></output>
<h2>${t(text.chanceTitle)}</h2>
<p id="chance-help">${t(text.chanceHelp)}</p>
<form id="chance-form">
<label for="code">${t(text.chanceLabel)}</label>
<input id="code" autocomplete="off" autocapitalize="characters" spellcheck="false" aria-describedby="chance-help">
<button>${t(text.chanceButton)}</button>
<output id="chance" for="code" role="status"></output>
</form>
<h2>${t(text.panelTitle)}</h2>
<p id="panel-help">${t(text.panelHelp)}</p>
<form id="panel-form">
<label for="number">${t(text.panelLabel)}</label>
<input id="number" inputmode="numeric" autocomplete="off" aria-describedby="panel-help">
<button>${t(text.panelButton)}</button>
<output id="panel" for="number" role="status"></output>
</form>
<h2>${t(text.quotasTitle)}</h2>
${quotas.length === 0 ? `<p>${t(text.quotasClosed)}</p>` : demands(quotas, text)}
</main>
<script type="application/json" id="data">${data}</script>
<script>${CHECK_SCRIPT}</script>
</body>
</html>
`;
}

function demands(quotas: readonly Quota[], text: PageText): string {
  return `<p id="quotas-help">${safe(text.quotasHelp)}</p>
<label for="answers">${safe(text.quotasLabel)}</label>
<input id="answers" type="file" accept=".csv,text/csv" aria-describedby="quotas-help">
<output id="quotas" for="answers" role="status"></output>
<div class="wide" tabindex="0" role="region" aria-label="${safe(text.quotasTitle)}">
<table>
<thead><tr>${text.columns.map((name) => `<th scope="col">${safe(name)}</th>`).join('')}</tr></thead>
<tbody id="cells">${quotas.map(rowOf).join('')}</tbody>
</table>
</div>`;
}

function rowOf({ feature, value, min, max }: Quota): string {
  return `<tr><td>${safe(feature)}</td><td>${safe(value)}</td><td class="number">${min}</td><td class="number">${max}</td><td class="number"></td></tr>`;
}

function safe(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
