import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../kernel/day.ts';
import { formatTime } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { SignInWay } from '../../../platform/web/session.ts';
import { Button } from '../../../ui/components/button.tsx';
import { EmptyState } from '../../../ui/components/empty-state.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { type Column, Table } from '../../../ui/components/table.tsx';
import { DateText, Words } from '../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { deviceName } from '../rules.ts';
import { codesText } from '../text/codes.ts';
import { signinText } from '../text/sign-in.ts';
import { waysText } from '../text/ways.ts';
import {
  codesPrintPlace,
  codesRevokePlace,
  signOutDevicePlace,
  signOutEverywherePlace,
  signOutPlace,
  waysPlace,
} from '../urls.ts';

export interface DeviceRow {
  readonly key: string;
  /** The device one is reading on. */
  readonly here: boolean;
  readonly userAgent: string;
  readonly way: SignInWay | null;
  readonly since: Date;
  readonly lastSeen: Date;
}

/** Where I am signed in. */
export function DevicesPage(props: {
  readonly language: Language;
  readonly devices: readonly DeviceRow[];
  /** The reader has a calendar address that nobody but them is to know. */
  readonly feeds: boolean;
}): Html {
  const { language } = props;
  const text = signinText(language);
  return (
    <>
      <p>{text.devicesIntro}</p>
      <Table
        language={language}
        caption={text.devicesTitle}
        captionHidden
        columns={deviceColumns(language)}
        rows={props.devices}
      />
      <Form action={signOutEverywherePlace({})}>
        {props.feeds && (
          <Checkbox language={language} name="kalender" label={text.feedsToo} hint={text.feedsTooHint} checked />
        )}
        <Button look="danger">{text.signOutEverywhere}</Button>
      </Form>
      <p>
        <a href={waysPlace({})}>{waysText(language).title}</a>
      </p>
    </>
  );
}

function deviceColumns(language: Language): readonly Column<DeviceRow>[] {
  const text = signinText(language);
  const name = (row: DeviceRow) => {
    const known = deviceName(row.userAgent);
    return known ? text.deviceOf(known.browser, known.system) : text.deviceUnknown;
  };
  return [
    {
      heading: text.device,
      names: true,
      cell: (row) => (
        <span>
          {name(row)}
          {row.here && <strong> ({text.thisDevice})</strong>}
        </span>
      ),
    },
    { heading: text.way, cell: (row) => (row.way ? text.ways[row.way] : text.wayUnknown) },
    { heading: text.since, cell: (row) => <DateText day={dayOf(row.since)} language={language} /> },
    {
      heading: text.lastSeen,
      cell: (row) => (
        <span>
          <DateText day={dayOf(row.lastSeen)} language={language} /> {formatTime(row.lastSeen, language)}
        </span>
      ),
    },
    {
      heading: text.signOut,
      cell: (row) =>
        row.here ? (
          <Form action={signOutPlace({})}>
            <Button look="secondary">{text.signOutHere}</Button>
          </Form>
        ) : (
          <Form action={signOutDevicePlace({ device: row.key })}>
            <Button look="secondary" label={`${text.signOutDevice}: ${name(row)}`}>
              {text.signOutDevice}
            </Button>
          </Form>
        ),
    },
  ];
}

export interface DepartmentRow {
  readonly id: string;
  readonly name: string;
  readonly homes: number;
  readonly holding: number;
  readonly used: number;
}

/** For staff: print codes, see how far they have come, and take them back. */
export function CodesPage(props: {
  readonly language: Language;
  readonly departments: readonly DepartmentRow[];
  readonly problems?: FormProblems | undefined;
  readonly pdf: boolean;
}): Html {
  const { language, departments, problems } = props;
  const text = codesText(language);
  if (departments.length === 0) return <EmptyState title={text.noDepartments} text={text.noDepartmentsText} />;
  const options = departments.map((one) => ({ value: one.id, label: one.name }));
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>
        {text.codesIntro} {text.codesOld}
      </p>
      {!props.pdf && <Notice kind="warning">{text.noPdf}</Notice>}
      <Form action={codesPrintPlace({})}>
        <Select
          language={language}
          name="afdeling"
          label={text.chooseDepartment}
          options={options}
          optional
          problems={problems}
        />
        <TextField
          language={language}
          name="adresse"
          label={text.orHome}
          hint={text.orHomeHint}
          optional
          problems={problems}
        />
        <Radios
          language={language}
          name="som"
          label={text.form}
          value="kort"
          options={[
            { value: 'kort', label: text.cards },
            { value: 'breve', label: text.letters },
          ]}
          problems={problems}
        />
        <Button>{text.print}</Button>
      </Form>
      <DepartmentTable language={language} departments={departments} />
      <Heading level={2}>{text.revokeTitle}</Heading>
      <p>{text.revokeIntro}</p>
      <Form action={codesRevokePlace({})}>
        <Select language={language} id="traek" name="afdeling" label={text.department} options={options} />
        <Button look="danger">{text.revoke}</Button>
      </Form>
    </>
  );
}

function DepartmentTable(props: { readonly language: Language; readonly departments: readonly DepartmentRow[] }): Html {
  const text = codesText(props.language);
  return (
    <Table
      language={props.language}
      caption={text.codesTitle}
      captionHidden
      columns={[
        { heading: text.department, names: true, cell: (row) => <Words>{row.name}</Words> },
        { heading: text.homes, numeric: true, cell: (row) => row.homes },
        { heading: text.holding, numeric: true, cell: (row) => row.holding },
        { heading: text.used, numeric: true, cell: (row) => row.used },
      ]}
      rows={props.departments}
    />
  );
}
