import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Checkbox } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { NumberField } from '../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import type { OpenWays } from '../rules/ways.ts';
import { waysText } from '../text/ways.ts';
import { waySettingsPlace } from '../urls.ts';

/** Which ways in are open in the house. One that is not set up may be opened all the same: it waits. */
export function WaySettingsPage(props: {
  readonly language: Language;
  readonly open: OpenWays;
  readonly setUp: Readonly<Record<'sms' | 'passkey' | 'mitid' | 'entra', boolean>>;
  /** Parts of SMS that codes have taken today. */
  readonly used: number;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, open, setUp, problems } = props;
  const text = waysText(language);
  const box = (name: 'sms' | 'passkey' | 'mitid' | 'entra', label: string) => (
    <Checkbox
      language={language}
      name={name}
      label={label}
      hint={setUp[name] ? undefined : name === 'passkey' ? text.passkeyNowhere : text.notSetUp}
      checked={open[name]}
      problems={problems}
    />
  );
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{text.settingsIntro}</p>
      <Form action={waySettingsPlace({})}>
        {box('passkey', text.openPasskey)}
        {box('mitid', text.openMitid)}
        {box('entra', text.openEntra)}
        {box('sms', text.openSms)}
        <NumberField
          language={language}
          name="loft"
          label={text.smsADay}
          hint={text.smsADayHint(props.used)}
          value={open.smsADay}
          problems={problems}
        />
        <NumberField
          language={language}
          name="dage"
          label={text.directoryDays}
          hint={text.directoryDaysHint}
          value={open.directoryDays}
          problems={problems}
        />
        <Button>{text.save}</Button>
      </Form>
    </>
  );
}
