import type { Html } from '#jsx/jsx-runtime';
import { formatDay, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Panel } from '../rules/panel.ts';
import { type Application, FEATURES, stateOf, writeLot } from '../rules/people.ts';
import { chooseText } from '../text/choose.ts';
import { codeName, type DepartmentNames, groupsText } from '../text/groups.ts';
import { homesText } from '../text/homes.ts';
import { joinText } from '../text/join.ts';
import { applicantActPlace, applicantGroupPlace, applicantSlipPlace } from '../urls.ts';
import { StateTag } from './applicants.tsx';

export interface ApplicantProps {
  readonly language: Language;
  readonly panel: Panel;
  readonly one: Application;
  readonly departments: DepartmentNames;
  /** The codes that can be chosen for each feature. */
  readonly codes: Readonly<Record<string, readonly string[]>>;
  readonly problems?: FormProblems | undefined;
}

/** One who signed up, and what selectors write in for them. */
export function ApplicantPage(props: ApplicantProps): Html {
  const { language, one, problems } = props;
  const words = chooseText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="tags">
        <StateTag language={language} one={one} />
      </p>
      <Facts {...props} />
      {one.why && (
        <Form action={applicantActPlace({ id: props.panel.id, person: one.id })}>
          <p class="quiet">{words.strikeWhy}</p>
          <Button look="danger" name="act" value="strike">
            {words.strike}
          </Button>
        </Form>
      )}
      <section class="stack">
        <p>{words.printWhy}</p>
        <Form action={applicantSlipPlace({ id: props.panel.id, person: one.id })}>
          <Button>{words.print}</Button>
        </Form>
      </section>
      <Acts {...props} />
      {!props.panel.locked && <Groups {...props} />}
    </>
  );
}

function Facts({ language, one, departments }: ApplicantProps): Html {
  const words = chooseText(language);
  const groups = groupsText(language);
  const reach = [one.email, one.phone && formatPhone(one.phone)].filter(Boolean).join(', ');
  return (
    <DescriptionList
      rows={[
        { term: words.address, content: <Words>{one.address}</Words> },
        { term: words.reach, content: reach || words.noReach },
        { term: words.why, content: one.why ? <Words>{one.why}</Words> : words.none },
        { term: words.diet, content: one.diet ? <Words>{one.diet}</Words> : words.none },
        { term: words.access, content: one.accessNeeds ? <Words>{one.accessNeeds}</Words> : words.none },
        { term: words.birthYear, content: String(one.birthYear) },
        ...FEATURES.map((feature) => ({
          term: groups.features[feature],
          content: codeName(language, feature, one.traits[feature], departments),
        })),
        { term: joinText(language).lot, content: writeLot(one.lot) },
        { term: words.came, content: `${words.channels[one.channel]}, ${formatDay(one.appliedOn, language)}` },
        { term: words.goes, content: one.goesOn && formatDay(one.goesOn, language) },
      ]}
    />
  );
}

function Acts({ language, panel, one }: ApplicantProps): Html | null {
  const words = chooseText(language);
  const state = stateOf(one);
  if (state === 'left') return null;
  const acts: readonly (readonly [string, string])[] = [
    ...(state === 'offered'
      ? ([
          ['yes', words.answerYes],
          ['no', words.answerNo],
        ] as const)
      : []),
    ...(state === 'member'
      ? ([
          ['pause', words.pause],
          ['dropped_out', words.leave.dropped_out],
        ] as const)
      : []),
    ...(state === 'paused'
      ? ([
          ['back', words.back],
          ['dropped_out', words.leave.dropped_out],
        ] as const)
      : []),
    ...(state === 'waits' ? ([['double', words.leave.double]] as const) : []),
    ['moved_out', words.leave.moved_out],
    ['withdrawn', words.leave.withdrawn],
  ];
  return (
    <section class="stack">
      <Heading level={2}>{words.actFor}</Heading>
      <Form action={applicantActPlace({ id: panel.id, person: one.id })}>
        <Radios
          language={language}
          name="channel"
          label={words.channel}
          value="phone"
          options={[
            { value: 'phone', label: words.byPhone },
            { value: 'paper', label: words.byPaper },
          ]}
        />
        <p class="actions">
          {acts.map(([value, label]) => (
            <Button look="secondary" name="act" value={value}>
              {label}
            </Button>
          ))}
        </p>
      </Form>
    </section>
  );
}

function Groups({ language, panel, one, codes, departments, problems }: ApplicantProps): Html {
  const words = chooseText(language);
  const groups = groupsText(language);
  return (
    <Disclosure summary={words.groups} open={problems !== undefined}>
      <Form action={applicantGroupPlace({ id: panel.id, person: one.id })}>
        <TextField
          language={language}
          problems={problems}
          name="address"
          label={words.address}
          hint={homesText(language).addressHint}
          value={one.address}
        />
        {FEATURES.map((feature) => (
          <Select
            language={language}
            problems={problems}
            name={feature}
            label={groups.features[feature]}
            value={one.traits[feature]}
            empty={groups.unknown}
            options={(codes[feature] ?? []).map((code) => ({
              value: code,
              label: codeName(language, feature, code, departments),
            }))}
            optional
          />
        ))}
        <p>
          <Button look="secondary">{words.saveGroups}</Button>
        </p>
      </Form>
    </Disclosure>
  );
}
