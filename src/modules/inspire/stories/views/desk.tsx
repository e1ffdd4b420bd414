import type { Html } from '#jsx/jsx-runtime';
import { lixOf } from '../../../../engines/readability/lix.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { Card as Sheet } from '../../../../ui/components/card.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import type { May } from '../access.ts';
import type { Reading, Story } from '../rules/story.ts';
import { writingText } from '../text/writing.ts';
import {
  answerPlace,
  askPlace,
  nameOutPlace,
  photoOutPlace,
  publishPlace,
  sendPlace,
  withdrawPlace,
  writePlace,
} from '../urls.ts';

/** Which of the two forms came back. */
export interface Refused {
  readonly form: 'ask' | 'answer';
  readonly problems: FormProblems;
}

export interface DeskBoxProps {
  readonly language: Language;
  readonly story: Story;
  readonly may: May;
  readonly readings: readonly Reading[];
  readonly names: ReadonlyMap<string, string>;
  /** Who can be asked to read it. */
  readonly readers: readonly { readonly id: string; readonly label: string }[];
  readonly refused?: Refused | undefined;
}

/** Under the story, for those who write it, read it and publish it. */
export function DeskBox(props: DeskBoxProps): Html | null {
  const { language, story, may, refused } = props;
  if (may.answer && !may.write) return <Answer {...props} />;
  if (!may.write && !may.withdraw && !may.publish) return null;
  const words = writingText(language);
  return (
    <Sheet as="section" colour="sol" id="kladde">
      <div class="stack story-desk">
        <Heading level={2}>{words.states[story.state]}</Heading>
        {story.state !== 'published' && <p>{words.onlyYou}</p>}
        <Measure language={language} story={story} />
        <Doings {...props} />
        {may.answer && <Answer {...props} />}
        <Readers {...props} />
        {may.write && story.state !== 'published' && props.readers.length > 0 && (
          <Disclosure summary={words.askTitle} open={refused?.form === 'ask'}>
            <AskForm {...props} />
          </Disclosure>
        )}
        {may.withdraw && <TakeOut language={language} story={story} />}
      </div>
    </Sheet>
  );
}

const LONG = 200;
const EASY = 35;

/** Advice, never a refusal. */
function Measure({ language, story }: Pick<DeskBoxProps, 'language' | 'story'>): Html {
  const words = writingText(language);
  const text = `${story.lead}\n\n${story.body}`;
  const count = text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
  const lix = lixOf(text);
  return (
    <p class="quiet">
      {lix === null ? words.measureShort(count) : words.measure(count, lix)}{' '}
      {lix !== null && (lix <= EASY ? words.easy : words.hard)} {count > LONG && words.long}
    </p>
  );
}

function Doings({ language, story, may }: DeskBoxProps): Html {
  const words = writingText(language);
  const { id, state } = story;
  // What is published is written in by the editors alone, who have nobody to send it to.
  const sends = may.write && !may.publish && (state === 'draft' || state === 'withdrawn');
  const withdraws = may.withdraw && (state === 'published' || state === 'sent');
  return (
    <>
      {sends && <p>{words.sendText}</p>}
      <div class="actions">
        {may.publish && (
          <Form action={publishPlace({ id })} class="inline-form">
            <input type="hidden" name="version" value={story.version} />
            <Button>{words.publish}</Button>
          </Form>
        )}
        {sends && (
          <Form action={sendPlace({ id })} class="inline-form">
            <Button>{words.send}</Button>
          </Form>
        )}
        {may.write && (
          <LinkButton href={writePlace({ id })} look="secondary">
            {words.write}
          </LinkButton>
        )}
      </div>
      {withdraws && (
        <Disclosure summary={words.withdraw}>
          <p>{words.withdrawText}</p>
          <Form action={withdrawPlace({ id })}>
            <Button look="danger">{words.withdraw}</Button>
          </Form>
        </Disclosure>
      )}
    </>
  );
}

function Readers({ language, readings, names }: DeskBoxProps): Html | null {
  const words = writingText(language);
  if (readings.length === 0) return null;
  return (
    <>
      <Heading level={3}>{words.readers}</Heading>
      <ul>
        {readings.map(({ personId, answer, words: said }) => (
          <li>
            {answer === null ? (
              words.waits(names.get(personId) ?? '')
            ) : (
              <>
                <Words>{names.get(personId)}</Words>: {words.answers[answer]}. {said && <Words>{said}</Words>}
              </>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

function AskForm({ language, story, readers, refused }: DeskBoxProps): Html {
  const words = writingText(language);
  const problems = refused?.form === 'ask' ? refused.problems : undefined;
  return (
    <Form action={askPlace({ id: story.id })}>
      <ErrorSummary language={language} problems={problems} />
      <Select
        language={language}
        problems={problems}
        name="person"
        label={words.askWho}
        options={readers.map(({ id, label }) => ({ value: id, label }))}
      />
      <Button look="secondary">{words.ask}</Button>
    </Form>
  );
}

/** For somebody who was asked. */
function Answer({ language, story, refused }: DeskBoxProps): Html {
  const words = writingText(language);
  const problems = refused?.form === 'answer' ? refused.problems : undefined;
  return (
    <Sheet as="section" colour="himmel" id="svar">
      <Heading level={2}>{words.answerTitle}</Heading>
      <Form action={answerPlace({ id: story.id })}>
        <ErrorSummary language={language} problems={problems} />
        <Radios
          language={language}
          problems={problems}
          name="answer"
          label={words.answer}
          options={(['good', 'changes'] as const).map((value) => ({ value, label: words.answers[value] }))}
        />
        <TextArea language={language} problems={problems} name="words" label={words.answerWords} rows={3} optional />
        <Button>{words.answerSend}</Button>
      </Form>
    </Sheet>
  );
}

/** One press each: whoever says no again waits for nobody. */
function TakeOut({ language, story }: Pick<DeskBoxProps, 'language' | 'story'>): Html | null {
  const words = writingText(language);
  const named = story.quote !== null && story.quote.name !== '';
  if (story.photos.length === 0 && !named) return null;
  return (
    <Disclosure summary={words.takeOut}>
      <p>{words.takeOutText}</p>
      <ul class="stack">
        {story.photos.map((photo) => (
          <li>
            <Words>{photo.alt}</Words>
            <Form action={photoOutPlace({ id: story.id, photo: photo.id })} class="inline-form">
              <Button look="tertiary" label={words.photoOutLabel(photo.alt)}>
                {words.photoOut}
              </Button>
            </Form>
          </li>
        ))}
        {named && (
          <li>
            <Words>{story.quote?.name}</Words>
            <Form action={nameOutPlace({ id: story.id })} class="inline-form">
              <Button look="tertiary">{words.nameOut}</Button>
            </Form>
          </li>
        )}
      </ul>
    </Disclosure>
  );
}
