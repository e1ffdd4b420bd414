import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import type { Progress } from '../rules/sheets.ts';
import { type Stage, stageOf, type Workshop } from '../rules/workshop.ts';
import { workshopsText } from '../text/workshops.ts';
import { newWorkshopPlace, workshopPlace, workshopsPlace } from '../urls.ts';

const STATES: Readonly<Record<Stage, 'waiting' | 'going' | 'resting'>> = {
  coming: 'waiting',
  today: 'going',
  over: 'resting',
};

export function StageTag(props: { readonly language: Language; readonly stage: Stage }): Html {
  return <StatusTag state={STATES[props.stage]}>{workshopsText(props.language).stages[props.stage]}</StatusTag>;
}

export interface ListProps {
  readonly language: Language;
  readonly today: Day;
  readonly rows: readonly Workshop[];
  /** For those who run them; null for those who are invited. */
  readonly progress: ReadonlyMap<string, Progress> | null;
  readonly page: number;
  readonly more: boolean;
}

export function WorkshopsPage(props: ListProps): Html {
  const { language, today, rows, progress, page } = props;
  const words = workshopsText(language);
  const host = progress !== null;
  return (
    <>
      <p class="lead">{host ? words.lead : words.leadGuest}</p>
      {host && rows.length > 0 && (
        <p>
          <LinkButton href={newWorkshopPlace({})}>{words.new}</LinkButton>
        </p>
      )}
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={rows}
        columns={[
          {
            heading: words.title,
            names: true,
            cell: (one) => (
              <a href={workshopPlace({ id: one.id })}>
                <Words>{one.name}</Words>
              </a>
            ),
          },
          { heading: words.when, cell: (one) => <DateText day={one.on} language={language} /> },
          { heading: words.where, cell: (one) => <Words>{one.place || '–'}</Words> },
          { heading: words.state, cell: (one) => <StageTag language={language} stage={stageOf(one, today)} /> },
          ...(progress
            ? [{ heading: words.sheetsIn, numeric: true, cell: (one: Workshop) => sheetsIn(progress.get(one.id)) }]
            : []),
        ]}
        empty={
          host ? (
            <EmptyState
              title={words.none}
              text={words.noneText}
              action={{ href: newWorkshopPlace({}), label: words.new }}
            />
          ) : (
            <EmptyState title={words.noneGuest} text={words.noneGuestText} />
          )
        }
      />
      <NewerOlder language={language} page={page} more={props.more} href={(side) => workshopsPlace({}, { side })} />
    </>
  );
}

function sheetsIn(progress: Progress | undefined): string {
  return progress ? `${progress.confirmed} / ${progress.printed}` : '';
}
