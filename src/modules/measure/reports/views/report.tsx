import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../../ui/components/card.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Breadcrumb, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { EditionLine, Report } from '../rules/edition.ts';
import { fundText } from '../text/fund.ts';
import { managementText } from '../text/management.ts';
import { pagesText } from '../text/pages.ts';
import { reportText } from '../text/report.ts';
import { dashboardPlace, filePlace, NOW, publishPlace, reportPlace, reportsPlace, storyPlace } from '../urls.ts';
import { Ideas, Initiatives, People } from './figures.tsx';
import { Funds } from './fund.tsx';
import { Counted, StrategyPart } from './management.tsx';
import { Threads } from './threads.tsx';

export interface YearLine {
  readonly year: number;
  /** The newest, when it is published. */
  readonly edition: EditionLine | null;
}

/** Every year there is something to tell of. */
export function ReportsPage(props: { readonly language: Language; readonly years: readonly YearLine[] }): Html {
  const words = pagesText(props.language);
  if (props.years.length === 0) return <EmptyState title={words.noYears} text={words.noYearsText} />;
  return (
    <>
      <p>{words.reportsIntro}</p>
      <p>
        <a href={dashboardPlace({})}>{words.toFigures}</a>
      </p>
      <CardGrid>
        {props.years.map(({ year, edition }) => (
          <Card>
            <Heading level={2}>{year}</Heading>
            <p>
              {edition
                ? words.yearState.published(edition.number, formatDay(edition.publishedOn, props.language))
                : words.yearState.none}
            </p>
            <p>
              <a href={reportPlace({ year: String(year) })}>{words.open(year)}</a>
            </p>
          </Card>
        ))}
      </CardGrid>
    </>
  );
}

export interface ReportProps {
  readonly language: Language;
  readonly report: Report;
  /** Of this year, the newest first. */
  readonly editions: readonly EditionLine[];
  readonly may: { readonly write: boolean };
  /** When a file could not be made. */
  readonly notice?: string | null;
}

export function ReportPage(props: ReportProps): Html {
  const { language, report, editions } = props;
  const { figures, edition } = report;
  const words = reportText(language);
  return (
    <>
      <Breadcrumb language={language} steps={[{ href: reportsPlace({}), label: pagesText(language).reports }]} />
      <h1 class="ds-heading page-title" data-size="lg">
        {words.title(figures.year)}
      </h1>
      {props.notice && <Notice kind="warning">{props.notice}</Notice>}
      {editions.length > 0 && <EditionTabs {...props} />}
      <p class="lead">
        {edition
          ? `${words.edition(edition.number, formatDay(edition.publishedOn, language))} ${words.countedTo(formatDay(figures.countedTo, language))}`
          : words.now(formatDay(figures.countedTo, language))}
      </p>
      {edition && edition.reason !== '' && (
        <Notice heading={words.correction}>
          <p lang="da">{edition.reason}</p>
        </Notice>
      )}
      <Actions {...props} />
      {report.story !== '' && (
        <section class="stack">
          <Heading level={2}>{words.story}</Heading>
          <Words text={report.story} />
        </section>
      )}
      {figures.threads !== undefined && <Threads language={language} threads={figures.threads} />}
      <Ideas language={language} figures={figures} />
      <Initiatives language={language} figures={figures} />
      <People language={language} figures={figures} />
      {figures.fund !== undefined && <Funds language={language} year={figures.year} fund={figures.fund} />}
      {figures.strategy !== undefined && (
        <StrategyPart language={language} year={figures.year} strategy={figures.strategy} />
      )}
      <Counted language={language} year={figures.year} counted={figures.counted ?? []} />
      <section class="stack">
        <Heading level={2}>{words.howCounted}</Heading>
        <ul>
          {[...words.method, ...fundText(language).method].map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      </section>
    </>
  );
}

function EditionTabs({ language, report, editions }: ReportProps): Html {
  const words = pagesText(language);
  const year = String(report.figures.year);
  return (
    <TabsNav
      label={words.tabs}
      tabs={[
        ...editions.map(({ number }) => ({
          href: reportPlace({ year }, { udgave: number }),
          label: words.tabEdition(number),
          current: report.edition?.number === number,
        })),
        { href: reportPlace({ year }, { udgave: NOW }), label: words.tabNow, current: report.edition === null },
      ]}
    />
  );
}

function Actions({ language, report, may }: ReportProps): Html {
  const words = pagesText(language);
  const year = String(report.figures.year);
  return (
    <div class="actions">
      <Form action={filePlace({ year })} class="actions">
        <input type="hidden" name="edition" value={String(report.edition?.number ?? 0)} />
        <Button name="form" value="pdf">
          {words.pdf}
        </Button>
        <Button name="form" value="docx" look="secondary">
          {words.word}
        </Button>
        <Button name="form" value="residents-pdf" look="secondary">
          {managementText(language).residents}
        </Button>
        <Button name="form" value="residents-docx" look="tertiary">
          {managementText(language).residentsWord}
        </Button>
      </Form>
      {may.write && report.edition === null && (
        <>
          <LinkButton href={storyPlace({ year })} look="secondary">
            {report.story === '' ? words.writeStory : words.editStory}
          </LinkButton>
          <LinkButton href={publishPlace({ year })} look="tertiary">
            {words.publish}
          </LinkButton>
        </>
      )}
    </div>
  );
}

/** As somebody wrote it: Danish, a blank line between paragraphs. */
export function Words({ text }: { readonly text: string }): Html {
  return (
    <div class="quote" lang="da">
      {text.split(/\n\s*\n/).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </div>
  );
}
