import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { statusOf } from '../rules/sheets.ts';
import { photosText } from '../text/photos.ts';
import { workshopsText } from '../text/workshops.ts';
import { checkPlace, workshopPlace } from '../urls.ts';
import { SheetStatusTag, type ShownSheet, sheetName } from './sheets.tsx';

/** A sheet that waits; `mine`: the reader has gone through it already, and another must. */
export interface Waiting extends ShownSheet {
  readonly mine: boolean;
  /** How many pictures show it. */
  readonly pictures: number;
}

export function CheckingPage(props: {
  readonly language: Language;
  readonly id: string;
  readonly sheets: readonly Waiting[];
}): Html {
  const { language, id, sheets } = props;
  const words = photosText(language);
  const more = workshopsText(language);
  return (
    <>
      <p class="lead">{words.checkingLead}</p>
      <div data-live={`workshop:${id}`} id="at-bekraefte">
        <Table
          language={language}
          caption={words.checkingTitle}
          captionHidden
          rows={sheets}
          empty={
            <EmptyState
              title={words.noneToCheck}
              text={words.noneToCheckText}
              action={{ href: workshopPlace({ id }), label: words.back }}
            />
          }
          columns={[
            {
              heading: more.sheetsIn,
              names: true,
              cell: (sheet) => <a href={checkPlace({ id, sheet: sheet.id })}>{sheetName(language, sheet)}</a>,
            },
            { heading: more.table, cell: (sheet) => <Words>{sheet.table}</Words> },
            { heading: more.theme, cell: (sheet) => <Words>{sheet.theme}</Words> },
            {
              heading: more.state,
              cell: (sheet) => (
                <>
                  <SheetStatusTag language={language} status={statusOf(sheet)} />
                  {sheet.pictures > 1 && <p class="quiet">{words.several(sheet.pictures)}</p>}
                  {sheet.mine && <p class="quiet">{words.waitsForOther}</p>}
                </>
              ),
            },
          ]}
        />
      </div>
    </>
  );
}
