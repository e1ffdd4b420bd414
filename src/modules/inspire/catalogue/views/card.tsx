import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Icon, type IconName } from '../../../../ui/components/icon.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Table } from '../../../../ui/components/table.tsx';
import { Tag } from '../../../../ui/components/tag.tsx';
import { Amount, Lines } from '../../../../ui/components/written.tsx';
import { Scene } from '../../../../ui/drawings/scene.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { type Card, isOverdue, type ReadCard } from '../rules/card.ts';
import { type Counts, type Done, shownCount } from '../rules/done.ts';
import { costText, monthsText, timeText } from '../text/amounts.ts';
import { catalogueText } from '../text/catalogue.ts';
import { doPlace, posterPlace, sheetPlace, takePlace } from '../urls.ts';
import { DoneSection } from './done.tsx';
import { CATEGORY_COLOUR, CategoryTag, sceneOf } from './parts.tsx';

export interface CardProps {
  readonly language: Language;
  readonly today: Day;
  readonly card: Card;
  readonly read: ReadCard;
  readonly counts: Counts;
  readonly done: readonly Done[];
  readonly departments: ReadonlyMap<string, string>;
  /** Where the fund is asked with what the card says; null where there is no fund, or nothing to pay. */
  readonly applyHref: string | null;
  /** What its editors do with it. */
  readonly editor: Html | null;
  /** How it looked, and what the caretakers say. */
  readonly photos: Html | null;
  readonly remarks: Html | null;
  /** What is wrong in a form of the editors' or the caretakers', which stands further down. */
  readonly problems?: FormProblems | undefined;
  /** Where those who did it are asked; null for those who may not, and where nobody can be. */
  readonly askHref: string | null;
}

/** One thing that can be done: what it is, what it takes, and how it went where it was done. */
export function CardPage(props: CardProps): Html {
  const { language, card, read } = props;
  const words = catalogueText(language);
  const lang = read.lang === language ? undefined : read.lang;
  const alone = card.doneBy === 'resident';
  return (
    <>
      <div class="initiative-scene" data-color={CATEGORY_COLOUR[card.category]}>
        <Scene name={sceneOf(card)} />
      </div>
      <h1 class="ds-heading page-title" data-size="lg" lang={lang}>
        {read.title}
      </h1>
      <p class="tags">
        <CategoryTag language={language} category={card.category} />
        {props.counts.pinned && (
          <Tag colour="tegl" icon="star">
            {words.pinned}
          </Tag>
        )}
        {props.counts.taken > 0 && <Tag icon="hand">{words.takenBy(props.counts.taken)}</Tag>}
      </p>
      <ErrorSummary language={language} problems={props.problems} />
      {card.state !== 'published' && <Notice kind="warning">{words.notPublished}</Notice>}
      {isOverdue(card, props.today) && <Notice kind="warning">{words.overdue}</Notice>}
      {props.editor}
      <div class="lead" lang={lang}>
        <Lines text={read.what} />
      </div>
      <Tiles {...props} />
      {card.state === 'published' && (alone ? <DoIt {...props} /> : <Take {...props} />)}
      {props.photos}
      {read.why && (
        <Part title={words.why} lang={lang}>
          <Lines text={read.why} />
        </Part>
      )}
      {read.steps.length > 0 && (
        <Part title={alone ? words.stepsAlone : words.steps} lang={lang}>
          <ol class="numbered">
            {read.steps.map((step) => (
              <li>
                <span>{step}</span>
              </li>
            ))}
          </ol>
        </Part>
      )}
      <div class="two-lists">
        <Listed title={words.needs} items={read.needs} lang={lang} />
        <Listed title={words.tips} items={read.tips} lang={lang} />
      </div>
      <Tasks {...props} />
      <Budget {...props} />
      {read.whoHelps && (
        <Part title={words.whoHelps} lang={lang}>
          <Lines text={read.whoHelps} />
        </Part>
      )}
      <Permissions {...props} />
      {props.remarks}
      {!alone && <DoneSection {...props} />}
      <Foot {...props} />
    </>
  );
}

function Part(props: { readonly title: string; readonly lang: string | undefined; readonly children: Child }): Html {
  return (
    <section>
      <Heading level={2}>{props.title}</Heading>
      <div lang={props.lang}>{props.children}</div>
    </section>
  );
}

function Listed(props: {
  readonly title: string;
  readonly items: readonly string[];
  readonly lang: string | undefined;
}): Html | null {
  if (props.items.length === 0) return null;
  return (
    <Part title={props.title} lang={props.lang}>
      <ul>
        {props.items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Part>
  );
}

function Tiles({ language, card }: CardProps): Html {
  const words = catalogueText(language);
  const tile = (icon: IconName, term: string, content: Child) => (
    <div class="tile">
      <dt>
        <Icon name={icon} />
        {term}
      </dt>
      <dd>{content}</dd>
    </div>
  );
  return (
    <dl class="tiles">
      {tile('money', words.cost, costText(language, card.cost))}
      {tile('clock', words.time, timeText(language, card.minutes))}
      {tile('calendar', words.when, monthsText(language, card.months))}
      {tile('place', words.where, words.setting[card.setting])}
      {card.doneBy !== 'resident' && tile('hand', words.hands, words.handsCount(card.helpers))}
      {card.doneBy !== 'resident' && tile('people', words.for, words.forCount(card.participants))}
    </dl>
  );
}

function Take({ language, card, applyHref }: CardProps): Html {
  const words = catalogueText(language);
  return (
    <Sheet colour="sol" as="section">
      <div class="take-box stack">
        <p>{words.takeText}</p>
        <p class="actions">
          <LinkButton href={takePlace({ id: card.id })}>{words.take}</LinkButton>
          {applyHref && (
            <LinkButton href={applyHref} look="secondary">
              {words.apply}
            </LinkButton>
          )}
        </p>
      </div>
    </Sheet>
  );
}

/** Counted, and nothing more: no initiative, and who is not signed in leaves no name. */
function DoIt({ language, card, counts }: CardProps): Html {
  const words = catalogueText(language);
  const many = shownCount(counts.doing);
  return (
    <Sheet colour="sol" as="section">
      <div class="take-box stack">
        <p>{many === null ? words.doingFew : words.doingCount(many)}</p>
        {counts.mine ? (
          <p>
            <strong>{words.doing}</strong>
          </p>
        ) : (
          <Form action={doPlace({ id: card.id })} class="actions">
            <Button>{words.doIt}</Button>
          </Form>
        )}
      </div>
    </Sheet>
  );
}

function Tasks({ language, read }: CardProps): Html | null {
  const words = catalogueText(language);
  if (read.tasks.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{words.tasks}</Heading>
      <p class="quiet">{words.tasksText}</p>
      <ul class="task-list" lang={read.lang === language ? undefined : read.lang}>
        {read.tasks.map((task) => (
          <li>
            <span class="task-time">{timeText(language, task.minutes)}</span>
            <span>{task.says}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Budget({ language, card, read }: CardProps): Html | null {
  const words = catalogueText(language);
  if (read.budget.length === 0) return null;
  return (
    <section>
      <Heading level={2}>{words.budget}</Heading>
      <Table
        language={language}
        caption={words.budgetFor(card.participants)}
        columns={[
          { heading: words.doneWhat, names: true, cell: ({ what }) => what, foot: words.sum },
          {
            heading: words.cost,
            numeric: true,
            cell: ({ amount }) => <Amount ore={amount} language={language} />,
            foot: <Amount ore={card.cost} language={language} />,
          },
        ]}
        rows={read.budget}
      />
    </section>
  );
}

function Permissions({ language, card, read }: CardProps): Html | null {
  const words = catalogueText(language);
  const hours = card.operationsHours;
  const lines = [
    ...(card.needsMeeting ? [words.needsMeeting] : []),
    ...(card.needsOperations ? [words.needsOperations] : []),
    ...(card.rentEffect ? [words.rentEffect] : []),
    ...(hours ? [hours > 0 ? words.hoursMore(hours) : words.hoursLess(-hours)] : []),
  ];
  if (lines.length === 0 && !read.permissions) return null;
  return (
    <section>
      <Heading level={2}>{words.permissions}</Heading>
      {lines.length > 0 && (
        <ul>
          {lines.map((line) => (
            <li>{line}</li>
          ))}
        </ul>
      )}
      {read.permissions && (
        <div lang={read.lang === language ? undefined : read.lang}>
          <Lines text={read.permissions} />
        </div>
      )}
    </section>
  );
}

function Foot({ language, card }: CardProps): Html {
  const words = catalogueText(language);
  return (
    <section>
      {card.state === 'published' && (
        <>
          <p>{words.printText}</p>
          <p class="actions">
            <LinkButton href={sheetPlace({ id: card.id })} look="secondary">
              {words.sheet}
            </LinkButton>
            <LinkButton href={posterPlace({ id: card.id })} look="secondary">
              {words.poster}
            </LinkButton>
          </p>
        </>
      )}
      <p class="quiet">
        {words.licence(card.licence, card.credit)} {card.goals.length > 0 && words.goals(card.goals.join(', '))}{' '}
        {card.initiativeId && words.grewOut} {card.reviewOn && words.reviewed(formatDay(card.reviewOn, language))}
      </p>
    </section>
  );
}
