import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkboxes } from '../../../ui/forms/choices.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { FRAME_PATHS } from '../../../ui/layout-paths.ts';
import { TOPICS, type Topic, WISHES } from '../rules.ts';
import { turnsText } from '../text.ts';
import { messagesPlace, stopPlace } from '../urls.ts';

/** Behind the link in a mail: stop one kind of message, or think better of it. */
export function StopPage(props: {
  readonly language: Language;
  readonly token: string;
  readonly topic: Topic;
  readonly state: 'asking' | 'stopped' | 'resumed';
}): Html {
  const text = turnsText(props.language);
  const stopped = props.state === 'stopped';
  return (
    <>
      {props.state === 'asking' && <p>{text.stopAsk[props.topic]}</p>}
      {props.state === 'resumed' && <Notice kind="success">{text.resumed}</Notice>}
      {stopped && (
        <Notice kind="success">
          <p>{text.stopped}</p>
          <p>{text.othersCome}</p>
        </Notice>
      )}
      <Form action={stopPlace({ token: props.token })}>
        <input type="hidden" name="valg" value={stopped ? 'send' : 'stop'} />
        <Button look={stopped ? 'secondary' : 'strong'}>{stopped ? text.resumeButton : text.stopButton}</Button>
      </Form>
    </>
  );
}

export function StopUnknownPage(props: { readonly language: Language }): Html {
  const text = turnsText(props.language);
  return (
    <EmptyState
      title={text.stopUnknown}
      text={text.stopUnknownText}
      action={{ href: FRAME_PATHS.contact, label: text.contact }}
    />
  );
}

/** Which kinds of message one wants. */
export function MessagesPage(props: {
  readonly language: Language;
  readonly stopped: ReadonlySet<string>;
  readonly wishes: ReadonlySet<string>;
}): Html {
  const text = turnsText(props.language);
  return (
    <Form action={messagesPlace({})}>
      <Checkboxes
        language={props.language}
        name="emne"
        label={text.messagesIntro}
        options={[
          ...TOPICS.map((topic) => ({ value: topic, label: text.topic[topic] })),
          ...WISHES.map((wish) => ({ value: wish, label: text.wish[wish], hint: text.wishHint })),
        ]}
        values={[...TOPICS.filter((topic) => !props.stopped.has(topic)), ...props.wishes]}
      />
      <Button>{text.save}</Button>
    </Form>
  );
}
