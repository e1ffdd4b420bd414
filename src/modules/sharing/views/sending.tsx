import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../kernel/language.ts';
import { Button } from '../../../ui/components/button.tsx';
import { Card } from '../../../ui/components/card.tsx';
import { Notice } from '../../../ui/components/notice.tsx';
import { Checkbox, Checkboxes } from '../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../ui/forms/error-summary.tsx';
import { Form } from '../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../ui/forms/problems.ts';
import { Select } from '../../../ui/forms/select.tsx';
import { TextArea } from '../../../ui/forms/text-area.tsx';
import { type Draft, MOST_NOTE, nameOfSource, type Shareable } from '../rules.ts';
import { sharingText } from '../text.ts';
import { sharePlace } from '../urls.ts';
import { CopyBody } from './copy.tsx';

export interface ShareProps {
  readonly language: Language;
  readonly thing: Shareable;
  readonly me: string;
  readonly houses: readonly { readonly slug: string; readonly name: string }[];
  readonly problems?: FormProblems | undefined;
}

/** Who is to have it, and what goes along. */
export function SharePage({ language, thing, me, houses, problems }: ShareProps): Html {
  const words = sharingText(language);
  const common = { language, problems };
  if (houses.length === 0) return <p>{words.receiverNone}</p>;
  return (
    <Form action={sharePlace({ source: nameOfSource(thing.source), id: thing.id })}>
      <ErrorSummary language={language} problems={problems} />
      <Select
        {...common}
        name="house"
        label={words.receiver}
        options={houses.map(({ slug, name }) => ({ value: slug, label: name }))}
      />
      {thing.parts.length > 0 && (
        <Checkboxes
          {...common}
          name="parts"
          label={words.parts}
          values={thing.parts.map(({ key }) => key)}
          options={thing.parts.map(({ key, heading }) => ({ value: key, label: heading }))}
        />
      )}
      {thing.files.length > 0 && <Checkbox {...common} name="looked" label={words.fileTick} />}
      <Checkbox {...common} name="contact" label={words.contactTick(me)} hint={words.contactHint} />
      <TextArea {...common} name="note" label={words.noteLabel} rows={3} maxlength={MOST_NOTE} optional />
      <p>
        <Button>{words.look}</Button>
      </p>
    </Form>
  );
}

export interface PreviewProps {
  readonly language: Language;
  readonly thing: Shareable;
  readonly draft: Draft;
  readonly seal: string;
  readonly house: { readonly slug: string; readonly name: string };
  /** What was chosen, to be sent along. */
  readonly chosen: readonly (readonly [name: string, value: string])[];
  readonly note: string;
  readonly problem: string | null;
}

/** Exactly what goes, before it goes. */
export function PreviewPage(props: PreviewProps): Html {
  const { language, thing, draft, house } = props;
  const words = sharingText(language);
  const place = sharePlace({ source: nameOfSource(thing.source), id: thing.id });
  return (
    <>
      {props.problem && <Notice kind="warning">{props.problem}</Notice>}
      <p class="lead">{words.previewTo(house.name)}</p>
      <p>{words.left(draft.left)}</p>
      <Card>
        <p>
          <strong>
            <bdi>{draft.title}</bdi>
          </strong>
        </p>
        {props.note && (
          <blockquote class="quote">
            <p>
              <bdi>{props.note}</bdi>
            </p>
          </blockquote>
        )}
        <CopyBody language={language} content={draft.content} fileHref={null} />
      </Card>
      <Form action={place}>
        {props.chosen.map(([name, value]) => (
          <input type="hidden" name={name} value={value} />
        ))}
        <input type="hidden" name="seal" value={props.seal} />
        <p class="actions">
          <Button>{words.send}</Button>
          <a href={place}>{words.change}</a>
        </p>
      </Form>
    </>
  );
}
