import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatDayWithWeekday, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { StatusTag } from '../../../../ui/components/tag.tsx';
import { Lines, Words } from '../../../../ui/components/written.tsx';
import { Checkbox } from '../../../../ui/forms/choices.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import type { Chance, DrawRow } from '../rules/draw.ts';
import type { Attendance, Meeting } from '../rules/meeting.ts';
import type { Panel } from '../rules/panel.ts';
import { type Application, FEATURES, type State, stateOf, writeLot } from '../rules/people.ts';
import { percent, whole } from '../rules/shares.ts';
import type { Question } from '../rules/voting.ts';
import { codeName, type DepartmentNames, groupName, groupsText } from '../text/groups.ts';
import { joinText } from '../text/join.ts';
import { keptText } from '../text/kept.ts';
import { lettersText } from '../text/letters.ts';
import { drumPlace, myActPlace, myAnswerPlace, myMeetingPlace } from '../urls.ts';

import { Ballot } from './voting.tsx';

export interface MineProps {
  readonly language: Language;
  readonly code: string;
  readonly panel: Panel;
  readonly one: Application;
  readonly chance: Chance | null;
  readonly draw: Pick<DrawRow, 'id' | 'kind'> | null;
  readonly departments: DepartmentNames;
  /** To come, the next first. */
  readonly meetings: readonly Meeting[];
  readonly coming: readonly Attendance[];
  readonly questions: readonly Question[];
  readonly given: ReadonlyMap<string, number>;
  readonly problems?: { readonly at: string; readonly problems: FormProblems } | undefined;
}

const LOOKS: Readonly<Record<State, 'waiting' | 'going' | 'good' | 'resting' | 'stopped'>> = {
  waits: 'waiting',
  offered: 'waiting',
  member: 'good',
  paused: 'resting',
  declined: 'resting',
  lapsed: 'resting',
  left: 'resting',
};

/** One's own page, by the code on the receipt: where one stands, one's chance and why, and everything one can do. */
export function MinePage(props: MineProps): Html {
  const { language, one, problems } = props;
  const words = joinText(language);
  const state = stateOf(one);
  const inside = state === 'member' || state === 'paused';
  return (
    <>
      <p class="tags">
        <StatusTag state={LOOKS[state]}>{words.states[state]}</StatusTag>
      </p>
      <ErrorSummary language={language} problems={problems?.problems} />
      <Standing {...props} />
      {inside && <Meetings {...props} />}
      {inside &&
        props.questions.map((question) => (
          <Ballot
            language={language}
            code={props.code}
            question={question}
            given={props.given}
            problems={problems?.at === question.id ? problems.problems : undefined}
          />
        ))}
      <YourChance {...props} />
      <Written {...props} />
      {state !== 'left' && <Ways {...props} />}
      {one.goesOn && <p class="quiet">{words.goesOn(formatDay(one.goesOn, language))}</p>}
    </>
  );
}

function Standing({ language, code, panel, one, draw }: MineProps): Html {
  const words = joinText(language);
  const state = stateOf(one);
  if (state === 'offered' && one.place) {
    return (
      <Notice kind="success">
        <p>{words.offeredText(formatDayWithWeekday(one.place.answerBy, language))}</p>
        <Form action={myAnswerPlace({ code })} class="actions">
          <Button name="answer" value="yes">
            {words.yes}
          </Button>
          <Button name="answer" value="no" look="secondary">
            {words.no}
          </Button>
        </Form>
      </Notice>
    );
  }
  const waits = draw || !panel.closesOn ? words.waitsDrawn : words.waitsText(formatDay(panel.closesOn, language));
  const said: Readonly<Record<Exclude<State, 'offered'>, string>> = {
    waits,
    member: words.memberText,
    paused: words.pausedText,
    declined: words.declinedText,
    lapsed: words.lapsedText,
    left: words.leftText,
  };
  return <p class="lead">{state === 'offered' ? '' : said[state]}</p>;
}

/** As the head of a line: "Onsdag den 13. januar 2027 kl. 17.30". */
function whenOf({ on, starts }: Pick<Meeting, 'on' | 'starts'>, language: Language): string {
  const day = formatDayWithWeekday(on, language);
  const said = `${day.charAt(0).toUpperCase()}${day.slice(1)}`;
  return starts ? `${said} ${lettersText(language).meeting.at(starts)}` : said;
}

function Meetings({ language, code, meetings, coming }: MineProps): Html {
  const words = joinText(language);
  return (
    <section class="stack">
      <Heading level={2}>{words.meetings}</Heading>
      {meetings.length === 0 && <p>{words.noMeetings}</p>}
      {meetings.map((meeting) => {
        const said = coming.find(({ meetingId }) => meetingId === meeting.id)?.meansTo ?? null;
        return (
          <Notice heading={whenOf(meeting, language)} level={3}>
            {meeting.place && (
              <p>
                <Words>{meeting.place}</Words>
              </p>
            )}
            <Disclosure summary={words.agenda}>
              <Lines text={meeting.agenda} />
            </Disclosure>
            {said !== null && <p>{words.coming[said ? 'true' : 'false']}</p>}
            <Form action={myMeetingPlace({ code, meeting: meeting.id })} class="actions">
              <Button look="secondary" name="coming" value="ja">
                {words.comes}
              </Button>
              <Button look="secondary" name="coming" value="nej">
                {words.comesNot}
              </Button>
            </Form>
          </Notice>
        );
      })}
    </section>
  );
}

function YourChance({ language, panel, chance, draw, departments }: MineProps): Html | null {
  const words = joinText(language);
  if (!chance || !draw) return null;
  const { reason } = chance;
  const group = reason ? groupName(language, reason, departments) : '';
  const lowers = reason?.lowers
    ? words.because.lowers(group, reason.applied, reason.most)
    : words.because.raises(group);
  return (
    <section class="stack">
      <Heading level={2}>{words.chanceTitle}</Heading>
      <p>
        {chance.unreachable ? words.unreachable : words.chance(percent(chance.chance, language))}{' '}
        {words.chancePool(chance.pool, chance.seats)}{' '}
        {words.chancePanels(whole(chance.panels, language), whole(chance.ofPanels, language))}
      </p>
      {!chance.unreachable && (
        <p>{chance.answersGone ? keptText(language).reasonGone : reason ? lowers : words.because.even}</p>
      )}
      <p>
        <a href={drumPlace({ id: panel.id, draw: draw.id })}>{words.seeDraw}</a>
      </p>
    </section>
  );
}

function Written({ language, panel, one, departments }: MineProps): Html {
  const words = joinText(language);
  const groups = groupsText(language);
  return (
    <section class="stack">
      {panel.kind === 'drawn' && (
        <>
          <Heading level={2}>{words.lot}</Heading>
          <p>
            <strong class="lot">{writeLot(one.lot)}</strong>
          </p>
          <p>{words.lotText}</p>
        </>
      )}
      <Disclosure summary={words.wrote}>
        <DescriptionList
          rows={[
            { term: words.name, content: <Words>{one.name}</Words> },
            { term: words.address, content: <Words>{one.address}</Words> },
            { term: words.email, content: one.email },
            { term: words.phone, content: one.phone && formatPhone(one.phone) },
            { term: words.why, content: one.why && <Words>{one.why}</Words> },
            { term: words.diet, content: one.diet && <Words>{one.diet}</Words> },
            { term: words.access, content: one.accessNeeds && <Words>{one.accessNeeds}</Words> },
            ...FEATURES.map((feature) => ({
              term: groups.features[feature],
              content: codeName(language, feature, one.traits[feature], departments),
            })),
          ]}
        />
      </Disclosure>
    </section>
  );
}

function Ways({ language, code, one, problems }: MineProps): Html {
  const words = joinText(language);
  const state = stateOf(one);
  const mine = problems?.at === 'ways' ? problems.problems : undefined;
  return (
    <section class="stack">
      {state === 'paused' && (
        <Form action={myActPlace({ code })}>
          <Button look="secondary" name="act" value="back">
            {words.back}
          </Button>
        </Form>
      )}
      {state === 'member' && (
        <Disclosure summary={words.pause}>
          <Form action={myActPlace({ code })}>
            <DateField
              language={language}
              problems={mine}
              name="until"
              label={words.pauseUntil}
              hint={words.pauseHint}
              optional
            />
            <p>
              <Button look="secondary" name="act" value="pause">
                {words.pause}
              </Button>
            </p>
          </Form>
        </Disclosure>
      )}
      <Disclosure summary={words.leave}>
        <Form action={myActPlace({ code })}>
          <p>{words.leaveWhy}</p>
          <Checkbox language={language} name="moved" label={words.leaveBecause} />
          <p>
            <Button look="danger" name="act" value="leave">
              {words.leave}
            </Button>
          </p>
        </Form>
      </Disclosure>
    </section>
  );
}
