import { filePlace, NOW, reportPlace } from '../../src/modules/measure/reports/urls.ts';
import { readPdf } from '../../src/platform/documents/pdf-reading.ts';
import type { Running } from './children.ts';
import type { MeasuredHouse } from './houses.ts';
import { quantile } from './measure.ts';

/** The yearly report of a house as a PDF, as it stands now. */
export interface MeasuredPaper {
  readonly size: string;
  readonly pages: number;
  /** From the press of the button until it is all there: the median of a few. */
  readonly ms: number;
}

/** After the first, which loads the typesetter. A person may make thirty in ten minutes. */
const TIMES = 4;

/** Makes the report of this year in each house, through the page that people press. */
export async function measurePapers(
  { address }: Running,
  houses: readonly MeasuredHouse[],
): Promise<readonly MeasuredPaper[]> {
  const papers: MeasuredPaper[] = [];
  for (const { slug, size, cookie } of houses) {
    const year = String(new Date().getFullYear());
    const at = `${address}/${slug}`;
    const page = await (await fetch(at + reportPlace({ year }, { udgave: NOW }), { headers: { cookie } })).text();
    const [, token = ''] = /<input[^>]* name="_csrf"[^>]* value="([^"]+)"/.exec(page) ?? [];
    const taken: number[] = [];
    let bytes = new Uint8Array();
    for (let time = 0; time <= TIMES; time += 1) {
      const begun = performance.now();
      const response = await fetch(at + filePlace({ year }), {
        method: 'POST',
        headers: { cookie, 'sec-fetch-site': 'same-origin' },
        body: new URLSearchParams({ _csrf: token, form: 'pdf', edition: '0' }),
      });
      bytes = new Uint8Array(await response.arrayBuffer());
      if (response.status !== 200) throw new Error(`Cannot measure the report of ${slug}: ${response.status}`);
      if (time > 0) taken.push(performance.now() - begun);
    }
    papers.push({ size, pages: (await readPdf(bytes)).pages.length, ms: quantile(taken, 0.5) });
  }
  return papers;
}
