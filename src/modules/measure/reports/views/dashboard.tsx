import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { barLengthOf, type Count, wholeBarOf } from '../../../../platform/figures/count.ts';
import type { Figure } from '../../../../platform/figures/figures.ts';
import { showCount, showParts } from '../../../../platform/figures/words.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { FigureBar } from '../../../../ui/components/figure-bar.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { Select } from '../../../../ui/forms/select.tsx';
import { type Part, ROOM_ORDER, SEVERAL, type Shown } from '../rules/dashboard.ts';
import { dashboardText } from '../text/dashboard.ts';
import { dashboardPlace, WHOLE } from '../urls.ts';

export interface DashboardProps {
  readonly language: Language;
  readonly year: number;
  readonly years: readonly number[];
  /** Is it counted to today? */
  readonly running: boolean;
  readonly part: Part;
  /** What the reader may choose between. */
  readonly places: readonly { readonly id: string; readonly name: string }[];
  /** May the reader choose the whole organisation? */
  readonly mayWhole: boolean;
  readonly shown: readonly Shown[];
  readonly behindHref: (figure: Figure, year: number) => string;
}

/** Every figure, this year beside last, room by room. A share is drawn of its whole, any other against the longer of the two. */
export function DashboardPage(props: DashboardProps): Html {
  const { language, years, year, part, shown } = props;
  const words = dashboardText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <TabsNav
        label={words.years}
        tabs={years.map((one) => ({
          href: dashboardPlace({}, { aar: one, afdeling: part === SEVERAL ? WHOLE : part }),
          label: String(one),
          current: one === year,
        }))}
      />
      <PlaceForm {...props} />
      {shown.length === 0 && <p>{words.none}</p>}
      {ROOM_ORDER.map((room) => {
        const here = shown.filter(({ figure }) => figure.room === room);
        return (
          here.length > 0 && (
            <section class="stack">
              <Heading level={2}>{words.rooms[room]}</Heading>
              <RoomTable {...props} title={words.rooms[room]} here={here} />
            </section>
          )
        );
      })}
      <p class="quiet">{words.mangler}</p>
    </>
  );
}

function PlaceForm({ language, year, part, places, mayWhole }: DashboardProps): Html | null {
  const words = dashboardText(language);
  if (places.length + (mayWhole ? 1 : 0) < 2) return null;
  return (
    <Form action={dashboardPlace({})} method="get" class="form-row">
      <input type="hidden" name="aar" value={String(year)} />
      <Select
        language={language}
        name="afdeling"
        label={words.place}
        value={part ?? undefined}
        optional
        {...(mayWhole ? { empty: words.wholePlace } : {})}
        options={places.map(({ id, name }) => ({ value: id, label: name }))}
      />
      <Button look="secondary">{words.show}</Button>
    </Form>
  );
}

function RoomTable(props: DashboardProps & { readonly title: string; readonly here: readonly Shown[] }): Html {
  const { language, year, running, here } = props;
  const words = dashboardText(language);
  const yearText = running ? words.running(year) : String(year);
  const column = (heading: string, ofYear: number, which: 'now' | 'before') => ({
    heading,
    cell: (one: Shown) => (
      <YearCell {...props} one={one} count={one[which]} year={ofYear} heading={heading} faint={which === 'before'} />
    ),
  });
  return (
    <Table
      language={language}
      caption={props.title}
      captionHidden
      rows={here}
      columns={[
        { heading: words.figure, names: true, cell: ({ figure }) => figure.name[language] },
        column(yearText, year, 'now'),
        column(String(year - 1), year - 1, 'before'),
      ]}
    />
  );
}

function YearCell(
  props: DashboardProps & {
    readonly one: Shown;
    readonly count: Count;
    readonly year: number;
    readonly heading: string;
    readonly faint: boolean;
  },
): Html {
  const { language, one, count, year } = props;
  const { figure, now, before } = one;
  const text = showCount(figure.unit, count, language);
  const parts = showParts(count, language);
  const top = wholeBarOf(figure.unit, [now, before]);
  const bar = <FigureBar length={barLengthOf(figure.unit, count)} top={top} text={text} faint={props.faint} />;
  const more = parts && <span class="quiet"> ({parts})</span>;
  if (count.kind !== 'counted') return <>{bar}</>;
  return (
    <>
      <a
        class="figure-link"
        href={props.behindHref(figure, year)}
        aria-label={dashboardText(language).open(figure.name[language], props.heading, text)}
      >
        {bar}
      </a>
      {more}
    </>
  );
}
