import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { May } from '../access.ts';
import { type Duty, type DutyRules, isLate } from '../rules/duties.ts';
import { type Event, isAhead, WAYS_HERE, type WayHere } from '../rules/event.ts';
import type { Told } from '../rules/notices.ts';
import type { Seats } from '../rules/signing-up.ts';
import type { GuardedWays } from '../rules/ways.ts';
import { dutiesText } from '../text/duties.ts';
import { editingText } from '../text/editing.ts';
import { eventsText } from '../text/events.ts';
import { insideText } from '../text/inside.ts';
import {
  cancelPlace,
  comingPlace,
  dutyPlace,
  editEventPlace,
  listPlace,
  newEventPlace,
  noticesPlace,
  organisersPlace,
  posterPlace,
  signUpPlace,
  textsPlace,
} from '../urls.ts';
import { DayAndPlace } from './day-and-place.tsx';
import { Result } from './result.tsx';

export interface InsideProps {
  readonly language: Language;
  readonly today: Day;
  readonly event: Event;
  readonly may: May;
  readonly seats: Seats;
  readonly walkedIn: number;
  /** How people came to hear of it, as it may be read. */
  readonly ways: GuardedWays;
  readonly duties: readonly Duty[];
  readonly rules: DutyRules;
  readonly told: readonly Told[];
  readonly organisers: readonly { readonly id: string; readonly name: string; readonly drives: boolean }[];
  readonly problems?: FormProblems | undefined;
}

/** The organisers' room: how many, what is to be done, who was told. Boards see the figures. */
export function InsidePage(props: InsideProps): Html {
  const { language, event, may } = props;
  const words = insideText(language);
  const waiting = props.told.reduce((sum, one) => sum + one.waiting, 0);
  return (
    <>
      <DayAndPlace language={language} event={event} />
      {may.arrange && waiting > 0 && (
        <Notice kind="warning" heading={words.toTell(waiting)}>
          <p>
            <a href={noticesPlace({ id: event.id })}>{words.seeNotices}</a>
          </p>
        </Notice>
      )}
      {event.count && <Result language={language} count={event.count} />}
      <Numbers {...props} />
      <How {...props} />
      {may.arrange && !event.cancelled && !event.count && <Duties {...props} />}
      {may.arrange && props.told.length > 0 && <Messages {...props} />}
      {may.arrange && <Organisers {...props} />}
      {may.arrange && <More {...props} />}
    </>
  );
}

function Numbers({ language, event, may, seats, walkedIn }: InsideProps): Html | null {
  const words = insideText(language);
  if (event.count) return null;
  return (
    <Card as="section" colour="sol">
      <Heading level={2}>{words.numbers}</Heading>
      {seats.parties + seats.waitingParties === 0 ? (
        <p>{words.noneYet}</p>
      ) : (
        <>
          <p class="figure">{words.signedUp(seats.taken, seats.parties)}</p>
          {seats.waitingParties > 0 && <p>{words.waiting(seats.waiting, seats.waitingParties)}</p>}
        </>
      )}
      {(seats.there > 0 || walkedIn > 0) && (
        <p>
          {[
            ...(seats.there > 0 ? [words.there(seats.there)] : []),
            ...(walkedIn > 0 ? [words.walkedIn(walkedIn)] : []),
          ].join(', ')}
        </p>
      )}
      {may.arrange && !event.cancelled && (
        <p class="actions">
          <LinkButton href={comingPlace({ id: event.id })}>{words.showList}</LinkButton>
          <LinkButton href={signUpPlace({ id: event.id })} look="secondary">
            {words.addOne}
          </LinkButton>
          <a href={listPlace({ id: event.id })}>{words.paperList}</a>
          <a href={posterPlace({ id: event.id }, { sprog: 'da' })}>{eventsText(language).poster}</a>
        </p>
      )}
    </Card>
  );
}

function How({ language, ways }: InsideProps): Html {
  const words = insideText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.how}</Heading>
      {WAYS_HERE.every((way) => ways.of.get(way) === null) ? (
        <p class="quiet">{words.howNone}</p>
      ) : (
        <DescriptionList
          rows={WAYS_HERE.map((way: WayHere) => {
            const people = ways.of.get(way) ?? null;
            return {
              term: eventsText(language).ways[way],
              content: people === null ? words.hidden : words.people(people),
            };
          })}
        />
      )}
    </section>
  );
}

function Duties({ language, today, event, duties, rules }: InsideProps): Html {
  const words = insideText(language);
  return (
    <section class="stack" id="huskeliste">
      <Heading level={2}>{words.duties}</Heading>
      <p class="quiet">{duties.length > 0 ? words.dutiesLead : words.noDuties}</p>
      <ul class="plain-list stack">
        {duties.map((duty) => {
          const said = dutiesText(language).duties[duty.code];
          const own = rules.get(duty.code)?.words ?? '';
          const day = formatDay(duty.doneOn ?? duty.dueOn, language);
          const late = isLate(duty, today);
          return (
            <Card as="li">
              <p>
                <strong>{said.title}</strong>{' '}
                <StatusTag state={duty.doneOn ? 'good' : late ? 'stopped' : 'waiting'}>
                  {duty.doneOn ? words.dutyDone(day) : late ? words.dutyLate(day) : words.dutyBy(day)}
                </StatusTag>
              </p>
              <p>{said.says}</p>
              {own && (
                <p>
                  <Words>{own}</Words>
                </p>
              )}
              {said.source && (
                <p class="quiet">
                  {words.source}: {said.source}
                </p>
              )}
              <Form action={dutyPlace({ id: event.id, duty: duty.id })} class="form-inline">
                <Button
                  look={duty.doneOn ? 'tertiary' : 'secondary'}
                  name="gjort"
                  value={duty.doneOn ? 'nej' : 'ja'}
                  label={`${duty.doneOn ? words.untick : words.tick}: ${said.title}`}
                >
                  {duty.doneOn ? words.untick : words.tick}
                </Button>
              </Form>
            </Card>
          );
        })}
      </ul>
    </section>
  );
}

function Messages({ language, event, told }: InsideProps): Html {
  const words = insideText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.notices}</Heading>
      <DescriptionList
        rows={told.map((one) => ({
          term: words.notice[one.kind],
          content: words.noticeCounts(one.sent, one.byHand, one.waiting),
        }))}
      />
      <p>
        <a href={noticesPlace({ id: event.id })}>{words.seeNotices}</a>
      </p>
    </section>
  );
}

function Organisers({ language, event, organisers, problems }: InsideProps): Html {
  const words = insideText(language);
  return (
    <section class="stack" id="arrangoerer">
      <Heading level={2}>{words.organisers}</Heading>
      <ul class="plain-list">
        {organisers.map(({ id, name, drives }) => (
          <li>
            <Words>{name}</Words>
            {drives ? (
              <span class="quiet"> ({words.drives})</span>
            ) : (
              organisers.length > 1 && (
                <Form action={organisersPlace({ id: event.id })} class="form-inline">
                  <Button look="tertiary" name="fjern" value={id} label={`${words.remove}: ${name}`}>
                    {words.remove}
                  </Button>
                </Form>
              )
            )}
          </li>
        ))}
      </ul>
      <Disclosure summary={words.addOrganiser} open={problems !== undefined}>
        <Form action={organisersPlace({ id: event.id })}>
          <ErrorSummary language={language} problems={problems} />
          <TextField
            language={language}
            problems={problems}
            name="contact"
            label={words.organiserEmail}
            autocomplete="off"
            maxlength={120}
          />
          <p>
            <Button look="secondary">{words.addOrganiser}</Button>
          </p>
        </Form>
      </Disclosure>
    </section>
  );
}

function More({ language, today, event }: InsideProps): Html {
  const words = insideText(language);
  const ahead = isAhead(event, today);
  return (
    <section class="stack">
      <Heading level={2}>{words.actions}</Heading>
      <p class="actions">
        {ahead && <a href={editEventPlace({ id: event.id })}>{words.edit}</a>}
        {ahead && <a href={textsPlace({ id: event.id })}>{words.texts}</a>}
        <a href={newEventPlace({}, { som: event.id, initiativ: event.initiativeId })}>{editingText(language).copy}</a>
        {ahead && <a href={cancelPlace({ id: event.id })}>{words.cancel}</a>}
      </p>
    </section>
  );
}
