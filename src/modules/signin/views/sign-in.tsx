import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Scene } from '../../../ui/drawings/scene.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { FRAME_PATHS } from '../../../ui/layout-paths.ts';
import type { VouchedWay } from '../rules/ways.ts';
import { signinText } from '../text/sign-in.ts';
import { waysText } from '../text/ways.ts';
import { codePlace, letterNamePlace, letterPlace, linkPlace, signInPlace, vouchPlace } from '../urls.ts';
import { AddressField } from './fields.tsx';
import { PasskeyForm } from './passkey-form.tsx';

/** The first step: where shall the code go? */
export function SignInPage(props: {
  readonly language: Language;
  readonly returnPath: string | null;
  /** The site can have passkeys. */
  readonly passkey: boolean;
  /** Who else vouches for people here. */
  readonly offered: readonly VouchedWay[];
  readonly problems?: FormProblems | undefined;
  /** Why another way did not lead in. */
  readonly trouble?: string | undefined;
}): Html {
  const { language, problems, trouble } = props;
  const text = signinText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      {trouble && (
        <div role="alert">
          <Notice kind="warning">{trouble}</Notice>
        </div>
      )}
      {!problems && !trouble && <Scene name="key" />}
      <p>{text.intro}</p>
      <Form action={signInPlace({})}>
        <input type="hidden" name="retur" value={props.returnPath ?? ''} />
        <AddressField language={language} problems={problems} />
        <Button>{text.send}</Button>
      </Form>
      <OtherWays {...props} />
      <div class="stack">
        <Card>
          <Heading level={2}>{text.haveLetter}</Heading>
          <p>
            <LinkButton look="secondary" href={letterPlace({})}>
              {text.haveLetterLink}
            </LinkButton>
          </p>
        </Card>
        <Card>
          <Heading level={2}>{text.noUser}</Heading>
          <p>{text.noUserText}</p>
          <p>
            {text.otherDevice} <a href={codePlace({})}>{text.otherDeviceLink}</a>
          </p>
        </Card>
      </div>
    </>
  );
}

/** Without a code. The passkey shows where the browser has them; the others are links, and lead away and back. */
function OtherWays(props: Parameters<typeof SignInPage>[0]): Html {
  const { language, returnPath } = props;
  const text = waysText(language);
  return (
    <div class="stack">
      {props.passkey && <PasskeyForm language={language} kind="use" returnPath={returnPath} />}
      {props.offered.length > 0 && (
        <div class="actions">
          {props.offered.map((way) => (
            <LinkButton look="secondary" href={vouchPlace({ way }, { retur: returnPath })}>
              {text.signInBy[way]}
            </LinkButton>
          ))}
        </div>
      )}
    </div>
  );
}

/** Behind the link in the mail. */
export function LinkPage(props: {
  readonly language: Language;
  readonly token: string;
  readonly problem?: string | undefined;
}): Html {
  const text = signinText(props.language);
  if (props.problem) {
    return (
      <>
        <div role="alert">
          <Notice kind="warning">{props.problem}</Notice>
        </div>
        <p>
          <LinkButton href={signInPlace({})}>{text.againButton}</LinkButton>
        </p>
      </>
    );
  }
  return (
    <>
      <p>{text.linkIntro}</p>
      <Form action={linkPlace({ token: props.token })}>
        <Button>{text.signIn}</Button>
      </Form>
    </>
  );
}

/** For those with a letter or a card. `code` comes from the square code, so that nothing need be typed. */
export function LetterPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const text = signinText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{text.letterIntro}</p>
      <Form action={letterPlace({})}>
        <TextField
          language={language}
          name="kode"
          label={text.letterCode}
          hint={text.letterCodeHint}
          value={props.code}
          autocomplete="off"
          maxlength={20}
          size={14}
          problems={problems}
        />
        <Button>{text.letterNext}</Button>
      </Form>
    </>
  );
}

/** The home without names, and the question who one is. */
export function HouseholdPage(props: {
  readonly language: Language;
  readonly code: string;
  /** As on an envelope. */
  readonly address: readonly string[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, problems } = props;
  const text = signinText(language);
  const field = { language, problems };
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Card colour="sol">
        <Heading level={2}>{text.letterHome}</Heading>
        <p>
          {props.address.map((line) => (
            <>
              <Words>{line}</Words>
              <br />
            </>
          ))}
        </p>
        <p class="quiet">{text.letterNotMine}</p>
      </Card>
      <Heading level={2}>{text.letterWho}</Heading>
      <Form action={letterNamePlace({})} warnUnsaved>
        <input type="hidden" name="kode" value={props.code} />
        <TextField {...field} name="navn" label={text.name} autocomplete="name" maxlength={120} />
        <TextField
          {...field}
          name="email"
          label={text.email}
          hint={text.emailHint}
          type="email"
          autocomplete="email"
          optional
        />
        <TextField {...field} name="telefon" label={text.phone} type="tel" autocomplete="tel" size={14} optional />
        <Radios
          {...field}
          name="alder"
          label={text.age}
          options={[
            { value: 'ja', label: text.ageYes },
            { value: 'nej', label: text.ageNo },
          ]}
        />
        <Button>{text.letterDone}</Button>
      </Form>
    </>
  );
}

export function Under15Page(props: { readonly language: Language }): Html {
  const text = signinText(props.language);
  return (
    <>
      <p>{text.under15}</p>
      <p>
        <LinkButton href={FRAME_PATHS.contact}>{text.under15Contact}</LinkButton>
      </p>
    </>
  );
}
