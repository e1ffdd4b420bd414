import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Path } from '../../../../platform/web/path.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { CodeEntry } from '../../../../ui/forms/code-entry.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { HELPS, LIKED, MOST_WORDS } from '../rules/answers.ts';
import type { Evaluation, Stage } from '../rules/evaluation.ts';
import { askingText } from '../text/asking.ts';
import { answerPlace, codePlace } from '../urls.ts';

interface Props {
  readonly language: Language;
  readonly problems?: FormProblems | undefined;
}

/** Three questions to somebody who was there; no account, and no name. `hand`: how the answer comes. */
export function AnswerPage({
  language,
  title,
  code,
  hand,
  problems,
}: Props & Pick<Evaluation, 'title' | 'code'> & { readonly hand: 'own' | 'person' | 'open' }): Html {
  const words = askingText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p class="lead">
        <Words>{words.about(title)}</Words> {words.lead}
      </p>
      <p>
        {hand === 'person' ? words.signedIn : words.nobody} {hand === 'own' && words.ownLink}
        {hand === 'open' && words.openLink}
      </p>
      <Form action={answerPlace({ code })}>
        <Questions language={language} problems={problems} />
        <Button>{words.send}</Button>
      </Form>
    </>
  );
}

/** The same questions, whoever types: on the telephone, and off a slip. */
export function Questions({ language, problems }: Props): Html {
  const words = askingText(language);
  const common = { language, problems };
  return (
    <>
      <Radios
        {...common}
        name="liked"
        label={words.liked}
        options={LIKED.map((liked) => ({ value: String(liked), label: words.likes[liked] }))}
      />
      <Radios
        {...common}
        name="metNew"
        label={words.metNew}
        options={[
          { value: 'ja', label: words.met.ja },
          { value: 'nej', label: words.met.nej },
        ]}
      />
      <Radios
        {...common}
        name="helps"
        label={words.helps}
        options={HELPS.map((help) => ({ value: help, label: words.helping[help] }))}
      />
      <TextArea
        {...common}
        name="words"
        label={words.words}
        hint={words.wordsHint}
        maxlength={MOST_WORDS}
        rows={3}
        optional
      />
    </>
  );
}

/** This device, this link or this person has answered. */
export function ThanksPage(props: {
  readonly language: Language;
  /** What everybody reads of it. */
  readonly thing: Path;
  /** Where there is something small to do; null for those without an account, who would only meet a door. */
  readonly tasks: Path | null;
  /** They have come back, on the same device or by the same link. */
  readonly again: 'device' | 'own' | null;
}): Html {
  const words = askingText(props.language);
  const said = { device: words.already, own: words.alreadyOwn };
  return (
    <>
      <p class="lead">{props.again ? said[props.again] : words.thanks}</p>
      {props.again === 'device' && <p>{words.alreadyMore}</p>}
      <p>{props.tasks ? words.thanksHelp : words.thanksHelpBySaying}</p>
      <p class="actions">
        {props.tasks && <LinkButton href={props.tasks}>{words.toTasks}</LinkButton>}
        <LinkButton href={props.thing} look="secondary">
          {words.toThing}
        </LinkButton>
      </p>
    </>
  );
}

/** Why nobody can answer: not yet, no more, or called off. */
export function ClosedPage(props: {
  readonly language: Language;
  readonly stage: Exclude<Stage, 'open'>;
  readonly evaluation: Pick<Evaluation, 'on' | 'title'>;
  readonly thing: Path;
}): Html {
  const { language, stage, evaluation } = props;
  const words = askingText(language);
  const said = {
    early: words.early(formatDay(evaluation.on, language)),
    over: words.over,
    called_off: words.calledOff,
  };
  return (
    <>
      <Notice>
        <p>{said[stage]}</p>
      </Notice>
      <p>
        <a href={props.thing}>
          <Words>{evaluation.title}</Words>
        </a>
      </p>
    </>
  );
}

/** A slip in the hand, and no camera. */
export function CodePage({ language, problems }: Props): Html {
  const words = askingText(language);
  return (
    <CodeEntry
      language={language}
      problems={problems}
      action={codePlace({})}
      lead={words.codeIntro}
      label={words.codeLabel}
      hint={words.codeHint}
      size={12}
      button={words.codeGo}
    />
  );
}
