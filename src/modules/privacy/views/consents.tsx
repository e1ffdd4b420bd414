import type { Html } from '#jsx/jsx-runtime';
import { dayOf } from '../../../kernel/day.ts';
import { formatDay } from '../../../kernel/format.ts';
import type { Language } from '../../../kernel/language.ts';
import type { Path } from '../../../platform/web/path.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Heading } from '../../../ui/components/heading.tsx';
import { Table } from '../../../ui/components/table.tsx';
import { Radios } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { type Consent, type Standing, TOPICS } from '../rules/consents.ts';
import { pagesText } from '../text/pages.ts';

/** A yes or no, with the name of who wrote it down. */
export type ConsentLine = Consent & { readonly by: string | null };

/** What somebody has said yes and no to, and the form that changes it. */
export function ConsentsPage(props: {
  readonly language: Language;
  readonly action: Path;
  /** Staff say how they were told. */
  readonly onBehalf: boolean;
  readonly standing: Standing;
  readonly history: readonly ConsentLine[];
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, action, standing, history, problems } = props;
  const words = pagesText(language);
  return (
    <>
      <p class="lead">{words.consentsText}</p>
      <Form action={action}>
        <ErrorSummary language={language} problems={problems} />
        {TOPICS.map((topic) => (
          <Radios
            language={language}
            name={topic}
            label={words.topics[topic]}
            hint={words.topicHints[topic]}
            optional
            problems={problems}
            value={answerOf(standing[topic])}
            options={[
              { value: 'ja', label: words.yes },
              { value: 'nej', label: words.no },
            ]}
          />
        ))}
        {props.onBehalf && (
          <Radios
            language={language}
            name="channel"
            label={words.channel}
            problems={problems}
            options={(['paper', 'phone', 'mail'] as const).map((value) => ({ value, label: words.channels[value] }))}
          />
        )}
        <Button>{words.consentsSave}</Button>
      </Form>
      {history.length > 0 && <Said language={language} history={history} />}
    </>
  );
}

/** Each yes and no that there ever was. */
function Said({ language, history }: Pick<Parameters<typeof ConsentsPage>[0], 'language' | 'history'>): Html {
  const words = pagesText(language);
  return (
    <>
      <Heading level={2}>{words.consentsHistory}</Heading>
      <Table
        language={language}
        caption={words.consentsHistory}
        captionHidden
        rows={history}
        columns={[
          { heading: words.consentsTopic, names: true, cell: ({ topic }) => words.topics[topic] },
          {
            heading: words.consentsSaid,
            cell: ({ given, at, channel, by }) =>
              words.lastSaid(given, formatDay(dayOf(at), language), words.how[channel], by),
          },
        ]}
      />
    </>
  );
}

function answerOf(consent: Consent | null): string | undefined {
  if (!consent) return undefined;
  return consent.given ? 'ja' : 'nej';
}
