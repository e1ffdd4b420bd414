import type { Html } from '#jsx/jsx-runtime';
import { writtenIban } from '../../../../engines/payment-file/accounts.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField, NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { FIRST_ROLES, FORMATS, SECOND_ROLES, type Settings } from '../rules/settings.ts';
import { settingsText } from '../text/settings.ts';
import { settingsPlace } from '../urls.ts';

interface Props {
  readonly language: Language;
  readonly settings: Settings;
  readonly problems?: FormProblems | undefined;
}

/** The rules: the secretariat changes them, the others read them. */
export function SettingsPage({ may, ...props }: Props & { readonly may: boolean }): Html {
  const words = settingsText(props.language);
  return (
    <>
      <p class="lead">{words.intro}</p>
      <Disclosure summary={words.twoPeople}>
        {words.twoPeopleText.map((paragraph) => (
          <p>{paragraph}</p>
        ))}
      </Disclosure>
      {may ? <SettingsForm {...props} /> : <SettingsFacts {...props} />}
    </>
  );
}

function SettingsForm({ language, settings, problems }: Props): Html {
  const words = settingsText(language);
  const parts = { language, settings, problems };
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <Form action={settingsPlace({})} warnUnsaved>
        <input type="hidden" name="version" value={String(settings.number)} />
        <Approvers {...parts} />
        <OwnAccount {...parts} />
        <BankFile {...parts} />
        <Vouchers {...parts} />
        <Button>{words.save}</Button>
      </Form>
    </>
  );
}

/** Who approves, and up to which amount one of them suffices. */
function Approvers({ language, settings, problems }: Props): Html {
  const words = settingsText(language);
  const ask = { language, problems };
  const roles = (list: readonly (keyof typeof words.roles)[]) =>
    list.map((role) => ({ value: role, label: words.roles[role] }));
  return (
    <>
      <AmountField
        {...ask}
        name="singleLimit"
        label={words.singleLimit}
        hint={words.singleLimitHint}
        value={formatOre(settings.singleLimit, 'da').replace(/ kr\.$/, '')}
      />
      <NumberField
        {...ask}
        name="lookBackDays"
        label={words.lookBack}
        hint={words.lookBackHint}
        unit={words.days}
        value={settings.lookBackDays}
      />
      <Checkboxes
        {...ask}
        name="firstRoles"
        label={words.firstRoles}
        values={settings.firstRoles}
        options={roles(FIRST_ROLES)}
      />
      <Checkboxes
        {...ask}
        name="secondRoles"
        label={words.secondRoles}
        values={settings.secondRoles}
        options={roles(SECOND_ROLES)}
      />
    </>
  );
}

/** What the money is paid from, and how the bank knows the house. */
function OwnAccount({ language, settings, problems }: Props): Html {
  const words = settingsText(language);
  const ask = { language, problems };
  return (
    <>
      <TextField {...ask} name="payerName" label={words.payerName} value={settings.payerName} />
      <TextField
        {...ask}
        name="iban"
        label={words.iban}
        hint={words.ibanHint}
        value={writtenIban(settings.iban)}
        size={28}
      />
      <TextField {...ask} name="bic" label={words.bic} hint={words.bicHint} value={settings.bic} size={12} optional />
      <TextField
        {...ask}
        name="agreement"
        label={words.agreement}
        hint={words.agreementHint}
        value={settings.agreement}
        optional
      />
    </>
  );
}

function BankFile({ language, settings, problems }: Props): Html {
  const words = settingsText(language);
  const ask = { language, problems };
  return (
    <>
      <Radios
        {...ask}
        name="format"
        label={words.format}
        value={settings.format}
        options={FORMATS.map((one) => ({ value: one, label: words.formats[one], hint: words.formatHints[one] }))}
      />
      <Checkbox {...ask} name="slipsInFile" label={words.slips} hint={words.slipsHint} checked={settings.slipsInFile} />
    </>
  );
}

function Vouchers({ language, settings, problems }: Props): Html {
  const words = settingsText(language);
  const ask = { language, problems };
  return (
    <>
      <TextField
        {...ask}
        name="accountCoding"
        label={words.coding}
        hint={words.codingHint}
        value={settings.accountCoding}
        optional
      />
      <NumberField
        {...ask}
        name="keepYears"
        label={words.keepYears}
        hint={words.keepYearsHint}
        unit={words.years}
        value={settings.keepYears}
      />
    </>
  );
}

function SettingsFacts({ language, settings }: Props): Html {
  const words = settingsText(language);
  const roles = (list: readonly (keyof typeof words.roles)[]) => list.map((role) => words.roles[role]).join(', ');
  return (
    <DescriptionList
      rows={[
        {
          term: words.singleLimit,
          content: settings.singleLimit === 0 ? words.always : formatOre(settings.singleLimit, language),
        },
        { term: words.lookBack, content: `${settings.lookBack} ${words.days}` },
        { term: words.firstRoles, content: roles(settings.firstRoles) },
        { term: words.secondRoles, content: roles(settings.secondRoles) },
        { term: words.payerName, content: settings.payerName || words.notSet },
        { term: words.iban, content: settings.iban ? writtenIban(settings.iban) : words.notSet },
        { term: words.format, content: words.formats[settings.format] },
        { term: words.slips, content: settings.slipsInFile ? words.yes : words.no },
        { term: words.coding, content: settings.accountCoding },
        { term: words.keepYears, content: `${settings.keepYears} ${words.years}` },
      ]}
    />
  );
}
