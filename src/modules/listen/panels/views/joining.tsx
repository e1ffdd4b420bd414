import { randomUUID } from 'node:crypto';
import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import { type FormProblems, typedValue } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST_WHY, type Panel } from '../rules/panel.ts';
import { LANGUAGES, TENURES, tellsOfHealth } from '../rules/people.ts';
import { type DepartmentNames, groupsText } from '../text/groups.ts';
import { joinText } from '../text/join.ts';
import { sheetText } from '../text/sheet.ts';
import { enterPlace, signUpPlace, signUpSheetPlace } from '../urls.ts';

export interface SignUpProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly departments: DepartmentNames;
  /** What is known of somebody signed in. */
  readonly known: {
    readonly name: string;
    readonly email: string;
    readonly address: string;
    readonly departmentId: string;
  };
  readonly byStaff: boolean;
  readonly problems?: FormProblems | undefined;
}

/** Everything in a minute, on one page. */
export function SignUpPage(props: SignUpProps): Html {
  const { language, panel, byStaff, problems } = props;
  const words = joinText(language);
  const common = { language, problems };
  return (
    <Form action={signUpPlace({ id: panel.id })} warnUnsaved>
      <p class="lead">{words.lead}</p>
      <p>
        <a href={signUpSheetPlace({ id: panel.id })}>{sheetText(language).link}</a>
      </p>
      <ErrorSummary language={language} problems={problems} />
      {byStaff && (
        <Radios
          {...common}
          name="channel"
          label={words.channel}
          options={(['paper', 'phone', 'self'] as const).map((value) => ({ value, label: words.channels[value] }))}
        />
      )}
      <You {...props} />
      <Home {...props} />
      <Reach {...props} />
      <TakingPart {...props} />
      <Checkbox
        {...common}
        name="consent"
        label={byStaff ? words.consentFor : words.consent}
        hint={`${words.consentText(panel.unchosenMonths, panel.memberMonths)} ${panel.kind === 'drawn' ? words.consentPublic : ''}`}
      />
      <input type="hidden" name="once" value={typedValue(problems, 'once', undefined) || randomUUID()} />
      <p>
        <Button>{byStaff ? words.sendFor : words.send}</Button>
      </p>
    </Form>
  );
}

function You({ language, known, problems }: SignUpProps): Html {
  const words = joinText(language);
  const common = { language, problems };
  const health = tellsOfHealth(typedValue(problems, 'why', ''));
  return (
    <Fieldset legend={words.you}>
      <TextField {...common} name="name" label={words.name} value={known.name} autocomplete="name" maxlength={120} />
      <NumberField {...common} name="birthYear" label={words.birthYear} hint={words.birthYearHint} />
      <Select
        {...common}
        name="language"
        label={words.language}
        value="da"
        options={LANGUAGES.map((value) => ({ value, label: groupsText(language).language[value] }))}
      />
      <TextArea {...common} name="why" label={words.why} hint={words.whyHint} rows={3} maxlength={MOST_WHY} optional />
      {health && <Checkbox {...common} name="anyway" label={words.healthAnyway} />}
    </Fieldset>
  );
}

function Home({ language, known, departments, problems }: SignUpProps): Html {
  const words = joinText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.yourHome}>
      <TextField
        {...common}
        name="address"
        label={words.address}
        hint={words.addressHint}
        value={known.address}
        autocomplete="street-address"
        maxlength={120}
      />
      {departments.size > 0 && (
        <Select
          {...common}
          name="department"
          label={words.department}
          hint={words.departmentHint}
          value={known.departmentId}
          empty={words.departmentAny}
          options={[...departments].map(([value, label]) => ({ value, label }))}
          optional
        />
      )}
      <Radios
        {...common}
        name="tenure"
        label={words.tenure}
        options={TENURES.map((value) => ({ value, label: groupsText(language).tenure[value] }))}
      />
    </Fieldset>
  );
}

function Reach({ language, known, problems }: SignUpProps): Html {
  const words = joinText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.reach}>
      <TextField
        {...common}
        name="email"
        type="email"
        label={words.email}
        hint={words.emailHint}
        value={known.email}
        autocomplete="email"
        optional
      />
      <TextField
        {...common}
        name="phone"
        type="tel"
        label={words.phone}
        hint={words.phoneHint}
        autocomplete="tel"
        size={16}
        optional
      />
    </Fieldset>
  );
}

function TakingPart({ language, panel, problems }: SignUpProps): Html {
  const words = joinText(language);
  const common = { language, problems };
  return (
    <Fieldset legend={words.takingPart}>
      <TextField {...common} name="diet" label={words.diet} maxlength={200} optional />
      <TextField {...common} name="accessNeeds" label={words.access} hint={words.accessHint} maxlength={200} optional />
      {panel.boardLimit !== null && <Checkbox {...common} name="onBoard" label={words.onBoard} />}
    </Fieldset>
  );
}

/** The code from a receipt, a letter or a message. */
export function EnterPage(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const { language, problems } = props;
  const words = joinText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={enterPlace({})}
      lead={words.enterLead}
      label={words.code}
      hint={words.codeHint}
      size={20}
      button={words.enter}
    />
  );
}

/** Said where the call is over. */
export function ClosedPage(props: { readonly language: Language }): Html {
  return (
    <Notice kind="warning">
      <p>{joinText(props.language).closed}</p>
    </Notice>
  );
}
