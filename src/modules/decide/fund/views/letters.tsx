import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { KeptLetter } from '../rules/letters.ts';
import { lettersText } from '../text/letters.ts';

export interface CaseLetters {
  readonly letters: readonly KeptLetter[];
  readonly place: (letter: string) => string;
  /** For staff: the same in Word, and where they say that one was handed over. */
  readonly staff: boolean;
}

/** The letters of a case, for its applicant and for staff. */
export function Letters(props: CaseLetters & { readonly language: Language }): Html | null {
  const { language, letters, place } = props;
  const words = lettersText(language);
  if (letters.length === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.heading}</Heading>
      <ul class="plain stack">
        {letters.map((letter) => (
          <li>
            <a href={place(letter.id)}>{words.kinds[letter.kind]}</a>{' '}
            <span class="quiet">{stateOf(letter, language)}</span>
            {props.staff && (
              <>
                {' '}
                <a href={`${place(letter.id)}?form=word`}>{words.word}</a>
              </>
            )}
            {props.staff && letter.way === 'hand' && letter.handedOn === null && (
              <Form action={place(letter.id)}>
                <Button look="secondary">{words.handIt}</Button>
              </Form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function stateOf(letter: KeptLetter, language: Language): string {
  const words = lettersText(language);
  if (letter.handedOn) return words.handed(formatDay(letter.handedOn, language));
  return `${words.way[letter.way]}, ${formatDay(letter.on, language)}`;
}
