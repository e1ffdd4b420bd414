import type { Child, Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Steps } from '../../../../ui/components/steps.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { DateText, Words } from '../../../../ui/components/written.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { Progress } from '../rules/sheets.ts';
import { fieldsOf, isBox } from '../rules/template.ts';
import { stageOf, takesByLink, type Workshop, writeCode } from '../rules/workshop.ts';
import { planText } from '../text/plan.ts';
import { wallText } from '../text/wall.ts';
import { workshopsText } from '../text/workshops.ts';
import {
  checkingPlace,
  editWorkshopPlace,
  gatherPlace,
  hideInsightPlace,
  invitationsPlace,
  linkPlace,
  photosPlace,
  planPlace,
  sheetsPlace,
  showInsightPlace,
  tablesPlace,
  templatePlace,
  wallPlace,
} from '../urls.ts';
import { LinkDoor } from './doors.tsx';
import { StageTag } from './list.tsx';
import { standing } from './plan.tsx';

export interface PageProps {
  readonly language: Language;
  readonly today: Day;
  readonly workshop: Workshop;
  readonly host: boolean;
  readonly gathering: { readonly href: string; readonly name: string } | null;
  readonly tables: number;
  readonly progress: Progress;
  readonly insights: readonly InsightShown[];
  /** The address of the participants' page, as it is read out. */
  readonly address: string;
  /** What the result, the plan and the wall put here. */
  readonly more: Child;
}

interface InsightShown {
  readonly id: string;
  readonly words: string;
  readonly hidden: boolean;
  readonly shown: boolean;
}

/** A workshop for those who run it, and, with less on it, for those with an account who take part. */
export function WorkshopPage(props: PageProps): Html {
  const { language, workshop, host, today, gathering } = props;
  const words = workshopsText(language);
  return (
    <>
      {host && stageOf(workshop, today) === 'today' && <Today {...props} />}
      <DescriptionList
        rows={[
          { term: words.when, content: <When language={language} workshop={workshop} /> },
          { term: words.where, content: workshop.place && <Words>{workshop.place}</Words> },
          { term: words.seats, content: workshop.seats },
          { term: words.state, content: <StageTag language={language} stage={stageOf(workshop, today)} /> },
          { term: words.gathering, content: gathering && <a href={gathering.href}>{gathering.name}</a> },
        ]}
      />
      {workshop.about && (
        <section class="stack">
          <Heading level={2}>{words.about}</Heading>
          <p class="prewrap">
            <Words>{workshop.about}</Words>
          </p>
        </section>
      )}
      {host && <Way {...props} />}
      <Link {...props} />
      {props.more}
      {host && <Insights {...props} />}
      {host && (
        <p>
          <LinkButton look="secondary" href={editWorkshopPlace({ id: workshop.id })}>
            {words.edit}
          </LinkButton>
        </p>
      )}
    </>
  );
}

/** On the day itself, with a telephone in one hand: what there is to do now stands first. */
function Today({ language, workshop }: PageProps): Html {
  const { id, code } = workshop;
  const { ways } = planText(language);
  return (
    <section class="stack" aria-labelledby="i-dag">
      <Heading level={2} id="i-dag">
        {workshopsText(language).stages.today}
      </Heading>
      <p class="actions">
        <LinkButton href={gatherPlace({ id })}>{ways.gather}</LinkButton>
        <LinkButton href={wallPlace({ code })} look="secondary">
          {wallText(language).open}
        </LinkButton>
      </p>
      <p class="actions">
        <a href={invitationsPlace({ id })}>{planText(language).atTheDoor}</a>
        <a href={planPlace({ id })}>{ways.plan}</a>
      </p>
    </section>
  );
}

export function When({ language, workshop }: { readonly language: Language; readonly workshop: Workshop }): Html {
  const { on, startsAt, endsAt } = workshop;
  return (
    <>
      <DateText day={on} language={language} style="weekday" />
      {startsAt && ` ${workshopsText(language).clock(startsAt, endsAt)}`}
    </>
  );
}

/** From the template to the confirmed answers; counts along while sheets come in. */
function Way({ language, workshop, tables, progress }: PageProps): Html {
  const words = workshopsText(language);
  const { id, template } = workshop;
  const boxes = fieldsOf(template).filter(isBox).length;
  const { printed, photographed, waiting, confirmed, toConfirm, unread } = progress;
  const places = [
    {
      name: 'template',
      href: templatePlace({ id }),
      note: words.templateNote(template.themes.length, boxes),
      done: true,
    },
    { name: 'tables', href: tablesPlace({ id }), note: words.tablesNote(tables), done: tables > 0 },
    { name: 'sheets', href: sheetsPlace({ id }), note: words.sheetsNote(printed), done: printed > 0 },
    {
      name: 'photos',
      href: photosPlace({ id }),
      note: words.photosNote(photographed, waiting),
      done: printed > 0 && photographed >= printed,
    },
    {
      name: 'checking',
      href: checkingPlace({ id }),
      note: words.checkingNote(confirmed, toConfirm),
      done: confirmed > 0 && confirmed >= printed && toConfirm === 0,
    },
  ] as const;
  return (
    <section class="stack" data-live={`workshop:${id}`} id="vejen">
      <Heading level={2}>{words.way}</Heading>
      <Steps
        language={language}
        label={words.way}
        steps={standing(
          places.map(({ name, ...place }) => ({ label: words.ways[name], ...place })),
          true,
        )}
      />
      {unread > 0 && (
        <Notice kind="warning">
          <p>
            <a href={photosPlace({ id })}>{words.unread(unread)}</a>
          </p>
        </Notice>
      )}
    </section>
  );
}

function Link({ language, workshop, host, today, address }: PageProps): Html | null {
  const words = workshopsText(language);
  if (!takesByLink(workshop, today) && !host) return null;
  const href = linkPlace({ code: workshop.code });
  if (!host)
    return (
      <p>
        <LinkButton href={href}>{words.joinHere}</LinkButton>
      </p>
    );
  return (
    <section class="stack">
      <Heading level={2}>{words.link}</Heading>
      <p>{words.linkWhy}</p>
      <p class="workshop-address">
        <a href={href}>{address}</a>
      </p>
      <p>
        {words.linkCode}: <strong>{writeCode(workshop.code)}</strong>.{' '}
        {words.linkUntil(formatDay(workshop.openUntil, language))}
      </p>
      <LinkDoor language={language} id={workshop.id} closed={workshop.linkClosed} />
      {workshop.twoPeople && <p>{words.twoPeople}</p>}
    </section>
  );
}

function Insights({ language, workshop, insights }: PageProps): Html {
  const words = workshopsText(language);
  const { id } = workshop;
  const waiting = insights.filter(({ hidden, shown }) => !hidden && !shown);
  return (
    <section class="stack" data-live={`workshop:${id}`} id="tager-med-hjem">
      <Heading level={2}>{words.insights}</Heading>
      <p class="quiet">{insights.length === 0 ? words.noInsights : words.insightsWhy}</p>
      <ul class="workshop-insights">
        {insights.map((insight) => (
          <li>
            <OneInsight language={language} workshop={id} insight={insight} />
          </li>
        ))}
      </ul>
      {waiting.length > 1 && (
        <Form action={showInsightPlace({ id, insight: 'alle' })}>
          <Button look="secondary">{words.showAll}</Button>
        </Form>
      )}
      {insights.filter(({ hidden }) => !hidden).length > 1 && (
        <Form action={hideInsightPlace({ id, insight: 'alle' })}>
          <Button look="tertiary">{words.hideAll}</Button>
        </Form>
      )}
    </section>
  );
}

/** It waits, hangs on the wall, or is hidden; whatever it is can be undone. */
function OneInsight(props: {
  readonly language: Language;
  readonly workshop: string;
  readonly insight: InsightShown;
}): Html {
  const { language, workshop, insight } = props;
  const { id, words: said, hidden, shown } = insight;
  const words = workshopsText(language);
  const place = { id: workshop, insight: id };
  return (
    <>
      <Words>{said}</Words>{' '}
      <StatusTag state={hidden ? 'resting' : shown ? 'good' : 'waiting'}>
        {hidden ? words.hidden : shown ? words.onWall : words.waits}
      </StatusTag>
      <div class="actions">
        {!shown && (
          <Form action={showInsightPlace(place)} class="form-inline">
            <Button look="secondary" label={words.showNamed(said)}>
              {words.show}
            </Button>
          </Form>
        )}
        {!hidden && (
          <Form action={hideInsightPlace(place)} class="form-inline">
            <Button look="tertiary" label={words.hideNamed(said)}>
              {words.hide}
            </Button>
          </Form>
        )}
      </div>
    </>
  );
}
