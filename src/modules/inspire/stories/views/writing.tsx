import type { Html } from '#jsx/jsx-runtime';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Checkbox, Checkboxes } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { Fieldset } from '../../../../ui/forms/fieldset.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { Select } from '../../../../ui/forms/select.tsx';
import { TextArea } from '../../../../ui/forms/text-area.tsx';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST, type Offered, ownPhotos, type Story } from '../rules/story.ts';
import { writingText } from '../text/writing.ts';
import { writePlace } from '../urls.ts';
import { type Common, Facts, smallPhoto } from './parts.tsx';
import { OwnPictures } from './pictures.tsx';

export interface WriteProps extends Common {
  readonly story: Story;
  readonly offered: readonly Offered[];
  /** Those who may have said it, as far as we know them. */
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** Where pictures are added, with who has agreed; null where the fund was not asked. */
  readonly photosHref: string | null;
  readonly problems?: FormProblems | undefined;
  /** Of a picture that is put with the story. */
  readonly pictureProblems?: FormProblems | undefined;
}

/** All of a story on one page. */
export function WritePage(props: WriteProps): Html {
  const { language, story, problems } = props;
  const words = writingText(language);
  const common = { language, problems };
  return (
    <>
      <p class="lead">{words.writeIntro}</p>
      <ErrorSummary language={language} problems={problems} />
      <Form action={writePlace({ id: story.id })} warnUnsaved>
        <input type="hidden" name="version" value={story.version} />
        <TextField {...common} name="heading" label={words.heading} hint={words.headingHint} value={story.heading} />
        <TextArea
          {...common}
          name="lead"
          label={words.lead}
          hint={words.leadHint}
          rows={3}
          value={story.lead}
          maxlength={MOST.lead}
        />
        <TextArea
          {...common}
          name="body"
          label={words.body}
          hint={words.bodyHint}
          rows={12}
          value={story.body}
          maxlength={MOST.body}
          lix
        />
        <QuoteFields {...props} />
        <PhotoFields {...props} />
        <Button>{words.save}</Button>
      </Form>
      <OwnPictures language={language} story={story} problems={props.pictureProblems} />
      <section class="stack">
        <Heading level={2}>{words.knownTitle}</Heading>
        <p>{words.knownText}</p>
        <Facts {...props} />
      </section>
    </>
  );
}

function QuoteFields({ language, story, people, problems }: WriteProps): Html {
  const words = writingText(language);
  const common = { language, problems };
  const { quote } = story;
  return (
    <Fieldset legend={words.quoteTitle}>
      <TextArea
        {...common}
        name="said"
        label={words.said}
        rows={2}
        value={quote?.said}
        maxlength={MOST.said}
        optional
      />
      <TextField {...common} name="name" label={words.name} hint={words.nameHint} value={quote?.name} optional />
      {people.length > 0 && (
        <Select
          {...common}
          name="who"
          label={words.who}
          hint={words.whoHint}
          empty={words.nobody}
          value={quote?.personId ?? ''}
          options={people.map(({ id, name }) => ({ value: id, label: name }))}
          optional
        />
      )}
      <Checkbox {...common} name="nameConsent" label={words.nameConsent} checked={(quote?.name ?? '') !== ''} />
    </Fieldset>
  );
}

function PhotoFields({ language, story, offered, photosHref, problems }: WriteProps): Html {
  const words = writingText(language);
  const common = { language, problems };
  const chosen: readonly string[] = story.photos.map(({ id }) => id);
  const own = ownPhotos(story).length;
  const anyKnown = offered.some(({ known }) => known);
  return (
    <Fieldset legend={words.photosTitle}>
      {offered.length === 0 ? (
        <p>{words.photosNone}</p>
      ) : (
        <>
          <ul class="photos">
            {offered.map((photo) => (
              <li>
                <figure class="photo">
                  <img src={smallPhoto(story, photo.id)} alt="" width={480} height={360} loading="lazy" />
                </figure>
              </li>
            ))}
          </ul>
          <Checkboxes
            {...common}
            name="photos"
            label={words.photos(MOST.photos - own)}
            hint={words.photosHint}
            values={chosen}
            options={offered.map(({ id, alt }) => ({ value: id, label: alt }))}
            optional
          />
          {anyKnown && (
            <Checkbox
              {...common}
              name="photoConsent"
              label={words.photoConsent}
              checked={offered.some(({ id, known }) => known && chosen.includes(id))}
            />
          )}
        </>
      )}
      {photosHref && (
        <p>
          <a href={photosHref}>{words.photosFrom}</a>
        </p>
      )}
    </Fieldset>
  );
}
