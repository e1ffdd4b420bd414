import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkboxes } from '../../../../ui/forms/choices.tsx';
import { DateField, TimeField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Meeting, tally } from '../rules/meeting.ts';
import type { Panel } from '../rules/panel.ts';
import type { Leaning } from '../rules/profile.ts';
import type { DepartmentNames } from '../text/groups.ts';
import { meetText } from '../text/meet.ts';
import { attendancePlace, meetingPlace, newMeetingPlace } from '../urls.ts';
import { Leanings } from './mirror.tsx';

export interface MeetingsProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly meetings: readonly (Meeting & { readonly came: number | null })[];
  readonly members: number;
  readonly problems?: FormProblems | undefined;
}

/** Meetings, and calling the next. */
export function MeetingsPage({ language, panel, meetings, members, problems }: MeetingsProps): Html {
  const words = meetText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      {meetings.length === 0 && <p>{words.none}</p>}
      <ul>
        {meetings.map((meeting) => (
          <li>
            <a href={meetingPlace({ id: panel.id, meeting: meeting.id })}>{formatDay(meeting.on, language)}</a>
            {meeting.place && (
              <>
                , <Words>{meeting.place}</Words>
              </>
            )}
            {meeting.came !== null && <> ({words.came(meeting.came)})</>}
          </li>
        ))}
      </ul>
      <section class="stack">
        <Heading level={2}>{words.newMeeting}</Heading>
        <p>{words.members(members)}</p>
        <Form action={newMeetingPlace({ id: panel.id })}>
          <MeetingFields language={language} problems={problems} />
          <p>
            <Button>{words.call}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function MeetingFields(props: {
  readonly language: Language;
  readonly known?: Meeting;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { known, language, problems } = props;
  const words = meetText(language);
  const common = { language, problems };
  return (
    <>
      <DateField {...common} name="on" label={words.on} value={known?.on} />
      <TimeField {...common} name="starts" label={words.starts} value={known?.starts} optional />
      <TextField {...common} name="place" label={words.place} value={known?.place} maxlength={120} optional />
      <TextArea
        {...common}
        name="agenda"
        label={words.agenda}
        hint={words.agendaHint}
        value={known?.agenda}
        maxlength={4000}
      />
    </>
  );
}

export interface MeetingProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly meeting: Meeting;
  /** Members, and who of them came; for those who select. */
  readonly members: readonly { readonly id: string; readonly name: string; readonly came: boolean }[];
  readonly said: { readonly yes: number; readonly no: number };
  readonly came: number;
  /** How those who came lean; null when fewer than five did. */
  readonly leanings: readonly Leaning[] | null;
  readonly departments: DepartmentNames;
  readonly eats: ReturnType<typeof tally>;
  readonly needs: ReturnType<typeof tally>;
  readonly problems?: FormProblems | undefined;
}

/** One meeting: what it is about, who came, how it leaned, and what the kitchen is told. */
export function MeetingPage(props: MeetingProps): Html {
  const { language, panel, meeting, problems } = props;
  const words = meetText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{words.meansTo(props.said.yes, props.said.no)}</p>
      <Kitchen {...props} />
      <Attendance {...props} />
      <Tilt {...props} />
      <section class="stack">
        <Heading level={2}>{words.notes}</Heading>
        <Form action={meetingPlace({ id: panel.id, meeting: meeting.id })} warnUnsaved>
          <MeetingFields language={language} known={meeting} problems={problems} />
          <TextArea
            language={language}
            problems={problems}
            name="notes"
            label={words.notes}
            hint={words.notesHint}
            value={meeting.notes}
            rows={8}
            maxlength={4000}
            optional
          />
          <input type="hidden" name="version" value={String(meeting.version)} />
          <p>
            <Button>{words.save}</Button>
          </p>
        </Form>
      </section>
    </>
  );
}

function Attendance({ language, panel, meeting, members }: MeetingProps): Html | null {
  const words = meetText(language);
  if (members.length === 0) return null;
  return (
    <section class="stack">
      <Form action={attendancePlace({ id: panel.id, meeting: meeting.id })}>
        <Checkboxes
          language={language}
          name="came"
          label={words.attendance}
          hint={words.attendanceWhy}
          values={members.filter(({ came }) => came).map(({ id }) => id)}
          options={members.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
        <p>
          <Button look="secondary">{words.saveAttendance}</Button>
        </p>
      </Form>
    </section>
  );
}

function Tilt({ language, leanings, came, departments }: MeetingProps): Html | null {
  const words = meetText(language);
  if (came === 0) return null;
  return (
    <section class="stack">
      <Heading level={2}>{words.tilt}</Heading>
      <p>{words.came(came)}.</p>
      {leanings === null && <p>{words.tiltFew}</p>}
      {leanings?.every(({ lean }) => lean === 'as_residents') && <p>{words.tiltGood}</p>}
      {leanings && <Leanings language={language} leanings={leanings} departments={departments} />}
    </section>
  );
}

function Kitchen({ language, eats, needs }: MeetingProps): Html {
  const words = meetText(language);
  const list = (title: string, wishes: MeetingProps['eats']) =>
    wishes.length > 0 && (
      <>
        <Heading level={3}>{title}</Heading>
        <ul>
          {wishes.map(({ wish, count }) => (
            <li>
              {count} × <Words>{wish}</Words>
            </li>
          ))}
        </ul>
      </>
    );
  return (
    <section class="stack">
      <Heading level={2}>{words.kitchen}</Heading>
      <p>{words.kitchenText}</p>
      {eats.length + needs.length === 0 && <p>{words.noWishes}</p>}
      {list(words.eats, eats)}
      {list(words.needs, needs)}
    </section>
  );
}
