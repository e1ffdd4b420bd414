import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { callText } from '../text/call.ts';
import { endPanelPlace, selectorsPlace } from '../urls.ts';

export interface SelectorsProps {
  readonly language: Language;
  readonly id: string;
  readonly selectors: readonly { readonly id: string; readonly name: string }[];
  readonly others: readonly { readonly id: string; readonly name: string }[];
  readonly over: boolean;
  readonly problems?: FormProblems | undefined;
}

/** Who sees the names; and the end of the group. */
export function Selectors(props: SelectorsProps): Html {
  const { language, id, problems } = props;
  const words = callText(language);
  return (
    <section class="stack" id="vaelgere">
      <Heading level={2}>{words.selectors}</Heading>
      <p>{words.selectorsWhy}</p>
      <ErrorSummary language={language} problems={problems} />
      <ul class="plain-list">
        {props.selectors.map((one) => (
          <li>
            <Form action={selectorsPlace({ id })} class="actions">
              <Words>{one.name}</Words>
              <input type="hidden" name="person" value={one.id} />
              <Button look="tertiary" name="fjern" value="ja" label={words.removeSelector(one.name)}>
                {words.remove}
              </Button>
            </Form>
          </li>
        ))}
      </ul>
      <Form action={selectorsPlace({ id })}>
        <Select
          language={language}
          problems={problems}
          name="person"
          label={words.chooseSelector}
          options={props.others.map((one) => ({ value: one.id, label: one.name }))}
        />
        <p>
          <Button look="secondary">{words.addSelector}</Button>
        </p>
      </Form>
      {!props.over && (
        <Form action={endPanelPlace({ id })}>
          <p>{words.endWhy}</p>
          <p>
            <Button look="danger">{words.end}</Button>
          </p>
        </Form>
      )}
    </section>
  );
}
