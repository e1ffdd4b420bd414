import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { stepsText } from '../text/steps.ts';
import { anewPlace, bePlace } from '../urls.ts';

/** From the house to the one where its people practise. */
export function PracticeWay(props: { readonly language: Language; readonly address: string }): Html {
  const words = stepsText(props.language);
  return (
    <div class="stack">
      <p>{words.practiceWay}</p>
      <p class="actions">
        <LinkButton href={props.address}>{words.practiceOpen}</LinkButton>
      </p>
    </div>
  );
}

/** In the practice house: be somebody else, or begin anew. */
export function PracticePage(props: {
  readonly language: Language;
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[];
}): Html {
  const words = stepsText(props.language);
  return (
    <div class="stack">
      <p>{words.practiceHere}</p>
      <section class="stack">
        <Heading level={2}>{words.be}</Heading>
        {props.people.map(({ id, name, role }) => (
          <Form action={bePlace({})} class="actions">
            <input type="hidden" name="person" value={id} />
            <Button look="secondary">{words.beOne(name)}</Button>
            <span class="quiet">{role}</span>
          </Form>
        ))}
      </section>
      <section class="stack">
        <Heading level={2}>{words.anew}</Heading>
        <p>{words.anewText}</p>
        <Form action={anewPlace({})}>
          <Button look="danger">{words.anew}</Button>
        </Form>
      </section>
    </div>
  );
}
