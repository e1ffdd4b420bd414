import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { numberOf, type SheetStanding, type SheetStatus, statusOf } from '../rules/sheets.ts';
import { formWords } from '../text/forms.ts';
import { photosText } from '../text/photos.ts';
import { workshopsText } from '../text/workshops.ts';
import { checkPlace, layoutsPlace, sheetsPdfPlace, sheetsPlace, tablesPlace } from '../urls.ts';
import { PledgeCardPrints } from './pledge-cards.tsx';

/** A sheet with what it is called here. */
export interface ShownSheet extends SheetStanding {
  /** "Bord 4: Lyngbakken". */
  readonly table: string;
  readonly theme: string;
}

export interface SheetsProps {
  readonly language: Language;
  readonly id: string;
  readonly paper: string;
  readonly sheets: readonly ShownSheet[];
  /** Tables that have sheets on paper. */
  readonly printed: readonly { readonly number: number; readonly name: string }[];
  /** How many tables have none. */
  readonly lacking: number;
  readonly problems?: FormProblems | undefined;
}

export function SheetsPage(props: SheetsProps): Html {
  const { language, id, sheets, printed, lacking, problems } = props;
  const words = workshopsText(language);
  const onPaper = sheets.some(({ serial }) => serial !== null);
  return (
    <>
      <p class="lead">{words.sheetsLead}</p>
      <section class="stack" aria-labelledby="lav-ark">
        <Heading level={2} id="lav-ark">
          {words.makeHeading}
        </Heading>
        {lacking === 0 && !onPaper ? (
          <p>
            {words.makeNone} <a href={tablesPlace({ id })}>{words.ways.tables}</a>
          </p>
        ) : (
          <p>{words.makeWhy(lacking)}</p>
        )}
        <Form action={sheetsPlace({ id })}>
          <ErrorSummary language={language} problems={problems} />
          <NumberField
            language={language}
            problems={problems}
            name="spares"
            label={formWords(language).spares}
            value={0}
            optional
          />
          <p>
            <Button look={onPaper ? 'secondary' : 'strong'}>{words.makeSheets}</Button>
          </p>
        </Form>
      </section>
      {onPaper && (
        <p class="actions">
          <LinkButton href={sheetsPdfPlace({ id })} download>
            {words.printAll}
          </LinkButton>
        </p>
      )}
      {onPaper && <p class="field-help">{words.howToPrint(props.paper.toUpperCase())}</p>}
      {printed.length > 1 && (
        <>
          <p>{words.printTables}</p>
          <ul class="workshop-prints">
            {printed.map(({ number, name }) => (
              <li>
                <a href={sheetsPdfPlace({ id }, { bord: number })} download aria-label={words.printTableNamed(name)}>
                  <Words>{name}</Words>
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
      <PledgeCardPrints language={language} id={id} />
      <SheetTable {...props} />
      {onPaper && (
        <p class="quiet">
          <a href={layoutsPlace({ id })} download>
            {words.layouts}
          </a>
        </p>
      )}
    </>
  );
}

const STATES: Readonly<Record<SheetStatus, 'waiting' | 'going' | 'good' | 'resting' | 'stopped'>> = {
  blank: 'resting',
  read: 'waiting',
  half: 'waiting',
  disputed: 'stopped',
  confirmed: 'good',
};

export function SheetStatusTag(props: { readonly language: Language; readonly status: SheetStatus }): Html {
  return <StatusTag state={STATES[props.status]}>{workshopsText(props.language).statuses[props.status]}</StatusTag>;
}

/** What a sheet is called: its number, or that it is on a telephone. */
export function sheetName(language: Language, { serial }: Pick<SheetStanding, 'serial'>): string {
  const words = workshopsText(language);
  return serial === null ? words.onPhone : words.sheetNumber(numberOf(serial));
}

function SheetTable({ language, id, sheets }: SheetsProps): Html {
  const words = workshopsText(language);
  const check = photosText(language);
  return (
    <div data-live={`workshop:${id}`} id="arkene">
      <Table
        language={language}
        caption={words.ways.sheets}
        captionHidden
        rows={sheets}
        empty={<p>{words.noSheets}</p>}
        columns={[
          {
            heading: words.sheetsIn,
            names: true,
            cell: (sheet) => (
              <a href={checkPlace({ id, sheet: sheet.id })} aria-label={check.checkNamed(nameIn(language, sheet))}>
                {sheetName(language, sheet)}
              </a>
            ),
          },
          { heading: words.table, cell: (sheet) => <Words>{sheet.table}</Words> },
          { heading: words.theme, cell: (sheet) => <Words>{sheet.theme}</Words> },
          {
            heading: words.state,
            cell: (sheet) => <SheetStatusTag language={language} status={statusOf(sheet)} />,
          },
        ]}
      />
    </div>
  );
}

function nameIn(language: Language, sheet: ShownSheet): string {
  return `${sheetName(language, sheet)}, ${sheet.table}, ${sheet.theme}`;
}
