import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay, formatMoment } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Area } from '../../../platform/resources/resource.ts';
import { Button, LinkButton } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { type Column, Table } from '../../../ui/components/table.tsx';
import { StatusTag } from '../../../ui/components/tag.tsx';
import { Words } from '../../../ui/components/written.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { type Token, tokenState } from '../rules/tokens.ts';
import type { Webhook } from '../rules/webhooks.ts';
import { officeText } from '../text/office.ts';
import { webhooksText } from '../text/webhooks.ts';
import {
  apiPagePlace,
  endTokenPlace,
  followPlace,
  newTokenPlace,
  newWebhookPlace,
  takeTokenPlace,
  webhookPlace,
} from '../urls.ts';

interface OfficeProps {
  readonly language: Language;
  readonly today: Day;
  readonly tokens: readonly Token[];
  /** Who answers for them, by `person:id`. */
  readonly keepers: ReadonlyMap<string, string>;
  readonly webhooks: readonly Webhook[];
}

/** Everything that other systems may read, and all that they are told. */
export function OfficePage(props: OfficeProps): Html {
  const words = officeText(props.language);
  return (
    <>
      <p class="lead">{words.intro}</p>
      <ul>
        <li>
          <a href={apiPagePlace({})}>{words.guide}</a>
        </li>
        <li>
          <a href={followPlace({})}>{words.follow}</a>
        </li>
      </ul>
      <p>{words.lists}</p>
      {props.tokens.some((token) => tokenState(token, props.today) === 'unkept') && (
        <Notice kind="warning" heading={words.unkeptTitle}>
          <p>{words.unkept}</p>
        </Notice>
      )}
      <Tokens {...props} />
      <Webhooks {...props} />
    </>
  );
}

interface ShelfProps<Row> {
  readonly language: Language;
  readonly heading: string;
  readonly about: string;
  readonly none: { readonly title: string; readonly text: string };
  readonly newOne: { readonly href: string; readonly label: string };
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
}

/** What there is of a kind, and the way to one more. */
function Shelf<Row>({ language, heading, about, none, newOne, rows, columns }: ShelfProps<Row>): Html {
  return (
    <section class="stack">
      <Heading level={2}>{heading}</Heading>
      <p>{about}</p>
      <Table
        language={language}
        caption={heading}
        captionHidden
        empty={<EmptyState level={3} {...none} action={newOne} />}
        rows={rows}
        columns={columns}
      />
      {rows.length > 0 && (
        <p>
          <LinkButton look="secondary" href={newOne.href}>
            {newOne.label}
          </LinkButton>
        </p>
      )}
    </section>
  );
}

function Tokens({ language, today, tokens, keepers }: OfficeProps): Html {
  const words = officeText(language);
  return (
    <Shelf
      language={language}
      heading={words.tokens}
      about={words.tokensText}
      none={{ title: words.tokensNone, text: words.tokensNoneText }}
      newOne={{ href: newTokenPlace({}), label: words.newToken }}
      rows={tokens}
      columns={[
        { heading: words.usedFor, names: true, cell: ({ name }) => name },
        { heading: words.opens, cell: ({ areas }) => areaList(areas, language) },
        { heading: words.untilDay, cell: ({ expiresOn }) => formatDay(expiresOn, language, 'short') },
        {
          heading: words.lastUsed,
          cell: ({ lastUsedAt }) => (lastUsedAt ? formatMoment(lastUsedAt, language) : words.never),
        },
        { heading: words.keeper, cell: ({ keeper }) => <Words>{keepers.get(`person:${keeper}`) ?? ''}</Words> },
        { heading: words.status, cell: (token) => <TokenTag language={language} token={token} today={today} /> },
        { heading: words.act, cell: (token) => <Acts language={language} token={token} today={today} /> },
      ]}
    />
  );
}

interface TokenProps {
  readonly language: Language;
  readonly token: Token;
  readonly today: Day;
}

const STATES = { open: 'going', unkept: 'stopped', expired: 'resting', ended: 'resting' } as const;

function TokenTag({ language, token, today }: TokenProps): Html {
  const state = tokenState(token, today);
  return <StatusTag state={STATES[state]}>{officeText(language).state[state]}</StatusTag>;
}

function Acts({ language, token, today }: TokenProps): Html | null {
  const words = officeText(language);
  const state = tokenState(token, today);
  if (state !== 'open' && state !== 'unkept') return null;
  return (
    <div class="actions">
      {state === 'unkept' && (
        <Form action={takeTokenPlace({ id: token.id })} class="inline-form">
          <Button look="tertiary" label={words.tokenTakeOf(token.name)}>
            {words.tokenTake}
          </Button>
        </Form>
      )}
      <Form action={endTokenPlace({ id: token.id })} class="inline-form">
        <Button look="tertiary" label={words.tokenEndOf(token.name)}>
          {words.tokenEnd}
        </Button>
      </Form>
    </div>
  );
}

function Webhooks({ language, webhooks }: OfficeProps): Html {
  const words = webhooksText(language);
  return (
    <Shelf
      language={language}
      heading={words.webhooks}
      about={words.webhooksText}
      none={{ title: words.webhooksNone, text: words.webhooksNoneText }}
      newOne={{ href: newWebhookPlace({}), label: words.newWebhook }}
      rows={webhooks}
      columns={[
        {
          heading: words.system,
          names: true,
          cell: ({ id, name }) => <a href={webhookPlace({ id })}>{name}</a>,
        },
        { heading: words.address, cell: ({ url }) => new URL(url).host },
        { heading: words.state, cell: (webhook) => <WebhookState language={language} webhook={webhook} /> },
      ]}
    />
  );
}

/** Does it send? */
export function WebhookState({ language, webhook }: { language: Language; webhook: Webhook }): Html {
  const words = webhooksText(language);
  const { paused, nextTryAt } = webhook;
  if (paused) return <StatusTag state={paused === 'person' ? 'resting' : 'stopped'}>{words.paused[paused]}</StatusTag>;
  if (nextTryAt) return <StatusTag state="waiting">{words.waits(formatMoment(nextTryAt, language))}</StatusTag>;
  return <StatusTag state="going">{words.sendsNow}</StatusTag>;
}

function areaList(areas: readonly string[], language: Language): string {
  const { areaNames } = officeText(language);
  return areas.map((area) => areaNames[area as Area]).join(', ');
}
