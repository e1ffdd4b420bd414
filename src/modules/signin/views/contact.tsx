import type { Html } from '#jsx/jsx-runtime';
import { formatPhone } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { contactText } from '../text/contact.ts';
import { signinText } from '../text/sign-in.ts';
import { myAddressCodePlace, myAddressPlace } from '../urls.ts';
import { CodeField } from './fields.tsx';

/** Where I am reached, and a new address. */
export function MyAddressPage(props: {
  readonly language: Language;
  readonly email: string | null;
  readonly phone: string | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const text = contactText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Card as="section">
        <Heading level={2}>{text.now}</Heading>
        <ul>
          <li>
            {text.email}: <Words>{props.email ?? text.none}</Words>
          </li>
          <li>
            {text.phone}: {props.phone ? formatPhone(props.phone) : text.none}
          </li>
        </ul>
        <p class="quiet">{text.removeText}</p>
      </Card>
      <Heading level={2}>{text.change}</Heading>
      <p>{text.changeText}</p>
      <Form action={myAddressPlace({})}>
        <TextField
          language={language}
          name="adresse"
          label={text.address}
          hint={signinText(language).emailHint}
          autocomplete="email"
          inputmode="email"
          problems={problems}
        />
        <Button>{text.send}</Button>
      </Form>
    </>
  );
}

/** The code that was sent to the new address. The same page whoever has the address. */
export function ConfirmPage(props: {
  readonly language: Language;
  readonly address: string;
  /** Another one that is to be confirmed afterwards. */
  readonly next: string | null;
  /** Where to go without doing it. */
  readonly later: Path;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const text = contactText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>
        <Words>{text.codeSent(formatPhone(props.address))}</Words>
      </p>
      <Form action={myAddressCodePlace({})}>
        <input type="hidden" name="adresse" value={props.address} />
        <input type="hidden" name="derefter" value={props.next ?? ''} />
        <CodeField language={language} label={text.code} problems={problems} />
        <div class="actions">
          <Button>{text.confirm}</Button>
          <LinkButton look="tertiary" href={props.later}>
            {text.later}
          </LinkButton>
        </div>
      </Form>
      <p class="quiet">{text.codeNone}</p>
    </>
  );
}
