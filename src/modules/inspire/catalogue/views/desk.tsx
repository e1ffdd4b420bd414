import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { dayOf } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { EmptyState } from '../../../../ui/components/empty-state.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { NewerOlder, TabsNav } from '../../../../ui/components/wayfinding.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { CARD_STATES, type Card, type CardState, type ListedCard } from '../rules/card.ts';
import { catalogueText } from '../text/catalogue.ts';
import { editingText } from '../text/editing.ts';
import { voicesText } from '../text/voices.ts';
import {
  askOperationsPlace,
  cardPlace,
  deckPlace,
  declinePlace,
  deskPlace,
  editCardPlace,
  editionsPlace,
  pinPlace,
  proposePlace,
  publishPlace,
  retirePlace,
  rulesPlace,
} from '../urls.ts';

/** Everything there is, by where it stands: for the editors. */
export function DeskPage(props: {
  readonly language: Language;
  readonly today: Day;
  readonly state: CardState;
  readonly cards: readonly ListedCard[];
  readonly page: number;
  readonly more: boolean;
  /** Editions, rules and Grobund's own cards are the house's. */
  readonly mayManage: boolean;
}): Html {
  const { language, state, cards } = props;
  const labels = editingText(language);
  const words = catalogueText(language);
  const href = (one: CardState, page = 1) =>
    deskPlace({}, { vis: one === 'proposed' ? null : one, side: page > 1 ? page : null });
  return (
    <>
      <p class="lead">{labels.deskIntro}</p>
      <p class="actions">
        <LinkButton href={proposePlace({})} look="secondary">
          {labels.newCard}
        </LinkButton>
        <LinkButton href={editionsPlace({})} look="secondary">
          {labels.editions}
        </LinkButton>
        {props.mayManage && (
          <LinkButton href={rulesPlace({})} look="tertiary">
            {labels.rules}
          </LinkButton>
        )}
      </p>
      <TabsNav
        label={labels.tabsLabel}
        tabs={CARD_STATES.map((one) => ({ href: href(one), label: labels.tabs[one], current: one === state }))}
      />
      {cards.length === 0 ? (
        <EmptyState title={labels.nothing} />
      ) : (
        <Table
          language={language}
          caption={labels.tabs[state]}
          captionHidden
          columns={[
            {
              heading: labels.tableTitle,
              names: true,
              cell: ({ id, title, lang }) => (
                <a href={cardPlace({ id })} lang={lang}>
                  {title}
                </a>
              ),
            },
            { heading: labels.tableCategory, cell: ({ category }) => words.category[category] },
            { heading: labels.tableWhen, cell: (one) => whenText(one, props.today, language) },
            { heading: labels.tableTaken, numeric: true, cell: ({ taken }) => String(taken) },
          ]}
          rows={cards}
        />
      )}
      <NewerOlder language={language} page={props.page} more={props.more} href={(page) => href(state, page)} />
      {props.mayManage && (
        <Sheet as="section">
          <p>{labels.deckText}</p>
          <Form action={deckPlace({})}>
            <Button look="secondary">{labels.deck}</Button>
          </Form>
        </Sheet>
      )}
    </>
  );
}

function whenText({ reviewOn, proposedAt }: ListedCard, today: Day, language: Language): string {
  const labels = editingText(language);
  if (!reviewOn) return labels.proposedOn(formatDay(dayOf(proposedAt), language));
  const day = formatDay(reviewOn, language);
  return reviewOn < today ? labels.overdue(day) : labels.due(day);
}

export interface EditorProps {
  readonly language: Language;
  readonly card: Card;
  readonly pinned: boolean;
  readonly mayPin: boolean;
  readonly mayEdit: boolean;
  /** Who proposed it, where it is known. */
  readonly from: string;
  readonly asksOperations: boolean;
  /** Published cards that a proposal is much like. */
  readonly like: readonly Pick<ListedCard, 'id' | 'title' | 'lang'>[];
  readonly problems?: FormProblems | undefined;
}

/** What is done with this card, on the card itself. */
export function EditorBox(props: EditorProps): Html | null {
  const { language, card } = props;
  const labels = editingText(language);
  if (!props.mayEdit && !(props.mayPin && card.state === 'published')) return null;
  return (
    <Sheet colour="himmel" as="section">
      <Heading level={2}>{labels.editorBox}</Heading>
      <div class="stack">
        {props.like.length > 0 && (
          <p>
            {labels.like}{' '}
            {props.like.map(({ id, title, lang }, at) => (
              <>
                {at > 0 && ', '}
                <a href={cardPlace({ id })} lang={lang}>
                  {title}
                </a>
              </>
            ))}
          </p>
        )}
        {props.mayEdit && props.from && (
          <p>
            {labels.from} <bdi>{props.from}</bdi>
          </p>
        )}
        <div class="actions">
          {props.mayEdit && (
            <>
              <LinkButton href={editCardPlace({ id: card.id })} look="secondary">
                {labels.edit}
              </LinkButton>
              <Form action={publishPlace({ id: card.id })} class="form-inline">
                <Button look={card.state === 'published' ? 'secondary' : 'strong'}>
                  {card.state === 'published' ? labels.publishAgain : labels.publish}
                </Button>
              </Form>
            </>
          )}
          {props.asksOperations && (
            <Form action={askOperationsPlace({ id: card.id })} class="form-inline">
              <Button look="tertiary">{voicesText(language).askOperations}</Button>
            </Form>
          )}
          {props.mayPin && card.state === 'published' && (
            <Form action={pinPlace({ id: card.id })} class="form-inline">
              <Button look="tertiary" name="pin" value={props.pinned ? 'nej' : 'ja'}>
                {props.pinned ? labels.unpin : labels.pin}
              </Button>
            </Form>
          )}
        </div>
        {props.mayEdit && card.state === 'proposed' && <Decline {...props} />}
        {props.mayEdit && card.state === 'published' && (
          <Disclosure summary={labels.retireTitle}>
            <Form action={retirePlace({ id: card.id })}>
              <TextArea language={language} name="words" label={labels.retireWords} rows={2} optional />
              <Button look="danger">{labels.retire}</Button>
            </Form>
          </Disclosure>
        )}
      </div>
    </Sheet>
  );
}

function Decline({ language, card, problems }: EditorProps): Html {
  const labels = editingText(language);
  return (
    <Disclosure summary={labels.declineTitle} open={problems?.messages.some(({ field }) => field === 'words') ?? false}>
      <Form action={declinePlace({ id: card.id })}>
        <TextArea language={language} name="words" label={labels.declineWords} rows={3} problems={problems} />
        <Button look="secondary">{labels.decline}</Button>
      </Form>
    </Disclosure>
  );
}
