import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import { TextField } from '../../../ui/forms/text-field.tsx';
import { waySettingsPlace } from '../../signin/public.ts';
import type { Standing } from '../rules/steps.ts';
import { setupForms } from '../text/forms.ts';
import { mailCodePlace, mailTestPlace, stepHref } from '../urls.ts';
import { StepFrame, type StepPage } from './frame.tsx';
import { Onward } from './people.tsx';

type Props = StepPage & {
  readonly standing: Pick<Standing, 'mailArrived' | 'waysSeen' | 'backupNoted'>;
  /** Where the test goes; null when the reader has no mail. */
  readonly email: string | null;
  /** A test is on its way. */
  readonly asked: boolean;
};

export function ChecksPage(props: Props): Html {
  const { language, standing } = props;
  const words = setupForms(language).checks;
  return (
    <StepFrame {...props}>
      <section class="stack">
        <Heading level={2}>{words.mail}</Heading>
        {standing.mailArrived ? <Notice kind="success">{words.arrived}</Notice> : <MailTest {...props} />}
      </section>
      <section class="stack">
        <Heading level={2}>{words.ways}</Heading>
        <p>{words.waysText}</p>
        <Onward href={waySettingsPlace({})} label={words.waysSee} />
        <Seen language={language} what="ways" label={words.waysDone} seen={standing.waysSeen} />
      </section>
      <section class="stack">
        <Heading level={2}>{words.backup}</Heading>
        <p>{words.backupText}</p>
        <Seen language={language} what="backup" label={words.backupDone} seen={standing.backupNoted} />
      </section>
    </StepFrame>
  );
}

function MailTest(props: Props): Html {
  const { language, problems, email, asked } = props;
  const words = setupForms(language).checks;
  if (!email) return <p>{words.noAddress}</p>;
  return (
    <>
      <p>{words.mailText(email)}</p>
      <Form action={mailTestPlace({})}>
        <Button look={asked ? 'secondary' : 'strong'}>{words.send}</Button>
      </Form>
      {asked && (
        <Form action={mailCodePlace({})}>
          <TextField
            language={language}
            problems={problems}
            name="code"
            label={words.code}
            inputmode="numeric"
            autocomplete="one-time-code"
            size={6}
          />
          <Button>{words.confirm}</Button>
          <p class="quiet">{words.help}</p>
        </Form>
      )}
    </>
  );
}

function Seen(
  props: Pick<Props, 'language'> & {
    readonly what: 'ways' | 'backup';
    readonly label: string;
    readonly seen: boolean;
  },
): Html {
  if (props.seen) return <Notice kind="success">{setupForms(props.language).checks.seen}</Notice>;
  return (
    <Form action={stepHref('checks')}>
      <input type="hidden" name="seen" value={props.what} />
      <Button look="secondary">{props.label}</Button>
    </Form>
  );
}
