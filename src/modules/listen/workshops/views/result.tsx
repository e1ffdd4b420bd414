import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { type Cell, FEWEST_ORGANISATIONS, gapScore, gapsOf, heatOf, type Result } from '../rules/result.ts';
import { resultText } from '../text/results.ts';
import { ownSheetPlace, releasePlace, resultExcelPlace, resultPdfPlace, returnedPlace } from '../urls.ts';

/** V and X of each theme as a table whose cells are coloured by how many. The figure carries the meaning. */
export function HeatMap(props: { readonly language: Language; readonly lang: string; readonly result: Result }): Html {
  const { language, lang, result } = props;
  const words = resultText(language);
  return (
    <>
      <div class="heat-themes">
        {result.themes.map(({ title, cells }) => (
          <table class="heat">
            <caption>
              <Words lang={lang}>{title}</Words>
            </caption>
            <thead>
              <tr>
                <th scope="col">{words.option}</th>
                <th scope="col">
                  <abbr title={words.does}>{words.doesShort}</abbr>
                </th>
                <th scope="col">
                  <abbr title={words.could}>{words.couldShort}</abbr>
                </th>
              </tr>
            </thead>
            <tbody>
              {cells.map(({ text, does, could }) => (
                <tr>
                  <th scope="row">
                    <Words lang={lang}>{text}</Words>
                  </th>
                  <td data-mark="v" data-heat={heatOf(does, result.voices)}>
                    {does}
                  </td>
                  <td data-mark="x" data-heat={heatOf(could, result.voices)}>
                    {could}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
      {result.heldBack > 0 && <p>{words.heldBack(FEWEST_ORGANISATIONS)}</p>}
    </>
  );
}

/** The openings in their order, with the figures in words. */
export function Gaps(props: {
  readonly language: Language;
  readonly lang: string;
  readonly gaps: readonly Cell[];
}): Html {
  const { language, lang, gaps } = props;
  const words = resultText(language);
  if (gaps.length === 0) return <p>{words.noGaps}</p>;
  return (
    <ol class="gaps">
      {gaps.map((cell) => (
        <li>
          <Words lang={lang}>{cell.text}</Words>
          <span class="quiet gap-figures">{words.gapLine(cell.could, cell.does)}</span>
        </li>
      ))}
    </ol>
  );
}

export interface ResultProps {
  readonly language: Language;
  readonly id: string;
  readonly lang: string;
  readonly result: Result;
  readonly tables: number;
  /** May the sums be shown to others than staff? */
  readonly shown: boolean;
  /** Voices that others do not see yet. */
  readonly waiting: number;
  readonly host: boolean;
  readonly released: boolean;
  /** The day before which each is to have its own. */
  readonly returnBy: Day;
  readonly quotes: readonly string[];
  readonly insights: readonly string[];
  readonly pledges: { readonly all: number; readonly done: number; readonly going: number; readonly not_yet: number };
  /** Those who can have their own answer: for staff all, else the reader's. `table`: one of theirs. */
  readonly own: readonly { readonly table: string; readonly name: string; readonly returned: boolean }[];
}

/** What a room of people wants. Staff see it at once; those who took part when it is released and enough have answered. */
export function ResultPage(props: ResultProps): Html {
  const { language, result, host, released, shown } = props;
  const words = resultText(language);
  if (!host && !released) return <Message {...props} text={words.notReleased} />;
  if (result.voices + (host ? 0 : props.waiting) === 0) return <EmptyState title={words.none} text={words.noneText} />;
  if (!host && !shown) return <Message {...props} text={words.tooFew(FEWEST_ORGANISATIONS)} />;
  return (
    <div class="stack" data-live={`workshop:${props.id}`} id="resultatet">
      <p class="lead">{words.lead}</p>
      <p>
        {words.counted(result.voices, props.tables)} {words.voiceIs}
      </p>
      {host && !shown && (
        <Notice>
          <p>{words.tooFewStaff(FEWEST_ORGANISATIONS)}</p>
        </Notice>
      )}
      {host && shown && props.waiting > 0 && (
        <Notice>
          <p>{words.waitingStaff(props.waiting, FEWEST_ORGANISATIONS)}</p>
        </Notice>
      )}
      <section class="stack">
        <Heading level={2}>{words.gapsTitle}</Heading>
        <p>{words.gapsLead}</p>
        <GapTable {...props} />
      </section>
      <section class="stack">
        <Heading level={2}>{words.heatTitle}</Heading>
        <HeatMap language={language} lang={props.lang} result={result} />
      </section>
      <Said {...props} />
      <Files {...props} />
      <OwnSheets {...props} />
    </div>
  );
}

function Message(props: ResultProps & { readonly text: string }): Html {
  return (
    <div class="stack">
      <Notice>
        <p>{props.text}</p>
      </Notice>
      {props.released && <OwnSheets {...props} />}
    </div>
  );
}

function GapTable({ language, lang, result }: ResultProps): Html {
  const words = resultText(language);
  return (
    <Table
      language={language}
      caption={words.gapsTitle}
      captionHidden
      rows={gapsOf(result)}
      empty={<p>{words.noGaps}</p>}
      columns={[
        { heading: words.option, names: true, cell: ({ text }) => <Words lang={lang}>{text}</Words> },
        { heading: words.could, numeric: true, cell: ({ could }) => could },
        { heading: words.does, numeric: true, cell: ({ does }) => does },
        { heading: words.gap, numeric: true, cell: gapScore },
      ]}
    />
  );
}

function Said({ language, quotes, insights, pledges }: ResultProps): Html {
  const words = resultText(language);
  return (
    <>
      <SaidList title={words.quotesTitle} items={quotes} />
      <SaidList title={words.insightsTitle} items={insights} />
      {pledges.all > 0 && (
        <section class="stack">
          <Heading level={2}>{words.pledgesTitle}</Heading>
          <p>
            {words.pledgesSaid(pledges.all)} {words.pledgesWent(pledges.done, pledges.going, pledges.not_yet)}
          </p>
        </section>
      )}
    </>
  );
}

/** What people said, each a card of its own. Nothing where nobody did. */
export function SaidList(props: { readonly title: Child; readonly items: readonly string[] }): Html | null {
  if (props.items.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{props.title}</Heading>
      <ul class="wall-said">
        {props.items.map((one) => (
          <li>
            <Words>{one}</Words>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Files({ language, id, host, released }: ResultProps): Html {
  const words = resultText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.fetch}</Heading>
      <p class="actions">
        <LinkButton href={resultPdfPlace({ id })} look="secondary" download>
          {words.pdf}
        </LinkButton>
        {host && (
          <a href={resultExcelPlace({ id })} download>
            {words.excel}
          </a>
        )}
      </p>
      {host &&
        (released ? (
          <p>{words.released}</p>
        ) : (
          <Form action={releasePlace({ id })}>
            <p>{words.releaseWhy}</p>
            <p>
              <Button look="secondary">{words.release}</Button>
            </p>
          </Form>
        ))}
    </section>
  );
}

function OwnSheets({ language, id, host, own, returnBy }: ResultProps): Html | null {
  const words = resultText(language);
  if (own.length === 0) return null;
  const waiting = own.filter(({ returned }) => !returned);
  return (
    <section class="stack">
      <Heading level={2}>{host ? words.ownTitleStaff : words.ownTitle}</Heading>
      {host && <p>{words.ownLead(formatDay(returnBy, language))}</p>}
      <ul>
        {own.map(({ table, name, returned }) => (
          <li>
            <a href={ownSheetPlace({ id, table })} download aria-label={words.ownNamed(name)}>
              <Words>{name}</Words>
            </a>
            {host && returned && <span class="quiet"> ({words.returned})</span>}
          </li>
        ))}
      </ul>
      {host && waiting.length > 0 && (
        <Form action={returnedPlace({ id })}>
          {waiting.map(({ table }) => (
            <input type="hidden" name="tables[]" value={table} />
          ))}
          <p>
            <Button look="secondary">{words.giveBack}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}
