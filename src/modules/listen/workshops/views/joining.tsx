import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkbox, Checkboxes, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type Choice, MOST_PLEDGE, PLEDGE_OUTCOMES, type Pledge } from '../rules/after.ts';
import { wallText } from '../text/wall.ts';
import { joinChoicePlace, linkTablePlace, makePledgePlace, pledgeAnswerPlace, wallPlace } from '../urls.ts';

/** What else can be done by the link: take a first step, join in, say yes to a quote, and see the wall. */
export function MoreByLink(props: {
  readonly language: Language;
  readonly code: string;
  readonly open: boolean;
  readonly choices: number;
  /** Tables that have not answered about their quotes. */
  readonly asked: readonly number[];
}): Html {
  const { language, code, open } = props;
  const words = wallText(language);
  return (
    <section class="stack">
      {props.asked.length > 0 && (
        <>
          <Heading level={2}>{words.quoteAskTitle}</Heading>
          <ul>
            {props.asked.map((number) => (
              <li>
                <a href={linkTablePlace({ code, number: String(number) })}>{words.quoteAsk(number)}</a>
              </li>
            ))}
          </ul>
        </>
      )}
      {open && props.choices > 0 && (
        <>
          <Heading level={2}>{words.joinTitle}</Heading>
          <p>{words.joinLead}</p>
          <p>
            <LinkButton href={joinChoicePlace({ code })} look="secondary">
              {words.joinLink}
            </LinkButton>
          </p>
        </>
      )}
      {open && (
        <>
          <Heading level={2}>{words.pledgeTitle}</Heading>
          <p>{words.pledgeLead}</p>
          <p>
            <LinkButton href={makePledgePlace({ code })} look="secondary">
              {words.pledgeLink}
            </LinkButton>
          </p>
        </>
      )}
      <p>
        <a href={wallPlace({ code })}>{words.open}</a>
      </p>
    </section>
  );
}

/** "Hvem vil være med?", where the wall's square code leads. */
export function JoinPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly choices: readonly Choice[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, code, choices, problems } = props;
  const words = wallText(language);
  const common = { language, problems };
  if (choices.length === 0) return <p>{words.joinNone}</p>;
  return (
    <>
      <p class="lead">{words.joinLead}</p>
      <Form action={joinChoicePlace({ code })}>
        <ErrorSummary language={language} problems={problems} />
        <Checkboxes
          {...common}
          name="choices"
          label={words.joinChoose}
          options={choices.map(({ id, title }) => ({ value: id, label: title }))}
        />
        <TextField {...common} name="name" label={words.yourName} autocomplete="name" maxlength={120} />
        <TextField
          {...common}
          name="contact"
          label={words.contact}
          hint={words.contactWhy}
          autocomplete="email"
          maxlength={120}
        />
        <Checkbox {...common} name="shared" label={words.share} hint={words.shareWhy} />
        <Checkbox {...common} name="hears" label={words.hears} hint={words.hearsWhy} />
        <p class="field-help">{words.joinKept}</p>
        <p>
          <Button>{words.joinSend}</Button>
        </p>
      </Form>
    </>
  );
}

export function PledgePage(props: {
  readonly language: Language;
  readonly code: string;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, code, problems } = props;
  const words = wallText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.pledgeLead}</p>
      <Form action={makePledgePlace({ code })}>
        <ErrorSummary language={language} problems={problems} />
        <TextArea
          {...common}
          name="step"
          label={words.pledgeWords}
          hint={words.pledgeShown}
          rows={2}
          maxlength={MOST_PLEDGE}
        />
        <TextField {...common} name="stepName" label={words.yourName} autocomplete="name" maxlength={120} optional />
        <TextField
          {...common}
          name="stepContact"
          label={words.pledgeContact}
          hint={words.pledgeContactWhy}
          autocomplete="email"
          maxlength={120}
          optional
        />
        <Checkbox {...common} name="stepHears" label={words.hears} hint={words.hearsWhy} />
        <p>
          <Button>{words.pledgeSend}</Button>
        </p>
      </Form>
    </>
  );
}

/** Ninety days later, by the link in the mail. */
export function PledgeAnswerPage(props: {
  readonly language: Language;
  readonly code: string;
  readonly workshop: string;
  readonly pledge: Pledge;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, code, pledge, problems } = props;
  const words = wallText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.pledgeAnswerLead(props.workshop)}</p>
      <blockquote class="quote">
        <Words>{pledge.words}</Words>
      </blockquote>
      <Form action={pledgeAnswerPlace({ code })}>
        <ErrorSummary language={language} problems={problems} />
        <Radios
          {...common}
          name="outcome"
          label={words.pledgeOutcome}
          value={pledge.outcome ?? undefined}
          options={PLEDGE_OUTCOMES.map((value) => ({ value, label: words.pledgeOutcomes[value] }))}
        />
        <TextArea
          {...common}
          name="words"
          label={words.pledgeMore}
          value={pledge.outcomeWords}
          rows={3}
          maxlength={1000}
          optional
        />
        <p>
          <Button>{words.pledgeTell}</Button>
        </p>
      </Form>
    </>
  );
}
