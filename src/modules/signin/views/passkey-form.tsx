import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { waysText } from '../text/ways.ts';
import { newPasskeyAskPlace, newPasskeyPlace, passkeyAskPlace, passkeyPlace } from '../urls.ts';

/** Shown by script alone, where the browser has passkeys: to make one (`new`), or to sign in with one (`use`). */
export function PasskeyForm(props: {
  readonly language: Language;
  readonly kind: 'new' | 'use';
  readonly returnPath?: string | null;
}): Html {
  const text = waysText(props.language);
  const fresh = props.kind === 'new';
  return (
    <div hidden data-passkey={props.kind}>
      <Form action={fresh ? newPasskeyPlace({}) : passkeyPlace({})} class="actions">
        <input type="hidden" name="svar" value="" />
        <input type="hidden" name="retur" value={props.returnPath ?? ''} />
        <Button look={fresh ? 'strong' : 'secondary'} formaction={fresh ? newPasskeyAskPlace({}) : passkeyAskPlace({})}>
          {fresh ? text.passkeyAdd : text.passkeySignIn}
        </Button>
      </Form>
      <div role="alert" data-failed={text.passkeyFailed} />
    </div>
  );
}
