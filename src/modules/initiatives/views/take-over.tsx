import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Checkbox } from '../../../ui/forms/choices.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { formWords } from '../text/forms.ts';
import { initiativesText } from '../text/initiatives.ts';
import { takeOverPlace } from '../urls.ts';
import type { PublicPageProps } from './public-page.tsx';

/** For the one who said "not alone": the answer is not forgotten, and nothing is asked again. */
export function Waits(props: { readonly language: Language }): Html {
  const words = initiativesText(props.language);
  return (
    <Card colour="accent" as="section">
      <Heading level={2}>{words.willNotAlone}</Heading>
      <p>{words.willNotAloneText}</p>
    </Card>
  );
}

/** "Vil du drive det?", to whoever may; a visitor is led through sign-in and back. */
export function TakeOver(props: PublicPageProps): Html | null {
  const { language, initiative, may } = props;
  const words = initiativesText(language);
  if (!may.takeOver && !props.signInHref) return null;
  return (
    <Card colour="accent" as="section">
      <Heading level={2}>{words.takeOverTitle}</Heading>
      <p>{words.takeOverText}</p>
      {may.takeOver ? (
        <Form action={takeOverPlace({ id: initiative.id })}>
          <Checkbox
            language={language}
            name="named"
            label={formWords(language).named}
            hint={formWords(language).namedHint}
          />
          <Button look={may.edit ? 'secondary' : 'strong'}>{words.takeOver}</Button>
        </Form>
      ) : (
        props.signInHref && (
          <p>
            {words.takeOverSignIn} <LinkButton href={props.signInHref}>{words.signIn}</LinkButton>
          </p>
        )
      )}
    </Card>
  );
}
