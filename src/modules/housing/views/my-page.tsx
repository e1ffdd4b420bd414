import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkbox, Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import {
  CONTACT_CHANNELS,
  type Contact,
  type ContactChannel,
  type Department,
  holdsOn,
  type Person,
  type Residency,
  type RoleGrant,
} from '../rules.ts';
import { formText } from '../text/forms.ts';
import { text } from '../text/names.ts';
import { peopleText } from '../text/people.ts';
import { myDetailsPlace, myPreferencePlace } from '../urls.ts';
import { DetailFields } from './people.tsx';
import { capital } from './person-parts.ts';

interface MyPageProps {
  readonly language: Language;
  readonly today: Day;
  readonly person: Person;
  readonly contact: Contact;
  readonly homes: readonly Residency[];
  readonly roles: readonly RoleGrant[];
  readonly departments: readonly Department[];
  readonly problems?: FormProblems | undefined;
  /** Where e-mail and telephone are changed. */
  readonly addressHref?: Path | undefined;
  /** What other modules show here: devices, passkeys, my data. */
  readonly also?: Html | null;
}

export function MyPage(props: MyPageProps): Html {
  const { language, person, contact, problems } = props;
  const words = peopleText(language);
  return (
    <>
      {contact.channel === 'never' && (
        <Notice heading={words.never}>
          <p>{words.neverText}</p>
        </Notice>
      )}
      <Card as="section" id="kontakt">
        <Heading level={2}>{words.myContact}</Heading>
        <PreferenceForm
          language={language}
          action={myPreferencePlace({})}
          preference={contact}
          words={{ ...formText(language).myChannel, never: text(language).channels.never }}
        />
      </Card>
      <Card as="section" id="oplysninger">
        <Heading level={2}>{words.myDetails}</Heading>
        <p>{words.myDetailsText}</p>
        <Form action={myDetailsPlace({})} warnUnsaved>
          <ErrorSummary language={language} problems={problems} />
          <DetailFields language={language} problems={problems} person={person} contactElsewhere />
          <Button>{words.save}</Button>
        </Form>
        {props.addressHref && (
          <p>
            <a href={props.addressHref}>{words.myAddress}</a>
          </p>
        )}
      </Card>
      <MyPlaces {...props} />
      {props.also}
    </>
  );
}

/** Where one lives, and what one is trusted with. */
function MyPlaces({ language, today, homes, roles, departments }: MyPageProps): Html {
  const words = peopleText(language);
  const home = homes.find((one) => holdsOn(one, today));
  const nameOf = (id: string | null) => departments.find((one) => one.id === id)?.name ?? words.wholeOrganisation;
  return (
    <>
      {home && (
        <section>
          <Heading level={2}>{words.myHome}</Heading>
          <p>
            {home.address}, {nameOf(home.departmentId)}{' '}
            <span class="quiet">{words.since(formatDay(home.from, language))}</span>
          </p>
          <p class="quiet">{words.myHomeText}</p>
        </section>
      )}
      {roles.length > 0 && (
        <section>
          <Heading level={2}>{words.myRoles}</Heading>
          <ul>
            {roles.map((role) => (
              <li>
                {capital(text(language).roles[role.role])}, {nameOf(role.departmentId)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export function PreferenceForm(props: {
  readonly language: Language;
  readonly action: Path;
  readonly preference: Pick<Contact, 'channel' | 'largePrint' | 'digitalExempt'>;
  /** Spoken to the person, or to staff about them. */
  readonly words: {
    readonly question: string;
    readonly hints: Readonly<Record<ContactChannel, string>>;
    readonly never: string;
  };
}): Html {
  const { language, preference, words } = props;
  const fields = formText(language);
  return (
    <Form action={props.action}>
      <Radios
        language={language}
        name="channel"
        label={words.question}
        value={preference.channel}
        options={CONTACT_CHANNELS.map((value) => ({
          value,
          label: capital(value === 'never' ? words.never : text(language).channels[value]),
          hint: words.hints[value],
        }))}
      />
      <Checkbox language={language} name="largePrint" label={fields.largePrint} checked={preference.largePrint} />
      <Checkbox
        language={language}
        name="digitalExempt"
        label={fields.digitalExempt}
        hint={fields.digitalExemptHint}
        checked={preference.digitalExempt}
      />
      <Button look="secondary">{peopleText(language).save}</Button>
    </Form>
  );
}
