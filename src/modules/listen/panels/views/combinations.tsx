import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Panel } from '../rules/panel.ts';
import { combinations, type KeptCell, MOST_COMBINATIONS, plainCells } from '../rules/profile.ts';
import { chooseText } from '../text/choose.ts';
import { type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { combinationPlace } from '../urls.ts';

export interface CombinationsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly cells: readonly KeptCell[];
  readonly departments: DepartmentNames;
  readonly problems?: FormProblems | undefined;
}

/** Bounds for those who belong to two groups at once: what there is, and one more. */
export function Combinations(props: CombinationsProps): Html | null {
  const { language, panel, departments } = props;
  const words = chooseText(language);
  const found = combinations(props.cells);
  if (panel.locked && found.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.combinations}</Heading>
      {!panel.locked && <p>{words.combinationsWhy}</p>}
      {found.length > 0 && (
        <Table
          language={language}
          caption={words.combinations}
          captionHidden
          rows={found}
          columns={[
            { heading: words.group, names: true, cell: (cell) => groupName(language, cell, departments) },
            { heading: words.wanted, numeric: true, cell: (cell) => words.asked(cell.fewest, cell.most) },
            ...(panel.locked ? [] : [{ heading: words.remove, cell: removal(props) }]),
          ]}
        />
      )}
      {!panel.locked && found.length < MOST_COMBINATIONS && <OneMore {...props} />}
    </section>
  );
}

function removal({ language, panel, departments }: CombinationsProps): (cell: KeptCell) => Html {
  const words = chooseText(language);
  return (cell) => (
    <Form action={combinationPlace({ id: panel.id })}>
      <Button
        look="secondary"
        name="remove"
        value={cell.id}
        label={words.removeOf(groupName(language, cell, departments))}
      >
        {words.remove}
      </Button>
    </Form>
  );
}

function OneMore({ language, panel, cells, departments, problems }: CombinationsProps): Html {
  const words = chooseText(language);
  const options = plainCells(cells).map((cell) => ({
    value: cell.id as string,
    label: `${groupsText(language).features[cell.feature]}: ${groupName(language, cell, departments)}`,
  }));
  const part = (name: string, label: string) => (
    <Select
      language={language}
      problems={problems}
      name={name}
      label={label}
      empty={words.chooseGroup}
      options={options}
    />
  );
  const count = (name: string, label: string) => (
    <TextField
      language={language}
      problems={problems}
      name={name}
      label={label}
      inputmode="numeric"
      autocomplete="off"
      size={4}
    />
  );
  return (
    <Form action={combinationPlace({ id: panel.id })} class="stack">
      {part('one', words.oneGroup)}
      {part('other', words.otherGroup)}
      {count('atLeast', words.fewest)}
      {count('atMost', words.most)}
      <p>
        <Button look="secondary">{words.addCombination}</Button>
      </p>
    </Form>
  );
}
