import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { type FormProblems, messagesFor, typedValue } from '../../../../ui/forms/problems.ts';
import type { Panel } from '../rules/panel.ts';
import { FEATURES } from '../rules/people.ts';
import { type KeptCell, plainCells } from '../rules/profile.ts';
import { percent } from '../rules/shares.ts';
import { chooseText } from '../text/choose.ts';
import { type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { countAnewPlace, profilePlace } from '../urls.ts';
import { Combinations } from './combinations.tsx';

export interface ProfileProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly cells: readonly KeptCell[];
  readonly departments: DepartmentNames;
  /** Which of the two forms was refused, and why. */
  readonly refused?: { readonly at: 'bounds' | 'combination'; readonly problems: FormProblems } | undefined;
}

/** Whom the group is to mirror, to be read and corrected. */
export function ProfilePage(props: ProfileProps): Html {
  const { language, panel, cells, refused } = props;
  const words = chooseText(language);
  if (cells.length === 0) {
    return (
      <>
        <EmptyState title={words.profileEmpty} text={words.profileEmptyText} />
        <Anew {...props} />
      </>
    );
  }
  return (
    <>
      <p class="lead">{words.profileLead}</p>
      {panel.locked ? (
        <Notice>
          <p>{words.profileLocked}</p>
        </Notice>
      ) : (
        <Notice>
          <p>{words.slack}</p>
        </Notice>
      )}
      <ErrorSummary language={language} problems={refused?.problems} />
      <Form action={profilePlace({ id: panel.id })} class="stack" warnUnsaved>
        {FEATURES.map((feature) => (
          <Feature {...props} cells={plainCells(cells).filter((cell) => cell.feature === feature)} />
        ))}
        {!panel.locked && (
          <p>
            <Button>{words.saveProfile}</Button>
          </p>
        )}
      </Form>
      {!panel.locked && <Anew {...props} />}
      <Combinations {...props} problems={refused?.at === 'combination' ? refused.problems : undefined} />
    </>
  );
}

function Feature({ language, cells, departments, refused, panel }: ProfileProps): Html | null {
  const words = chooseText(language);
  const [first] = cells;
  if (!first) return null;
  const all = cells.reduce((sum, { people }) => sum + people, 0);
  const name = (cell: KeptCell) => groupName(language, cell, departments);
  const field = (part: 'people' | 'fewest' | 'most', label: (group: string) => string) => (cell: KeptCell) => (
    <Count
      name={`${part}_${cell.id}`}
      label={label(name(cell))}
      value={cell[part]}
      problems={refused?.at === 'bounds' ? refused.problems : undefined}
      fixed={panel.locked}
    />
  );
  return (
    <section class="stack">
      <Heading level={2}>{groupsText(language).features[first.feature]}</Heading>
      <Table
        language={language}
        caption={groupsText(language).features[first.feature]}
        captionHidden
        rows={cells}
        columns={[
          { heading: words.group, names: true, cell: name },
          { heading: words.people, cell: field('people', words.peopleOf) },
          { heading: words.share, numeric: true, cell: (cell) => percent(all === 0 ? 0 : cell.people / all, language) },
          { heading: words.fewest, cell: field('fewest', words.fewestOf) },
          { heading: words.most, cell: field('most', words.mostOf) },
        ]}
      />
    </section>
  );
}

function Count(props: {
  readonly name: string;
  readonly label: string;
  readonly value: number;
  readonly problems: FormProblems | undefined;
  readonly fixed: boolean;
}): Html {
  const messages = messagesFor(props.problems, props.name);
  if (props.fixed) return <>{String(props.value)}</>;
  return (
    <div>
      <input
        class="ds-input field-number"
        id={props.name}
        name={props.name}
        type="text"
        inputmode="numeric"
        size={5}
        autocomplete="off"
        value={typedValue(props.problems, props.name, String(props.value))}
        aria-label={props.label}
        aria-invalid={messages.length > 0 ? true : undefined}
        aria-describedby={messages.length > 0 ? `${props.name}-error` : undefined}
      />
      {messages.length > 0 && (
        <p class="ds-validation-message" id={`${props.name}-error`}>
          {messages[0]}
        </p>
      )}
    </div>
  );
}

function Anew({ language, panel }: ProfileProps): Html {
  return (
    <Form action={countAnewPlace({ id: panel.id })}>
      <Button look="secondary">{chooseText(language).suggest}</Button>
    </Form>
  );
}
