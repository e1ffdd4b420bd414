import type { Html } from '#jsx/jsx-runtime';
import { formatTime } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { ATTEMPT_MINUTES, type NameFit, type VouchedWay } from '../rules/ways.ts';
import { waysText } from '../text/ways.ts';
import { forgetPlace, letterPlace, signInPlace, tiePlace, vouchPlace } from '../urls.ts';

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
export function StrangerPage(props: {
  readonly language: Language;
  readonly way: VouchedWay;
  readonly returnPath: string | null;
}): Html {
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
      <p class="quiet">{text.strangerShared(ATTEMPT_MINUTES.identity)}</p>
      <Form action={forgetPlace({ way: props.way })}>
        <Button look="tertiary">{text.forget[props.way]}</Button>
      </Form>
    </>
  );
}

/** Do the two belong together? */
export function TiePage(props: {
  readonly language: Language;
  readonly way: VouchedWay;
  /** Of the person who is signed in here, as they are called here. */
  readonly name: string;
  /** Whether the party knows them by that name. */
  readonly fit: NameFit;
  /** When the party was asked, in this browser. */
  readonly begunAt: Date;
  readonly returnPath: string | null;
}): Html {
  const text = waysText(props.language);
  return (
    <>
      <p>
        <Words>{text.tieAsk[props.way](props.name)}</Words>
      </p>
      <p>
        {text.tieBegun[props.way](formatTime(props.begunAt, props.language))}{' '}
        {props.fit === 'fits' && text.tieFits[props.way]}
      </p>
      {props.fit !== 'fits' && (
        <Notice kind="warning">
          {props.fit === 'differs' ? text.tieDiffers[props.way] : text.tieUnknown[props.way]} {text.tieShared}
        </Notice>
      )}
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
