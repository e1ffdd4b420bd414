import type { Html } from '#jsx/jsx-runtime';
import { formatMoment } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { DescriptionList } from '../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Checkboxes } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { type FormProblems, messagesFor } from '../../../ui/forms/problems.ts';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { EVENT_GROUPS, groupOf } from '../rules/events.ts';
import { NAME_LENGTH } from '../rules/tokens.ts';
import { LOG_DAYS, type Tried, URL_LENGTH, type Webhook, wentWell } from '../rules/webhooks.ts';
import { kindWords } from '../text/kinds.ts';
import { webhooksText } from '../text/webhooks.ts';
import {
  editWebhookPlace,
  newWebhookPlace,
  pauseWebhookPlace,
  removeWebhookPlace,
  resendPlace,
  resumeWebhookPlace,
  secretPlace,
  tryWebhookPlace,
  webhookPlace,
} from '../urls.ts';
import { WebhookState } from './office.tsx';

/** Who is told, where, and of what: a new one, or one that is known. */
export function WebhookFormPage(props: {
  readonly language: Language;
  readonly offered: readonly string[];
  readonly webhook: Webhook | null;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { webhook, language, problems } = props;
  const words = webhooksText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={webhook ? editWebhookPlace({ id: webhook.id }) : newWebhookPlace({})} warnUnsaved>
        <TextField
          language={language}
          problems={problems}
          name="name"
          label={words.webhookName}
          hint={words.webhookNameHint}
          value={webhook?.name}
          maxlength={NAME_LENGTH}
          autocomplete="off"
        />
        <TextField
          language={language}
          problems={problems}
          name="url"
          type="url"
          inputmode="url"
          label={words.url}
          hint={words.urlHint}
          value={webhook?.url}
          maxlength={URL_LENGTH}
          autocomplete="off"
        />
        <Heading level={2}>{words.kinds}</Heading>
        <Kinds {...props} />
        <Button>{webhook ? words.save : words.makeWebhook}</Button>
      </Form>
    </>
  );
}

function Kinds(props: Parameters<typeof WebhookFormPage>[0]): Html {
  const { language, offered, webhook, problems } = props;
  const words = webhooksText(language);
  return (
    <>
      {EVENT_GROUPS.map((group) => {
        const kinds = offered.filter((kind) => groupOf(kind) === group);
        const typed = problems?.values[group];
        const chosen = problems ? (Array.isArray(typed) ? typed : []) : (webhook?.kinds ?? []);
        const count = kinds.filter((kind) => chosen.includes(kind)).length;
        const wrong = messagesFor(problems, group).length > 0;
        return (
          <Disclosure
            summary={count > 0 ? `${words.groups[group]} (${words.chosen(count)})` : words.groups[group]}
            open={wrong || count > 0}
          >
            <Checkboxes
              language={language}
              problems={problems}
              name={group}
              label={words.groups[group]}
              options={kinds.map((kind) => ({ value: kind, label: kindWords(kind, language) }))}
              values={kinds.filter((kind) => chosen.includes(kind))}
            />
          </Disclosure>
        );
      })}
    </>
  );
}

/** The only time that a secret is shown. */
export function SecretPage(props: {
  readonly language: Language;
  readonly webhook: Pick<Webhook, 'id'>;
  readonly secret: string;
  readonly renewed: boolean;
}): Html {
  const words = webhooksText(props.language);
  return (
    <>
      <Notice kind="warning">
        <p>{words.secretOnce}</p>
        {props.renewed && <p>{words.secretOverlap}</p>}
      </Notice>
      <pre class="secret-shown">
        <code>{props.secret}</code>
      </pre>
      <p>
        <LinkButton href={webhookPlace({ id: props.webhook.id })}>{words.secretBack}</LinkButton>
      </p>
    </>
  );
}

interface WebhookProps {
  readonly language: Language;
  readonly webhook: Webhook;
  readonly tried: readonly Tried[];
  /** A house to practise in: nothing leaves it. */
  readonly practice?: boolean;
}

/** One system that is told: how it goes, what was sent, and what can be done. */
export function WebhookPage(props: WebhookProps): Html {
  const { language, webhook } = props;
  const words = webhooksText(language);
  const at = { id: webhook.id };
  return (
    <>
      <p>
        <WebhookState language={language} webhook={webhook} />
      </p>
      {props.practice && (
        <Notice>
          <p>{words.practice}</p>
        </Notice>
      )}
      <DescriptionList
        rows={[
          { term: words.address, content: <span class="breaks">{webhook.url}</span> },
          { term: words.hears, content: <KindList {...props} /> },
        ]}
      />
      <div class="actions">
        {!props.practice && (
          <Form action={tryWebhookPlace(at)} class="inline-form">
            <Button>{words.tryIt}</Button>
          </Form>
        )}
        <Form action={webhook.paused ? resumeWebhookPlace(at) : pauseWebhookPlace(at)} class="inline-form">
          <Button look="secondary">{webhook.paused ? words.resume : words.pause}</Button>
        </Form>
        <LinkButton look="secondary" href={editWebhookPlace(at)}>
          {words.editWebhook}
        </LinkButton>
      </div>
      <Log {...props} />
      <Disclosure summary={words.more}>
        <p>{words.newSecretText}</p>
        <Form action={secretPlace(at)} class="inline-form">
          <Button look="secondary">{words.newSecret}</Button>
        </Form>
        <p>{words.removeText}</p>
        <Form action={removeWebhookPlace(at)} class="inline-form">
          <Button look="danger">{words.remove}</Button>
        </Form>
      </Disclosure>
    </>
  );
}

function KindList({ language, webhook }: WebhookProps): Html {
  return (
    <ul class="plain-list">
      {webhook.kinds.map((kind) => (
        <li>{kindWords(kind, language)}</li>
      ))}
    </ul>
  );
}

function Log(props: WebhookProps): Html {
  const { language, webhook, tried } = props;
  const words = webhooksText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.log}</Heading>
      {tried.length > 0 && <p>{words.logText(LOG_DAYS)}</p>}
      <Table
        language={language}
        caption={words.log}
        captionHidden
        empty={<EmptyState level={3} title={words.logNone} text={props.practice ? '' : words.logNoneText} />}
        rows={tried}
        columns={[
          { heading: words.when, names: true, cell: ({ sentAt }) => formatMoment(sentAt, language) },
          {
            heading: words.what,
            cell: ({ kind, seq }) => (seq === null ? words.trial : kindWords(kind, language)),
          },
          { heading: words.answer, cell: (one) => answerOf(one, language) },
          { heading: words.took, numeric: true, cell: ({ ms }) => words.ms(ms) },
          { heading: words.act, cell: (one) => <Again language={language} webhook={webhook} tried={one} /> },
        ]}
      />
    </section>
  );
}

function answerOf(one: Tried, language: Language): string {
  const words = webhooksText(language);
  if (one.problem) return words.problems[one.problem];
  return wentWell(one) ? words.good(one.status ?? 0) : words.bad(one.status ?? 0);
}

function Again({ language, webhook, tried }: { language: Language; webhook: Webhook; tried: Tried }): Html | null {
  const words = webhooksText(language);
  if (tried.seq === null) return null;
  return (
    <Form action={resendPlace({ id: webhook.id })} class="inline-form">
      <input type="hidden" name="seq" value={String(tried.seq)} />
      <Button look="tertiary" label={words.againOf(kindWords(tried.kind, language), tried.seq)}>
        {words.again}
      </Button>
    </Form>
  );
}
