import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import { type Panel, type Stage, stageOf } from '../rules/panel.ts';
import { callText } from '../text/call.ts';
import { enterPlace, newPanelPlace, panelPlace, panelsPlace } from '../urls.ts';

const STATES: Readonly<Record<Stage, 'waiting' | 'going' | 'good' | 'resting'>> = {
  coming: 'waiting',
  calling: 'going',
  choosing: 'waiting',
  set: 'going',
  going: 'going',
  over: 'resting',
};

export function StageTag(props: { readonly language: Language; readonly stage: Stage }): Html {
  return <StatusTag state={STATES[props.stage]}>{callText(props.language).stages[props.stage]}</StatusTag>;
}

export interface ListProps {
  readonly language: Language;
  readonly today: Day;
  readonly rows: readonly Panel[];
  readonly page: number;
  readonly more: boolean;
  readonly mayOpen: boolean;
}

export function PanelsPage(props: ListProps): Html {
  const { language, today, rows, page } = props;
  const words = callText(language);
  return (
    <>
      <p class="lead">{words.lead}</p>
      <p class="actions">
        {props.mayOpen && <LinkButton href={newPanelPlace({})}>{words.new}</LinkButton>}
        <LinkButton href={enterPlace({})} look="secondary">
          {words.enter}
        </LinkButton>
      </p>
      <Table
        language={language}
        caption={words.title}
        captionHidden
        rows={rows}
        columns={[
          {
            heading: words.columns.name,
            names: true,
            cell: (one) => (
              <a href={panelPlace({ id: one.id })}>
                <Words>{one.name}</Words>
              </a>
            ),
          },
          { heading: words.columns.kind, cell: (one) => words.kinds[one.kind] },
          { heading: words.columns.stage, cell: (one) => <StageTag language={language} stage={stageOf(one, today)} /> },
          {
            heading: words.columns.until,
            cell: (one) => (one.closesOn ? <DateText day={one.closesOn} language={language} style="short" /> : ''),
          },
        ]}
        empty={<EmptyState title={words.none} text={words.noneText} />}
      />
      <Pages language={language} page={page} more={props.more} at={(number) => panelsPlace({}, { side: number })} />
    </>
  );
}

/** The way to older and newer rows. */
export function Pages(props: {
  readonly language: Language;
  readonly page: number;
  readonly more: boolean;
  readonly at: (page: number) => string;
}): Html | null {
  const words = callText(props.language);
  if (props.page === 1 && !props.more) return null;
  return (
    <p class="actions">
      {props.page > 1 && (
        <LinkButton href={props.at(props.page - 1)} look="secondary">
          {words.newer}
        </LinkButton>
      )}
      {props.more && (
        <LinkButton href={props.at(props.page + 1)} look="secondary">
          {words.older}
        </LinkButton>
      )}
    </p>
  );
}
