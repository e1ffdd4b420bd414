import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import type { Language } from '../../../kernel/language.ts';
import { LinkButton } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../ui/components/wayfinding.tsx';
import { DateText, Words } from '../../../ui/components/written.tsx';
import { type Gathering, type Stage, stageOf } from '../rules.ts';
import { gatheringsText } from '../text/gatherings.ts';
import { gatheringPlace, gatheringsPlace, newGatheringPlace } from '../urls.ts';

const STATES: Readonly<Record<Stage, 'waiting' | 'going' | 'resting' | 'stopped'>> = {
  coming: 'waiting',
  going: 'going',
  over: 'resting',
  closed: 'resting',
};

export function StageTag(props: { readonly language: Language; readonly stage: Stage }): Html {
  return <StatusTag state={STATES[props.stage]}>{gatheringsText(props.language).stages[props.stage]}</StatusTag>;
}

export interface ListProps {
  readonly language: Language;
  readonly today: Day;
  readonly rows: readonly Gathering[];
  /** Guests by gathering, for hosts; null for those who are invited. */
  readonly guests: ReadonlyMap<string, number> | null;
  readonly page: number;
  readonly more: boolean;
}

export function GatheringsPage(props: ListProps): Html {
  const { language, today, rows, guests, page } = props;
  const words = gatheringsText(language);
  const host = guests !== null;
  return (
    <>
      <p class="lead">{host ? words.lead : words.leadGuest}</p>
      {host && rows.length > 0 && (
        <p>
          <LinkButton href={newGatheringPlace({})}>{words.new}</LinkButton>
        </p>
      )}
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={rows}
        columns={[
          {
            heading: gatheringsText(language).title,
            names: true,
            cell: (one) => (
              <a href={gatheringPlace({ id: one.id })}>
                <Words>{one.name}</Words>
              </a>
            ),
          },
          { heading: words.what, cell: (one) => words.kinds[one.kind] },
          { heading: words.when, cell: (one) => <Days language={language} gathering={one} /> },
          { heading: words.state, cell: (one) => <StageTag language={language} stage={stageOf(one, today)} /> },
          ...(guests
            ? [{ heading: words.guests, numeric: true, cell: (one: Gathering) => String(guests.get(one.id) ?? 0) }]
            : []),
        ]}
        empty={
          host ? (
            <EmptyState
              title={words.none}
              text={words.noneText}
              action={{ href: newGatheringPlace({}), label: words.new }}
            />
          ) : (
            <EmptyState title={words.noneGuest} text={words.noneGuestText} />
          )
        }
      />
      <NewerOlder language={language} page={page} more={props.more} href={(side) => gatheringsPlace({}, { side })} />
    </>
  );
}

export function Days(props: { readonly language: Language; readonly gathering: Gathering }): Html {
  const { language, gathering } = props;
  if (gathering.from === gathering.until) return <DateText day={gathering.from} language={language} />;
  return (
    <>
      <DateText day={gathering.from} language={language} /> – <DateText day={gathering.until} language={language} />
    </>
  );
}
