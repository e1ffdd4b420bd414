import type { Html } from '#jsx/jsx-runtime';
import { addDays, type Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { formatOre } from '../../../../kernel/money.ts';
import { Button, LinkButton } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Disclosure } from '../../../../ui/components/disclosure.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { DateField } from '../../../../ui/forms/date-field.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { AmountField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import type { May } from '../access.ts';
import { type EndingCase, isOpen, remainingOf } from '../rules/case.ts';
import type { Feedback, Photo } from '../rules/feedback.ts';
import { followUpText } from '../text/follow-up.ts';
import {
  cardsPlace,
  closePlace,
  feedbackPlace,
  photoBackPlace,
  releasePlace,
  showPhotoPlace,
  showWordsPlace,
  waitPlace,
} from '../urls.ts';
import { PhotoList } from './photos.tsx';

export interface SectionProps {
  readonly language: Language;
  readonly one: EndingCase;
  readonly may: May;
  readonly today: Day;
  readonly feedback: Feedback | null;
  readonly waiver: string | null;
  readonly photos: readonly Photo[];
}

/** How it went, on the case's own page. */
export function Section(props: SectionProps): Html {
  const { language, one, may, photos } = props;
  const words = followUpText(language);
  const id = one.id as string;
  return (
    <section class="stack" id="hvordan-gik-det">
      <Heading level={2}>{words.section}</Heading>
      <Told {...props} />
      <PhotoList
        language={language}
        photos={photos}
        remove={may.tell ? (photo) => photoBackPlace({ id, photo }) : null}
        more={(photo) =>
          may.attend && photo.mayBePublic ? <ShowPhoto language={language} id={id} photo={photo} /> : null
        }
      />
      {may.attend && isOpen(one) && <Ending language={language} one={one} today={props.today} />}
    </section>
  );
}

function Told({ language, one, may, feedback, waiver }: SectionProps): Html {
  const words = followUpText(language);
  const href = feedbackPlace({ id: one.id });
  if (!feedback) {
    return (
      <>
        <p>{waiver ? `${words.waived}. ${waiver}` : words.noFeedback}</p>
        {may.tell && !waiver && (
          <p>
            <LinkButton look="secondary" href={href}>
              {may.attend ? words.typeIn : words.tell}
            </LinkButton>
          </p>
        )}
        {may.attend && !waiver && (
          <Form action={cardsPlace({})}>
            <input type="hidden" name="case[]" value={one.id} />
            <Button look="tertiary">{words.card}</Button>
          </Form>
        )}
      </>
    );
  }
  const { channel, corrections } = feedback;
  const how = channel === 'paper' || channel === 'phone' ? ` ${words.channels[channel]}` : '';
  const often = corrections > 0 ? ` ${words.timesCorrected(corrections)}` : '';
  return (
    <>
      <DescriptionList
        rows={[
          { term: words.cameWords, content: words.people(feedback.came) },
          { term: words.best, content: feedback.best && <span lang="da">{feedback.best}</span> },
          {
            term: words.differently,
            content: may.tell && feedback.differently ? <span lang="da">{feedback.differently}</span> : null,
          },
          { term: words.on, content: `${formatDay(feedback.on, language)}.${how}${often}` },
        ]}
      />
      {may.tell && (
        <p>
          <a href={href}>{words.correct}</a>
        </p>
      )}
      {may.attend && feedback.best !== '' && (
        <Form action={showWordsPlace({ id: one.id })}>
          <p>{feedback.shown ? words.wordsArePublic : words.showIntro}</p>
          <Button look="secondary" name="do" value={feedback.shown ? 'hide' : 'show'}>
            {feedback.shown ? words.hide : words.show}
          </Button>
        </Form>
      )}
    </>
  );
}

function ShowPhoto(props: { readonly language: Language; readonly id: string; readonly photo: Photo }): Html {
  const { language, id, photo } = props;
  const words = followUpText(language);
  return (
    <Form action={showPhotoPlace({ id, photo: photo.id })} class="inline-form">
      <Button
        look="tertiary"
        name="do"
        value={photo.shown ? 'hide' : 'show'}
        label={photo.shown ? words.hidePhotoLabel(photo.alt) : words.showPhotoLabel(photo.alt)}
      >
        {photo.shown ? words.hidePhoto : words.showPhoto}
      </Button>
    </Form>
  );
}

/** Which of the three ends a refused form belongs to. */
export type EndingForm = 'release' | 'wait' | 'close';

interface EndingProps {
  readonly language: Language;
  readonly one: EndingCase;
  readonly today: Day;
  readonly problems?: { readonly form: EndingForm; readonly problems: FormProblems } | undefined;
}

/** Release, wait or close. What was refused stands alone on a page with the same heading. */
export function Ending(props: EndingProps): Html {
  const { language, one, today } = props;
  const words = followUpText(language);
  const left = remainingOf(one);
  const waiting = one.waitUntil !== null && one.waitUntil > today ? one.waitUntil : null;
  if (one.claimed !== 0) return <p>{words.claimed(formatOre(one.claimed, language))}</p>;
  if (one.credited !== 0) return <p>{words.credited(formatOre(one.credited, language))}</p>;
  const refused = (form: EndingForm) => (props.problems?.form === form ? props.problems.problems : undefined);
  const told = one.feedback || one.waived;
  return (
    <>
      {!props.problems && <Heading level={3}>{words.end}</Heading>}
      <ErrorSummary
        language={language}
        problems={props.problems?.problems}
        ids={IDS[props.problems?.form ?? 'close']}
      />
      <p>{left > 0 ? words.leftNow(formatOre(left, language)) : words.nothingLeft}</p>
      {waiting && <p>{words.waitsUntil(formatDay(waiting, language))}</p>}
      {told && <CloseForm language={language} one={one} left={left} />}
      {left > 0 && (
        <Disclosure summary={words.release} open={refused('release') !== undefined}>
          <Form action={releasePlace({ id: one.id })}>
            <AmountField
              language={language}
              problems={refused('release')}
              id="release-amount"
              name="amount"
              label={words.releaseAmount}
              value={formatOre(left, 'da').replace(/ kr\.$/, '')}
            />
            <TextField
              language={language}
              problems={refused('release')}
              id="release-words"
              name="words"
              label={words.releaseWords}
            />
            <Button>{words.release}</Button>
          </Form>
        </Disclosure>
      )}
      {left > 0 && (
        <Disclosure summary={words.wait} open={refused('wait') !== undefined}>
          <Form action={waitPlace({ id: one.id })}>
            <DateField
              language={language}
              problems={refused('wait')}
              name="until"
              label={words.waitUntil}
              value={addDays(today, 30)}
              min={addDays(today, 1)}
            />
            <TextField
              language={language}
              problems={refused('wait')}
              id="wait-words"
              name="words"
              label={words.waitWords}
            />
            <Button look="secondary">{words.wait}</Button>
          </Form>
        </Disclosure>
      )}
      {!told && (
        <Disclosure summary={words.closeWithout} open={refused('close') !== undefined}>
          <CloseForm language={language} one={one} left={left} problems={refused('close')} />
        </Disclosure>
      )}
    </>
  );
}

/** One click when it is told how it went; otherwise with the reason why not. */
function CloseForm(props: {
  readonly language: Language;
  readonly one: EndingCase;
  readonly left: number;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, one, left } = props;
  const words = followUpText(language);
  const told = one.feedback || one.waived;
  return (
    <Form action={closePlace({ id: one.id })}>
      {left > 0 && <p>{words.closeText}</p>}
      {!told && (
        <TextArea
          language={language}
          problems={props.problems}
          id="close-words"
          name="words"
          label={words.closeWords}
          rows={2}
        />
      )}
      <Button look={told ? 'strong' : 'danger'}>{told ? words.close : words.closeWithout}</Button>
    </Form>
  );
}

const IDS: Readonly<Record<EndingForm, Readonly<Record<string, string>>>> = {
  release: { words: 'release-words', amount: 'release-amount' },
  wait: { words: 'wait-words' },
  close: { words: 'close-words' },
};
