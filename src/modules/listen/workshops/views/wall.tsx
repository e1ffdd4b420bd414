import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import { ProgressBar } from '../../../../ui/components/progress-bar.tsx';
import { QrCode } from '../../../../ui/components/qr-code.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import type { Choice } from '../rules/after.ts';
import { type Cell, FEWEST_ORGANISATIONS, type Result } from '../rules/result.ts';
import { resultText } from '../text/results.ts';
import { wallText } from '../text/wall.ts';
import { Gaps, HeatMap, SaidList } from './result.tsx';

export interface WallProps {
  readonly language: Language;
  readonly id: string;
  /** The language of the sheets. */
  readonly lang: string;
  readonly result: Result;
  readonly gaps: readonly Cell[];
  /** May the sums be shown? */
  readonly shown: boolean;
  /** Voices that have come, and are not in the numbers yet. */
  readonly waiting: number;
  readonly tables: { readonly all: number; readonly settled: number };
  /** What the room may join in; empty until it is put up. */
  readonly choices: readonly Choice[];
  readonly quotes: readonly string[];
  readonly insights: readonly string[];
  readonly pledges: readonly string[];
  readonly backTo: string;
  /** The whole addresses of the participants' page, and of the page where one joins. */
  readonly sendAt: string;
  readonly joinAt: string;
}

/** The large screen in the room. It follows along as sheets are settled, and shows no names. */
export function WallPage(props: WallProps): Html {
  const { language, choices, tables } = props;
  const allIn = tables.all > 0 && tables.settled === tables.all;
  return (
    <div class="wall" data-live={`workshop:${props.id}`} id="vaeggen">
      {choices.length > 0 && <Join {...props} />}
      {!(choices.length > 0 && allIn) && <ComingIn {...props} />}
      <Openings {...props} />
      <Sums {...props} />
      <div class="wall-said">
        <SaidList title={resultText(language).quotesTitle} items={props.quotes} />
        <SaidList title={resultText(language).insightsTitle} items={props.insights} />
        <SaidList title={resultText(language).pledgesTitle} items={props.pledges} />
      </div>
      <p class="quiet">
        {wallText(language).updated} <a href={props.backTo}>{wallText(language).full}</a>
      </p>
    </div>
  );
}

function ComingIn({ language, tables, sendAt, shown, gaps }: WallProps): Html {
  const words = wallText(language);
  const { all, settled } = tables;
  const site = withoutScheme(sendAt);
  return (
    <section class="wall-head">
      <div class="stack">
        <Heading level={2}>{all > 0 && settled === all ? words.allIn : words.comingIn}</Heading>
        {all === 0 ? (
          <p>{words.noTables}</p>
        ) : (
          <ProgressBar id="borde" label={words.tablesIn} value={settled} max={all} text={words.settled(settled, all)} />
        )}
        {all > 0 && settled === all && shown && gaps.length > 0 && <p>{words.soon}</p>}
        <p>
          {words.sheetHow} <Site address={site} />
        </p>
      </div>
      <QrCode content={sendAt} alt={words.sheetAlt(site)} />
    </section>
  );
}

function Join({ language, choices, joinAt, lang }: WallProps): Html {
  const words = wallText(language);
  const site = withoutScheme(joinAt);
  return (
    <section class="wall-head">
      <div class="stack">
        <Heading level={2}>{words.joinTitle}</Heading>
        <ol class="wall-choices">
          {choices.map(({ title, names }) => (
            <li>
              <Words lang={lang}>{title}</Words> <span class="wall-count">{words.names(names)}</span>
            </li>
          ))}
        </ol>
        <p>
          {words.joinHow} {words.joinSite} <Site address={site} />
        </p>
      </div>
      <QrCode content={joinAt} alt={words.joinAlt(site)} />
    </section>
  );
}

function Openings({ language, lang, gaps, shown }: WallProps): Html | null {
  if (!shown) return null;
  return (
    <section class="stack">
      <Heading level={2}>{wallText(language).gapsTitle}</Heading>
      <Gaps language={language} lang={lang} gaps={gaps} />
    </section>
  );
}

function Sums({ language, lang, result, shown, waiting }: WallProps): Html {
  const words = resultText(language);
  const came = result.voices + waiting;
  const isEnough = came >= FEWEST_ORGANISATIONS && waiting > 0;
  const few = isEnough ? words.stepWaits : words.tooFew(FEWEST_ORGANISATIONS);
  return (
    <section class="stack wall-sums">
      <Heading level={2}>{words.heatTitle}</Heading>
      {shown ? (
        <>
          <p>{words.lead}</p>
          {waiting > 0 && <p>{words.steps(result.voices, came, FEWEST_ORGANISATIONS)}</p>}
          <HeatMap language={language} lang={lang} result={result} />
        </>
      ) : (
        <p>{came === 0 ? words.noneText : few}</p>
      )}
    </section>
  );
}

/** Broken at its slashes, where the line is short: the code stays whole. */
function Site({ address }: { readonly address: string }): Html {
  const [host, ...rest] = address.split('/');
  return (
    <strong class="wall-site">
      {host}
      {rest.map((part) => (
        <>
          /<wbr />
          <span>{part}</span>
        </>
      ))}
    </strong>
  );
}

function withoutScheme(address: string): string {
  return address.replace(/^https?:\/\//, '');
}
