import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../../platform/documents/print-html.tsx';
import type { Brand, LetterSpec } from '../../../../platform/documents/spec.ts';
import type { Visit } from '../../../../platform/web/web.ts';

/** A paper as PDF; where no typesetter is at hand, as a page to print. */
export async function paperFile({ file }: Pick<Visit, 'file'>, spec: LetterSpec, brand: Brand): Promise<Response> {
  const pdf = await renderPdf(spec, brand);
  if (pdf.ok) return file({ bytes: pdf.value, type: 'application/pdf', name: `${spec.title}.pdf`, inline: true });
  return file({ bytes: renderPrintHtml(spec, brand), type: 'text/html; charset=utf-8', name: `${spec.title}.html` });
}
