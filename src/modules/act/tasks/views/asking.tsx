import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card } from '../../../../ui/components/card.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { QrCode } from '../../../../ui/components/qr-code.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { Ask } from '../rules/asking.ts';
import type { Kind, Task } from '../rules/task.ts';
import { askingText } from '../text/asking.ts';
import { tasksText } from '../text/tasks.ts';
import { askPlace, codePlace, jobPlace } from '../urls.ts';
import { Facts } from './parts.tsx';

export interface AskProps {
  readonly language: Language;
  readonly task: Task;
  /** Who has said "spørg mig gerne", at most three: first names. */
  readonly suggested: readonly {
    readonly helperId: string;
    readonly name: string;
    readonly kinds: readonly Kind[];
    readonly mostMinutes: number;
  }[];
  readonly problems?: FormProblems | undefined;
}

/** "Spørg en nabo": one's own words, and how they reach the neighbour. */
export function AskPage(props: AskProps): Html {
  const { language, task, suggested, problems } = props;
  const words = askingText(language);
  const common = { language, problems };
  const kinds = tasksText(language).kinds;
  return (
    <>
      <p class="lead">{words.askLead}</p>
      <ErrorSummary language={language} problems={problems} />
      <Card colour="accent">
        <p>
          {words.about}: <strong lang="da">{task.says}</strong>
          <br />
          <Facts language={language} task={task} />
        </p>
      </Card>
      <Form action={askPlace({ task: task.id })}>
        <TextArea {...common} name="words" label={words.words} hint={words.wordsHint} rows={3} optional />
        <Radios
          {...common}
          name="way"
          label={words.way}
          value="link"
          options={[
            { value: 'link', label: words.wayLink, hint: words.wayLinkHint },
            { value: 'slip', label: words.waySlip, hint: words.waySlipHint },
            { value: 'sms', label: words.waySms },
            { value: 'mail', label: words.wayMail, hint: words.waySendHint },
            ...suggested.map((one) => ({
              value: `helper:${one.helperId}`,
              label: `${one.name} (${tasksText(language).ways.opt_in})`,
              hint: words.likes(
                one.kinds
                  .map((kind) => kinds[kind])
                  .join(', ')
                  .toLowerCase(),
                one.mostMinutes,
              ),
            })),
          ]}
        />
        {suggested.length > 0 && <p class="quiet">{words.suggestedHint}</p>}
        <TextField {...common} name="address" label={words.address} hint={words.addressHint} optional />
        <Button>{words.send}</Button>
      </Form>
    </>
  );
}

export interface AskedProps {
  readonly language: Language;
  readonly ask: Ask;
  readonly task: Task;
  /** While the asker is to give it on: where the neighbour answers, and the slip. */
  readonly give: { readonly link: string; readonly slip: Path } | null;
}

/** The question is made: what to give, or what became of it. */
export function AskedPage({ language, ask, task, give }: AskedProps): Html {
  const words = askingText(language);
  const sent = ask.way === 'sms' || ask.way === 'mail' || ask.way === 'opt_in';
  const site = give?.link.replace(/^https?:\/\//, '') ?? '';
  return (
    <>
      <Card colour="accent">
        <p>
          <strong lang="da">{task.says}</strong>
          <br />
          <Facts language={language} task={task} />
        </p>
        {ask.words && (
          <blockquote class="quote" lang="da">
            {ask.words}
          </blockquote>
        )}
      </Card>
      {sent && ask.answer === null && <p>{words.sentBy}</p>}
      {give && !sent && (
        <section class="stack">
          <Heading level={2}>{words.giveLink}</Heading>
          <p>
            <a href={give.link}>{site}</a>
          </p>
          <p class="quiet">{words.giveLinkHint}</p>
          <QrCode content={give.link} alt={words.qrAlt(site)} />
          <p>
            <LinkButton href={give.slip} look="secondary">
              {words.getSlip}
            </LinkButton>
          </p>
        </section>
      )}
      <p>
        {ask.answer
          ? words.answerNow(tasksText(language).answers[ask.answer])
          : `${words.noAnswer} ${words.until(formatDay(ask.expiresOn, language))}`}
      </p>
      {sent && ask.answer === null && <p class="quiet">{words.noAnswerSent}</p>}
      <p class="actions">
        <a href={jobPlace({ job: task.jobId })}>{words.backToJob}</a>
        {ask.answer === null && <a href={codePlace({})}>{tasksText(language).registerAnswer}</a>}
      </p>
    </>
  );
}
