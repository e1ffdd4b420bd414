import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../../kernel/day.ts';
import { formatMoment } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Card, CardGrid } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { canReopen, type DrawHead, type DrawKind, type DrawState } from '../rules/draw.ts';
import type { Panel } from '../rules/panel.ts';
import { drawText } from '../text/draw.ts';
import { applicantsPlace, drawPlace, drawsPlace, lockPlace, reservePlace } from '../urls.ts';

export interface DrawsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly draws: readonly DrawHead[];
  /** Is there an order of reserves? */
  readonly reserves: boolean;
  /** Seats nobody has. */
  readonly free: number;
  /** Have seats been drawn? */
  readonly drawn: boolean;
  readonly selectors: number;
  readonly problems?: FormProblems | undefined;
}

const LOOKS: Readonly<Record<DrawState, 'waiting' | 'going' | 'good' | 'resting' | 'stopped'>> = {
  waiting: 'waiting',
  running: 'going',
  ready: 'waiting',
  drawn: 'good',
  infeasible: 'stopped',
  failed: 'stopped',
  stopped: 'resting',
};

export function DrawTag(props: { readonly language: Language; readonly state: DrawState }): Html {
  return <StatusTag state={LOOKS[props.state]}>{drawText(props.language).states[props.state]}</StatusTag>;
}

/** What can be drawn now, and what was drawn before. */
export function DrawsPage(props: DrawsProps): Html {
  const { language, panel, draws, drawn, free } = props;
  const words = drawText(language);
  const can: readonly DrawKind[] = !panel.locked
    ? ['test']
    : !drawn
      ? ['two', 'public', 'test']
      : free > 0
        ? ['spare']
        : [];
  return (
    <>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} problems={props.problems} />
      {!panel.locked && (
        <Notice>
          <p>
            {words.notLocked} <a href={applicantsPlace({ id: panel.id })}>{words.goLock}</a>
          </p>
        </Notice>
      )}
      {props.selectors < 2 && (
        <Notice kind="warning">
          <p>{words.needsTwo}</p>
        </Notice>
      )}
      {can.length === 0 && <p>{words.full}</p>}
      {can.length > 0 && <Choices {...props} can={can} />}
      {canReopen(panel, draws) && (
        <Form action={lockPlace({ id: panel.id })}>
          <p>{words.reopenWhy}</p>
          <p>
            <Button look="secondary" name="reopen" value="ja">
              {words.reopen}
            </Button>
          </p>
        </Form>
      )}
      <section class="stack">
        <Heading level={2}>{words.before}</Heading>
        <Table
          language={language}
          caption={words.before}
          captionHidden
          rows={draws}
          columns={[
            {
              heading: words.columns.what,
              names: true,
              cell: (draw) => <a href={drawPlace({ id: panel.id, draw: draw.id })}>{words.kinds[draw.kind]}</a>,
            },
            {
              heading: words.columns.when,
              cell: (draw) => <time datetime={dayOf(draw.askedAt)}>{formatMoment(draw.askedAt, language)}</time>,
            },
            { heading: words.columns.state, cell: (draw) => <DrawTag language={language} state={draw.state} /> },
          ]}
          empty={<p>{words.none}</p>}
        />
      </section>
    </>
  );
}

/** What can be drawn now, the usual first. */
function Choices(props: DrawsProps & { readonly can: readonly DrawKind[] }): Html {
  const { language, panel, free, can } = props;
  const words = drawText(language);
  return (
    <CardGrid>
      {can.includes('spare') && props.reserves && (
        <Card>
          <p>{words.reserveWhy}</p>
          <Form action={reservePlace({ id: panel.id })}>
            <Button>{words.reserve}</Button>
          </Form>
        </Card>
      )}
      {can.map((kind, at) => (
        <Card>
          <p>{{ test: words.testWhy, two: words.twoWhy, public: words.publicWhy, spare: words.spareWhy }[kind]}</p>
          <Form action={drawsPlace({ id: panel.id })}>
            <Button
              look={at === 0 && !(kind === 'spare' && props.reserves) ? 'strong' : 'secondary'}
              name="kind"
              value={kind}
            >
              {kind === 'spare' ? words.spare(free) : words[kind]}
            </Button>
          </Form>
        </Card>
      ))}
    </CardGrid>
  );
}
