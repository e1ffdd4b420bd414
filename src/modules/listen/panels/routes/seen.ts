import { readId } from '../../../../kernel/id.ts';
import { brandOf } from '../../../../platform/documents/brand.ts';
import { renderPdf } from '../../../../platform/documents/pdf.ts';
import { renderPrintHtml } from '../../../../platform/documents/print-html.tsx';
import type {
  LetterSpec,
  LettersSpec,
  PosterSpec,
  ReportSpec,
  SheetSpec,
} from '../../../../platform/documents/spec.ts';
import { renderWord, WORD_TYPE } from '../../../../platform/documents/word.ts';
import { missing, type Visit } from '../../../../platform/web/web.ts';
import { ownOrganisation } from '../../../housing/public.ts';
import { type May, mayWith } from '../access.ts';
import type { Panel } from '../rules/panel.ts';
import { panelById, selectorsOf } from '../store/panels.ts';
import { callText } from '../text/call.ts';
import { panelPlace, panelsPlace } from '../urls.ts';

/** A visit to one of them. */
export type Of<Params = unknown> = Omit<Visit, 'params'> & { readonly params: { readonly id: string } & Params };

export interface Seen {
  readonly panel: Panel;
  readonly may: May;
}

/** The focus group of this visit, and what the reader may do with it. */
export async function seen({ tx, actor, params }: Pick<Of, 'tx' | 'actor' | 'params'>): Promise<Seen> {
  const id = readId<'panel'>(params.id) ?? missing();
  const panel = (await panelById(tx, id)) ?? missing();
  return { panel, may: mayWith(actor, await selectorsOf(tx, id)) };
}

/** The same, for those who may; missing to everybody else. */
export async function seenBy(visit: Pick<Of, 'tx' | 'actor' | 'params'>, what: keyof May): Promise<Panel> {
  const { panel, may } = await seen(visit);
  return may[what] ? panel : missing();
}

/** The way back: all focus groups, and the one. */
export function trailTo(visit: Pick<Of, 'language'>, panel: Pick<Panel, 'id' | 'name'>) {
  return [
    { href: panelsPlace({}), label: callText(visit.language).title },
    { href: panelPlace({ id: panel.id }), label: panel.name },
  ];
}

/** What papers say of the office. */
export async function paperOf({ tx, language }: Pick<Of, 'tx' | 'language'>) {
  const { phone, email } = await ownOrganisation(tx);
  return { language, today: tx.today, origin: tx.origin, phone, email };
}

/** A paper as PDF, to look at or to save (`inline` false: what was posted for); where nothing can typeset, letters as a page to print and reports as Word. */
export async function paper(
  { tx, file }: Pick<Of, 'tx' | 'file'>,
  spec: LetterSpec | LettersSpec | PosterSpec | ReportSpec | SheetSpec,
  name: string,
  inline = true,
): Promise<Response> {
  const brand = await brandOf(tx, await ownOrganisation(tx));
  const pdf = await renderPdf(spec, brand);
  if (pdf.ok) return file({ bytes: pdf.value, type: 'application/pdf', name: `${name}.pdf`, inline });
  if (spec.kind === 'poster' || spec.kind === 'sheet') missing();
  if (spec.kind === 'report')
    return file({ bytes: await renderWord(spec, brand), type: WORD_TYPE, name: `${name}.docx` });
  return file({ bytes: renderPrintHtml(spec, brand), type: 'text/html; charset=utf-8', name: `${name}.html` });
}
