import type { Html } from '#jsx/jsx-runtime';
import { type Day, dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { type Ground, NAME_LENGTH, type VouchedWay } from '../rules/ways.ts';
import { ownWayText } from '../text/own-way.ts';
import { waysText } from '../text/ways.ts';
import { devicesPlace, passkeyNamePlace, passkeyRemovePlace, untiePlace, vouchPlace, waysPlace } from '../urls.ts';
import { PasskeyForm } from './passkey-form.tsx';

export interface PasskeyRow {
  readonly id: string;
  readonly name: string;
  readonly addedAt: Date;
  readonly lastUsedAt: Date | null;
}

export interface IdentityRow {
  readonly id: string;
  readonly way: VouchedWay;
  readonly addedAt: Date;
  readonly lastUsedAt: Date;
}

interface WaysProps {
  readonly language: Language;
  readonly passkeys: readonly PasskeyRow[];
  /** `closed`: the house has closed them. `nowhere`: the site's address can have none. `many`: no more. */
  readonly mayAdd: 'yes' | 'closed' | 'nowhere' | 'many';
  readonly ground: Ground;
  readonly identities: readonly IdentityRow[];
  /** Who else may vouch for the person here. */
  readonly offered: readonly VouchedWay[];
  /** The passkey whose name was not taken, and why. */
  readonly wrong?: { readonly id: string; readonly problems: FormProblems } | undefined;
  readonly failed?: boolean;
}

/** How I sign in, besides by a code. */
export function WaysPage(props: WaysProps): Html {
  const text = waysText(props.language);
  return (
    <>
      {props.failed && (
        <div role="alert">
          <Notice kind="warning">{text.passkeyFailed}</Notice>
        </div>
      )}
      <p>{text.intro}</p>
      {props.ground !== 'own' && <Notice>{ownWayText(props.language).ground[props.ground]}</Notice>}
      {(props.mayAdd !== 'closed' || props.passkeys.length > 0) && <Passkeys {...props} />}
      {(props.offered.length > 0 || props.identities.length > 0) && <Identities {...props} />}
      <p>
        <a href={devicesPlace({})}>{text.devices}</a>
      </p>
    </>
  );
}

function Passkeys(props: WaysProps): Html {
  const text = waysText(props.language);
  return (
    <section class="stack">
      <Heading level={2}>{text.passkeys}</Heading>
      <p>{text.passkeysIntro}</p>
      {props.passkeys.length === 0 && props.mayAdd === 'yes' && <p>{text.passkeyNone}</p>}
      {props.passkeys.map((key) => (
        <PasskeyCard {...props} key_={key} />
      ))}
      {props.mayAdd === 'nowhere' && <Notice>{text.passkeyNowhere}</Notice>}
      {props.mayAdd === 'many' && <Notice>{text.passkeyMany}</Notice>}
      {props.mayAdd === 'yes' && props.ground !== 'nothing' && (
        <>
          <PasskeyForm language={props.language} kind="new" />
          <div data-no-passkey>
            <Notice>{text.passkeyNoScript}</Notice>
          </div>
        </>
      )}
    </section>
  );
}

function PasskeyCard(props: WaysProps & { readonly key_: PasskeyRow }): Html {
  const { language, key_: key, wrong } = props;
  const text = waysText(language);
  const used = key.lastUsedAt ? text.passkeyUsed(day(key.lastUsedAt, language)) : text.passkeyNeverUsed;
  return (
    <Card as="article">
      <Heading level={3}>
        <Words>{key.name}</Words>
      </Heading>
      <p class="quiet">
        {text.passkeySince(day(key.addedAt, language))}, {used}
      </p>
      <Form action={passkeyNamePlace({ passkey: key.id })} label={key.name}>
        <TextField
          language={language}
          id={`navn-${key.id}`}
          name="navn"
          label={text.passkeyName}
          value={key.name}
          maxlength={NAME_LENGTH}
          autocomplete="off"
          problems={wrong?.id === key.id ? wrong.problems : undefined}
        />
        <Button look="secondary" label={`${text.passkeyRename}: ${key.name}`}>
          {text.passkeyRename}
        </Button>
      </Form>
      <Form action={passkeyRemovePlace({ passkey: key.id })}>
        <Button look="danger" label={`${text.passkeyRemove}: ${key.name}`}>
          {text.passkeyRemove}
        </Button>
      </Form>
    </Card>
  );
}

function Identities(props: WaysProps): Html {
  const { language } = props;
  const text = waysText(language);
  return (
    <section class="stack">
      <Heading level={2}>{text.vouched}</Heading>
      <p>{text.vouchedIntro}</p>
      {props.identities.map((one) => (
        <Card as="article">
          <Heading level={3}>{text[one.way]}</Heading>
          <p class="quiet">
            {text.tiedSince(day(one.addedAt, language))}, {text.passkeyUsed(day(one.lastUsedAt, language))}
          </p>
          <Form action={untiePlace({ identity: one.id })}>
            <Button look="danger">{text.untie[one.way]}</Button>
          </Form>
        </Card>
      ))}
      {props.offered.length > 0 && (
        <div class="actions">
          {props.offered.map((way) => (
            <LinkButton look="secondary" href={vouchPlace({ way }, { retur: waysPlace({}) })}>
              {text.tie[way]}
            </LinkButton>
          ))}
        </div>
      )}
    </section>
  );
}

function day(instant: Date, language: Language): string {
  const on: Day = dayOf(instant);
  return formatDay(on, language);
}
