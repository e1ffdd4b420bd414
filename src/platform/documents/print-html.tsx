import { formatDay } from '../../kernel/format.ts';
import type { Language } from '../../kernel/language.ts';
import { formatOreFull } from '../../kernel/money.ts';
import { type Child, type Html, rawHtmlWeWroteOurselves } from '../../ui/jsx/jsx-runtime.ts';
import { pairRows } from './charts.ts';
import { type Palette, paletteOf } from './palette.ts';
import { qrSvg } from './pictures.ts';
import type { Block, Brand, Column, LetterSpec, LettersSpec } from './spec.ts';
import { text } from './text.ts';

/**
 * Letters as one HTML file that any browser prints, for machines without Typst: the recipient stands in the same
 * envelope window. Its style sheet stands inside the file, so offer it as a download, not as a page under our policy.
 */
export function renderPrintHtml(spec: LetterSpec | LettersSpec, brand: Brand): string {
  const letters = spec.kind === 'letters' ? spec.letters : [spec];
  const page = (
    <html lang={spec.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{spec.title}</title>
        {rawHtmlWeWroteOurselves(`<style>${styleSheet(paletteOf(brand.colour))}</style>`)}
      </head>
      <body>
        {letters.map((letter) => (
          <Letter letter={letter} brand={brand} />
        ))}
      </body>
    </html>
  );
  return `<!doctype html>\n${page}`;
}

function Letter({ letter, brand }: { readonly letter: LetterSpec; readonly brand: Brand }): Html {
  const contact = [...brand.address, brand.telephone, brand.mail, brand.web].filter((line) => line !== null);
  return (
    <article lang={letter.language} class={letter.large ? 'large' : undefined}>
      <div class="head">
        <div class="sender">
          <strong>{brand.name}</strong>
          {lines(contact)}
        </div>
        <div class="window">{lines(letter.recipient.slice(0, 6))}</div>
        <div class="facts">
          <p>{formatDay(letter.day, letter.language)}</p>
          {letter.caseNumber ? <p>{text(letter.language).caseNumber(letter.caseNumber)}</p> : null}
        </div>
      </div>
      <h1>{letter.title}</h1>
      {letter.body.map((block) => blockHtml(block, letter.language))}
      {letter.greeting ? <p class="greeting">{letter.greeting}</p> : null}
      {letter.signatures.map(({ name, role }) => (
        <p class="signature">
          <strong>{name}</strong>
          <br />
          {role}
        </p>
      ))}
    </article>
  );
}

function blockHtml(block: Block, language: Language): Child {
  const words = text(language);
  switch (block.kind) {
    case 'heading':
      return <h2>{block.text}</h2>;
    case 'subheading':
      return <h3>{block.text}</h3>;
    case 'paragraph':
      return <p>{block.text}</p>;
    case 'list': {
      const items = block.items.map((item) => <li>{item}</li>);
      return block.numbered ? <ol>{items}</ol> : <ul>{items}</ul>;
    }
    case 'amounts': {
      const all = block.total ? [...block.rows, block.total] : block.rows;
      const rows = all.map((row) => [row.label, formatOreFull(row.amount, language)]);
      return (
        <DataTable
          caption={block.caption}
          columns={[{ title: words.item }, { title: words.amount, align: 'right' }]}
          rows={rows}
          sum={block.total !== null}
        />
      );
    }
    case 'table':
      return <DataTable caption={block.caption} columns={block.columns} rows={block.rows} />;
    case 'chart': {
      const rows = block.bars.map((bar) => [bar.label, bar.value === null ? words.missing : bar.shown]);
      return (
        <DataTable
          caption={`${block.caption}. ${block.alt}`}
          columns={[{ title: words.item }, { title: block.unit, align: 'right' }]}
          rows={rows}
        />
      );
    }
    case 'pairs': {
      const columns = block.names.map((title): Column => ({ title, align: 'right' }));
      return (
        <DataTable
          caption={[block.caption, block.alt].filter((said) => said !== '').join('. ')}
          columns={[{ title: words.item }, ...columns]}
          rows={pairRows(block)}
        />
      );
    }
    case 'timeline':
      return (
        <>
          <h3>{block.title}</h3>
          <p>{block.note}</p>
          <ol>
            {block.steps.map(({ when, text: said }) => (
              <li>
                <strong>{when}</strong> {said}
              </li>
            ))}
          </ol>
        </>
      );
    case 'callout':
      return (
        <p class="callout">
          <strong>{block.label}:</strong> {block.text}
        </p>
      );
    case 'qr':
      return (
        <figure>
          <span role="img" aria-label={block.alt}>
            {rawHtmlWeWroteOurselves(qrSvg(block.content))}
          </span>
          <figcaption>{block.caption}</figcaption>
        </figure>
      );
  }
}

function DataTable({
  caption,
  columns,
  rows,
  sum,
}: {
  readonly caption: string;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly string[])[];
  readonly sum?: boolean;
}): Html {
  const side = (index: number) => (columns[index]?.align === 'right' ? 'right' : undefined);
  return (
    <table class={sum ? 'sum' : undefined}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column, index) => (
            <th scope="col" class={side(index)}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) => (
              <td class={side(index)}>{cell}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function lines(all: readonly string[]): Child {
  return all.map((line) => <div>{line}</div>);
}

function styleSheet({ ink, tint, fill, paper }: Palette): string {
  return `
@page { size: A4; margin: 18mm 20mm 22mm }
body { margin: 0; font: 11pt/1.45 Nunito, Calibri, sans-serif; color: #2a2621; hyphens: auto }
article { break-after: page; max-width: 170mm; margin: 0 auto; overflow-wrap: break-word }
article:last-child { break-after: auto }
.head { position: relative; height: 66mm; margin-bottom: 8mm; hyphens: none }
.sender { position: absolute; top: 0; right: 0; width: 64mm; font-size: 9pt; line-height: 1.35 }
.sender strong { font-size: 13pt; color: ${ink} }
/* 20 mm from the left and 46 mm from the top of the sheet: inside the windows of C5 and C6/5 envelopes. */
.window { position: absolute; top: 28mm; left: 0; width: 85mm; height: 24mm; font-size: 11pt; line-height: 4mm }
.facts { position: absolute; bottom: 0; right: 0; width: 64mm; font-size: 9.5pt }
.facts p { margin: 0 }
h1, h2, h3 { color: ${ink}; line-height: 1.2; break-after: avoid; margin: 1.2em 0 .5em }
h1 { font-size: 16pt; margin-top: 0 } h2 { font-size: 13pt } h3 { font-size: 11pt }
table { width: 100%; border-collapse: collapse; margin: 1em 0 }
caption { text-align: left; font-weight: 700; color: ${ink}; padding-bottom: .3em }
th { background: ${tint}; text-align: left } th, td { padding: 5pt 7pt; border-bottom: .5pt solid #d8cfc0 }
.sum tr:last-child td { font-weight: 700; border-top: .9pt solid ${ink} }
tr { break-inside: avoid } .right { text-align: right; white-space: nowrap }
.callout { background: ${paper}; border-left: 3.5pt solid ${fill}; padding: 7pt 12pt }
figure { display: flex; gap: 6mm; align-items: center; margin: 1em 0; font-weight: 700; break-inside: avoid }
figure svg { width: 30mm; height: 30mm; flex: none }
.greeting { margin-top: 2em; break-after: avoid }
.signature { margin-top: 14mm; padding-top: 2mm; width: 78mm; border-top: .7pt solid #5d554a; break-inside: avoid }
.large { font-size: 18pt; line-height: 1.5 } .large .sender { font-size: 12pt } .large .facts { font-size: 14pt }
.large h1 { font-size: 25pt } .large h2 { font-size: 21pt } .large h3 { font-size: 18.5pt }
* { print-color-adjust: exact }
`;
}
