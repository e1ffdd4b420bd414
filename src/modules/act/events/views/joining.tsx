import { randomUUID } from 'node:crypto';
import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { writeTypedCode } from '../../../../kernel/typed-code.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import { type FormProblems, typedValue } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type Event, WAYS_HERE } from '../rules/event.ts';
import { type SignUp, stateOf } from '../rules/signing-up.ts';
import { eventsText } from '../text/events.ts';
import { insideText } from '../text/inside.ts';
import { joiningText } from '../text/joining.ts';
import { changeSignUpPlace, enterPlace, eventPlace, leavePlace, minePlace, signUpPlace } from '../urls.ts';
import { DayAndPlace } from './day-and-place.tsx';

export interface SignUpProps {
  readonly language: Language;
  readonly event: Event;
  /** All seats are taken, or others wait. */
  readonly full: boolean;
  readonly known: { readonly name: string; readonly email: string };
  /** Staff and organisers write in for others. */
  readonly forOthers: boolean;
  readonly problems?: FormProblems | undefined;
}

/** Name, how many, and one way to be reached: half a minute. */
export function SignUpPage(props: SignUpProps): Html {
  const { language, event, forOthers, problems, known } = props;
  const words = joiningText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{forOthers ? words.leadFor : words.lead}</p>
      <DayAndPlace language={language} event={event} />
      {props.full && (
        <Notice kind="warning">
          <p>{words.waits}</p>
        </Notice>
      )}
      <Form action={signUpPlace({ id: event.id })} warnUnsaved>
        <ErrorSummary language={language} problems={problems} />
        {forOthers && (
          <Radios
            {...common}
            name="channel"
            label={words.channel}
            value="paper"
            options={(['paper', 'phone', 'self'] as const).map((value) => ({ value, label: words.channels[value] }))}
          />
        )}
        <TextField
          {...common}
          name="name"
          label={words.name}
          hint={words.nameHint}
          value={known.name}
          autocomplete={forOthers ? 'off' : 'name'}
          maxlength={120}
        />
        <PartyFields {...common} party={{ adults: 1, children: 0 }} />
        <Fieldset legend={words.reach} hint={words.reachHint}>
          <TextField
            {...common}
            name="email"
            type="email"
            label={words.email}
            value={known.email}
            autocomplete={forOthers ? 'off' : 'email'}
            optional
          />
          <TextField
            {...common}
            name="phone"
            type="tel"
            label={words.phone}
            autocomplete={forOthers ? 'off' : 'tel'}
            size={16}
            optional
          />
          {forOthers && (
            <TextField {...common} name="home" label={words.home} hint={words.homeHint} maxlength={120} optional />
          )}
        </Fieldset>
        <CameBy {...common} />
        <input type="hidden" name="once" value={typedValue(problems, 'once', undefined) || randomUUID()} />
        <p>
          <Button>{forOthers ? words.sendFor : words.send}</Button>
        </p>
      </Form>
    </>
  );
}

interface Common {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

function PartyFields(props: Common & { readonly party: { readonly adults: number; readonly children: number } }): Html {
  const { party, ...common } = props;
  const words = joiningText(props.language);
  return (
    <Fieldset legend={words.howMany}>
      <NumberField {...common} name="adults" label={words.adults} value={party.adults} />
      <NumberField {...common} name="children" label={words.children} value={party.children} optional />
    </Fieldset>
  );
}

function CameBy(props: Common & { readonly value?: string | undefined }): Html {
  const words = joiningText(props.language);
  return (
    <Radios
      {...props}
      name="cameBy"
      label={words.cameBy}
      hint={words.cameByHint}
      options={WAYS_HERE.map((value) => ({ value, label: eventsText(props.language).ways[value] }))}
      optional
    />
  );
}

export interface MineProps {
  readonly language: Language;
  readonly code: string;
  readonly event: Event;
  readonly one: SignUp;
  /** Nobody waits before them. */
  readonly first: boolean;
  readonly canChange: boolean;
  readonly canSignUp: boolean;
  readonly problems?: FormProblems | undefined;
}

/** One's own sign-up, by the code of a receipt: where it stands, how many come, and that they do not. */
export function MinePage(props: MineProps): Html {
  const { language, event, one, code } = props;
  const words = joiningText(language);
  const state = stateOf(one);
  const said = event.cancelled
    ? words.mineCancelled
    : state === 'came'
      ? words.mineCame
      : state === 'left'
        ? words.mineLeft
        : event.count
          ? words.minePast
          : state === 'coming'
            ? words.mineComing
            : props.first
              ? words.mineWaitingFirst
              : words.mineWaiting;
  const good = !event.cancelled && (state === 'coming' || state === 'came');
  return (
    <>
      <Notice kind={good ? 'success' : 'info'} heading={said}>
        {state !== 'left' && <p>{insideText(language).party(one.adults, one.children)}</p>}
      </Notice>
      <DayAndPlace language={language} event={event} />
      <p>
        <a href={eventPlace({ id: event.id })}>{words.toEvent}</a>
      </p>
      {props.canChange && <ChangeForm {...props} action={minePlace({ code })} leave={leavePlace({ code })} />}
      {state === 'left' && props.canSignUp && (
        <p>
          <LinkButton href={signUpPlace({ id: event.id })}>{words.again}</LinkButton>
        </p>
      )}
      {!code.includes('-') && (
        <p class="quiet">
          {words.yourCode}: <strong>{writeTypedCode(code, 4)}</strong>. {words.codeText}
        </p>
      )}
    </>
  );
}

interface ChangeProps extends Common {
  readonly one: SignUp;
  readonly action: string;
  readonly leave: string;
  /** The words on the button that takes them off. */
  readonly leaveWords?: string;
}

function ChangeForm(props: ChangeProps): Html {
  const { language, problems, one } = props;
  const words = joiningText(language);
  const common = { language, problems };
  return (
    <>
      <Form action={props.action}>
        <ErrorSummary language={language} problems={problems} />
        <PartyFields {...common} party={one} />
        <CameBy {...common} value={one.cameBy ?? undefined} />
        <p>
          <Button>{words.save}</Button>
        </p>
      </Form>
      <Disclosure summary={props.leaveWords ?? words.leave}>
        <Form action={props.leave}>
          <p>{words.leaveText}</p>
          <p>
            <Button look="danger" name="slet" value="ja">
              {props.leaveWords ?? words.leave}
            </Button>
          </p>
        </Form>
      </Disclosure>
    </>
  );
}

/** The same, for whoever arranges it. */
export function ChangeForPage(props: Common & { readonly event: Event; readonly one: SignUp }): Html {
  const here = changeSignUpPlace({ id: props.event.id, person: props.one.id });
  return <ChangeForm {...props} action={here} leave={here} leaveWords={insideText(props.language).leaveFor} />;
}

/** The code from a receipt. */
export function EnterPage({ language, problems }: Common): Html {
  const words = joiningText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={enterPlace({})}
      lead={words.enterLead}
      label={words.code}
      hint={words.codeHint}
      size={20}
      button={words.enterAction}
    />
  );
}

export function ClosedPage({ language, event }: { readonly language: Language; readonly event: Event }): Html {
  const words = joiningText(language);
  return (
    <>
      <Notice kind="warning">
        <p>{words.closed}</p>
      </Notice>
      <p>
        <a href={eventPlace({ id: event.id })}>{words.toEvent}</a>
      </p>
    </>
  );
}
