import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import type { MergeDoubt } from '../rules/merging.ts';
import type { Person } from '../rules.ts';
import { peopleText } from '../text/people.ts';
import { mergePlace } from '../urls.ts';

/** A record that may be the same human. */
export interface Twin {
  readonly id: Person['id'];
  readonly name: string;
  readonly email: string | null;
  readonly phone: string | null;
  readonly address: string | null;
}

export interface MergePageProps {
  readonly language: Language;
  readonly person: Pick<Person, 'id'>;
  readonly search: string;
  readonly found: readonly Twin[];
  /** What speaks against it: shown once it has been asked for. */
  readonly doubts: readonly MergeDoubt[];
  readonly problems?: FormProblems | undefined;
}

/** The other record is found, and the two become one. */
export function MergePage(props: MergePageProps): Html {
  const { language, person, found, doubts, problems } = props;
  const words = peopleText(language);
  const action = mergePlace({ id: person.id });
  return (
    <>
      <p class="lead">{words.mergeText}</p>
      <SearchBox language={language} action={action} value={props.search} label={words.mergeSearch} />
      {found.length === 0 && <p>{words.mergeNone}</p>}
      {found.length > 0 && (
        <Form action={mergePlace({ id: person.id }, props.search ? { q: props.search } : {})}>
          <ErrorSummary language={language} problems={problems} />
          <Radios
            language={language}
            name="other"
            label={words.mergePick}
            options={found.map((one) => ({ value: one.id, label: one.name, hint: knownBy(one) }))}
            problems={problems}
          />
          <Checkbox language={language} name="asked" label={words.mergeAsked} problems={problems} />
          {doubts.length > 0 && <Doubts {...props} />}
          <Button>{words.mergeSave}</Button>
        </Form>
      )}
    </>
  );
}

function Doubts({ language, doubts, problems }: MergePageProps): Html {
  const words = peopleText(language);
  return (
    <Notice kind="warning">
      <ul>
        {doubts.map((doubt) => (
          <li>{words.mergeDoubt[doubt]}</li>
        ))}
      </ul>
      <Checkbox language={language} name="sure" label={words.mergeSure} problems={problems} />
    </Notice>
  );
}

function knownBy({ address, email, phone }: Twin): string {
  return [address, email, phone && formatPhone(phone)].filter(Boolean).join(', ');
}
