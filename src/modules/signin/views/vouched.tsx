import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { VouchedWay } from '../rules/ways.ts';
import { waysText } from '../text/ways.ts';
import { letterPlace, signInPlace, tiePlace, vouchPlace } from '../urls.ts';

type Trouble = 'stale' | 'refused' | 'cancelled' | 'level' | 'unreachable' | 'taken' | 'closed';

/** It did not end with somebody being signed in: why, and what to do. */
export function VouchTroublePage(props: {
  readonly language: Language;
  readonly way: VouchedWay;
  readonly why: Trouble;
}): Html {
  const text = waysText(props.language);
  const hopeless = props.why === 'closed' || props.why === 'taken';
  return (
    <>
      <div role="alert">
        <Notice kind="warning">{text.trouble[props.why]}</Notice>
      </div>
      <div class="actions">
        {!hopeless && <LinkButton href={vouchPlace({ way: props.way })}>{text.again}</LinkButton>}
        <LinkButton look="secondary" href={signInPlace({})}>
          {text.useCode}
        </LinkButton>
      </div>
    </>
  );
}

/** Vouched for, but nobody here: no name is shown, since a protected one must not be. */
export function StrangerPage(props: { readonly language: Language; readonly returnPath: string | null }): Html {
  const text = waysText(props.language);
  return (
    <>
      <p>{text.stranger}</p>
      <div class="actions">
        <LinkButton href={signInPlace({}, { retur: props.returnPath })}>{text.strangerCode}</LinkButton>
        <LinkButton look="secondary" href={letterPlace({})}>
          {text.strangerLetter}
        </LinkButton>
      </div>
    </>
  );
}

/** Do the two belong together? */
export function TiePage(props: {
  readonly language: Language;
  readonly way: VouchedWay;
  /** Of the person who is signed in here, as they are called here. */
  readonly name: string;
  readonly returnPath: string | null;
}): Html {
  const text = waysText(props.language);
  return (
    <>
      <p>
        <Words>{text.tieAsk[props.way](props.name)}</Words>
      </p>
      <p class="quiet">{text.vouchedIntro}</p>
      <Form action={tiePlace({ way: props.way })} class="actions">
        <input type="hidden" name="retur" value={props.returnPath ?? ''} />
        <Button name="svar" value="ja">
          {text.tie[props.way]}
        </Button>
        <Button look="tertiary" name="svar" value="nej">
          {text.tieLater}
        </Button>
      </Form>
    </>
  );
}
