import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { type FormProblems, messagesFor } from '../../../ui/forms/problems.ts';
import { signinText } from '../text/sign-in.ts';
import { waysText } from '../text/ways.ts';
import { codePlace, signInPlace } from '../urls.ts';
import { AddressField, CodeField } from './fields.tsx';

/** The second step: type the code. `wish` is null on a device that did not ask; then the address is typed too. */
export function CodePage(props: {
  readonly language: Language;
  readonly wish: { readonly id: string; readonly address: string; readonly returnPath: string | null } | null;
  readonly problems?: FormProblems | undefined;
  /** This code is let in no more, whatever is typed: only a new one helps. */
  readonly spent?: boolean;
  /** The house sends codes by SMS. */
  readonly sms?: boolean;
}): Html {
  const { language, wish, problems } = props;
  const text = signinText(language);
  if (wish && props.spent) return <SpentCode language={language} wish={wish} problems={problems} />;
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      {wish && <p>{text.codeSent(wish.address)}</p>}
      <p>{text.codeWhere}</p>
      <Form action={codePlace({})}>
        {wish ? (
          <input type="hidden" name="til" value={wish.id} />
        ) : (
          <AddressField language={language} problems={problems} />
        )}
        <CodeField language={language} label={text.code} problems={problems} />
        <Button>{text.signIn}</Button>
      </Form>
      {wish && <SendAgain language={language} wish={wish} />}
      {wish && props.sms && wish.address.includes('@') && <SmsInstead language={language} wish={wish} />}
    </>
  );
}

function SpentCode(props: {
  readonly language: Language;
  readonly wish: { readonly address: string; readonly returnPath: string | null };
  readonly problems: FormProblems | undefined;
}): Html {
  return (
    <>
      <div role="alert">
        <Notice kind="warning">{messagesFor(props.problems, 'kode').join(' ')}</Notice>
      </div>
      <SendAgain {...props} first />
    </>
  );
}

function SendAgain(props: {
  readonly language: Language;
  /** It is what is to be done now. */
  readonly first?: boolean;
  readonly wish: { readonly address: string; readonly returnPath: string | null };
}): Html {
  const text = signinText(props.language);
  return (
    <Card>
      <Heading level={2}>{text.again}</Heading>
      <Form action={signInPlace({})} class="actions">
        <input type="hidden" name="adresse" value={props.wish.address} />
        <input type="hidden" name="retur" value={props.wish.returnPath ?? ''} />
        <Button look={props.first ? 'strong' : 'secondary'}>{text.againButton}</Button>
        <LinkButton look="tertiary" href={signInPlace({}, { retur: props.wish.returnPath })}>
          {text.otherAddress}
        </LinkButton>
      </Form>
    </Card>
  );
}

/** Offered to whoever typed an e-mail: whether they have a number, and said yes to SMS, is not told here. */
function SmsInstead(props: {
  readonly language: Language;
  readonly wish: { readonly address: string; readonly returnPath: string | null };
}): Html {
  const text = waysText(props.language);
  return (
    <Card>
      <Heading level={2}>{text.sms}</Heading>
      <p>{text.smsText}</p>
      <Form action={signInPlace({})} class="actions">
        <input type="hidden" name="adresse" value={props.wish.address} />
        <input type="hidden" name="retur" value={props.wish.returnPath ?? ''} />
        <Button look="secondary" name="som" value="sms">
          {text.smsButton}
        </Button>
      </Form>
    </Card>
  );
}
