import type { Html } from '#jsx/jsx-runtime';
import type { Day } from '../../../../kernel/day.ts';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Notice } from '../../../../ui/components/notice.tsx';
import { Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import { NumberField } from '../../../../ui/forms/number-field.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { type FeedbackDraft, type FeedbackRefusal, MOST_WORDS, type Photo } from '../rules/feedback.ts';
import { feedbackText } from '../text/feedback.ts';
import { codePlace } from '../urls.ts';
import { AddPhoto, PhotoList } from './photos.tsx';

export interface FeedbackProps {
  readonly language: Language;
  readonly title: string;
  readonly action: string;
  readonly known: FeedbackDraft | null;
  /** The day the newest answers were given; null while there are none. */
  readonly givenOn: Day | null;
  /** Staff say how it reached them. */
  readonly byStaff: boolean;
  /** Why nothing can be told (yet). */
  readonly refusal: FeedbackRefusal | null;
  readonly photos: readonly Photo[];
  /** Where pictures are added and taken back. */
  readonly places: { readonly add: string; readonly remove: (photoId: string) => string };
  readonly problems?: FormProblems | undefined;
  readonly photoProblems?: FormProblems | undefined;
}

/** Three questions, and pictures beside them: one form, so that every button keeps what is typed and chosen. */
export function FeedbackPage(props: FeedbackProps): Html {
  const { language, problems, givenOn } = props;
  const words = feedbackText(language);
  if (props.refusal) {
    return (
      <Notice>
        <p>{words.refusals[props.refusal]}</p>
      </Notice>
    );
  }
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <ErrorSummary language={language} problems={props.photoProblems} />
      <p class="lead">{props.byStaff ? words.introStaff : words.intro(props.title)}</p>
      {givenOn && <p>{words.givenOn(formatDay(givenOn, language))}</p>}
      <Form action={props.action} files warnUnsaved>
        <Questions {...props} />
        <p class="actions">
          <Button name="do" value="send">
            {givenOn ? words.correct : words.send}
          </Button>
          <Button look="secondary" name="do" value="keep">
            {words.keep}
          </Button>
        </p>
        <section class="stack" id="billeder">
          <Heading level={2}>{words.photos}</Heading>
          <PhotoList language={language} photos={props.photos} remove={props.places.remove} inForm />
          <AddPhoto
            language={language}
            action={props.places.add}
            count={props.photos.length}
            problems={props.photoProblems}
          />
        </section>
      </Form>
    </>
  );
}

function Questions({ language, problems, known, byStaff }: FeedbackProps): Html {
  const words = feedbackText(language);
  const common = { language, problems };
  return (
    <>
      <NumberField
        {...common}
        name="came"
        label={words.came}
        hint={words.cameHint}
        unit={words.cameUnit}
        value={known?.came}
      />
      <TextArea
        {...common}
        name="best"
        label={words.best}
        hint={words.bestHint}
        value={known?.best}
        maxlength={MOST_WORDS}
        rows={4}
        optional
      />
      <TextArea
        {...common}
        name="differently"
        label={words.differently}
        hint={words.differentlyHint}
        value={known?.differently}
        maxlength={MOST_WORDS}
        rows={4}
        optional
      />
      {byStaff && (
        <Radios
          {...common}
          name="channel"
          label={words.channel}
          value="paper"
          options={[
            { value: 'paper', label: words.channels.paper },
            { value: 'phone', label: words.channels.phone },
          ]}
        />
      )}
    </>
  );
}

/** The code is from long ago: how one reaches us instead. */
export function OverPage(props: {
  readonly language: Language;
  /** Of the organisation; empty where it has none. */
  readonly email: string;
  readonly phone: string;
}): Html {
  const words = feedbackText(props.language);
  const rows = [
    ...(props.email ? [{ term: words.overMail, content: <a href={`mailto:${props.email}`}>{props.email}</a> }] : []),
    ...(props.phone
      ? [{ term: words.overPhone, content: <a href={`tel:${props.phone.replace(/\s/g, '')}`}>{props.phone}</a> }]
      : []),
  ];
  return (
    <>
      <p class="lead">{words.overText}</p>
      <p>{words.overStill}</p>
      {rows.length > 0 && <DescriptionList rows={rows} />}
    </>
  );
}

/** A card in the hand, and no camera: the code is typed. */
export function CodePage(props: { readonly language: Language; readonly problems?: FormProblems | undefined }): Html {
  const { language, problems } = props;
  const words = feedbackText(language);
  return (
    <>
      <ErrorSummary language={language} problems={problems} />
      <p>{words.codeIntro}</p>
      <Form action={codePlace({})}>
        <TextField
          language={language}
          problems={problems}
          name="code"
          label={words.code}
          hint={words.codeHint}
          size={18}
          autocomplete="off"
        />
        <Button>{words.codeGo}</Button>
      </Form>
    </>
  );
}
