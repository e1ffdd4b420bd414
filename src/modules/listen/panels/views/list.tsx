import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import type { Language } from '../../../../kernel/language.ts';
import { LinkButton } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { NewerOlder } from '../../../../ui/components/wayfinding.tsx';
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
      <NewerOlder
        language={language}
        page={page}
        more={props.more}
        href={(number) => panelsPlace({}, { side: number })}
      />
    </>
  );
}
