import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { SearchBox } from '../../../ui/forms/search-box.tsx';
import type { Found } from '../../housing/public.ts';
import type { Idea } from '../rules.ts';
import { ideasText } from '../text/ideas.ts';
import { ideaPersonPlace, ideaPlace } from '../urls.ts';

/** The search for the one who said it. */
export interface Who {
  readonly search: string;
  readonly found: readonly Pick<Found, 'id' | 'name' | 'address'>[];
  readonly problems?: FormProblems | undefined;
}

/** An idea from paper or telephone: the person is found among those we know, so that the answer arrives. */
export function WhoseIdea(props: {
  readonly language: Language;
  readonly idea: Idea;
  readonly who: Who;
  readonly open: boolean;
}): Html {
  const { language, idea, who } = props;
  const words = ideasText(language);
  return (
    <Disclosure summary={words.whoTitle} open={props.open || who.problems !== undefined || who.search !== ''}>
      <p>{words.whoText}</p>
      <SearchBox language={language} action={ideaPlace({ id: idea.id })} value={who.search} label={words.whoSearch} />
      {who.search !== '' && who.found.length === 0 && <p>{words.whoNone}</p>}
      {who.found.length > 0 && (
        <Form action={ideaPersonPlace({ id: idea.id })}>
          <Radios
            language={language}
            name="person"
            label={words.whoPick}
            value={idea.personId ?? undefined}
            options={who.found.map((one) => ({
              value: one.id,
              label: one.name,
              ...(one.address ? { hint: one.address } : {}),
            }))}
            problems={who.problems}
          />
          <Button look="secondary">{words.whoSave}</Button>
        </Form>
      )}
    </Disclosure>
  );
}
