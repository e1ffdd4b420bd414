import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { Button } from '../../../../ui/components/button.tsx';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Words } from '../../../../ui/components/written.tsx';
import { Checkbox, Radios } from '../../../../ui/forms/choices.tsx';
import { ErrorSummary } from '../../../../ui/forms/error-summary.tsx';
import { FileField } from '../../../../ui/forms/file-field.tsx';
import { Form } from '../../../../ui/forms/form.tsx';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { TextField } from '../../../../ui/forms/text-field.tsx';
import { MOST, ON_PICTURE, ownPhotos, type Story } from '../rules/story.ts';
import { picturesText } from '../text/pictures.ts';
import { addPicturePlace, photoOutPlace } from '../urls.ts';
import { smallPhoto } from './parts.tsx';

/** Pictures that are put with the story itself: those there are, and one more with what was agreed to. A form of its own, with a file. */
export function OwnPictures(props: {
  readonly language: Language;
  readonly story: Pick<Story, 'id' | 'photos'>;
  readonly problems?: FormProblems | undefined;
}): Html {
  const { language, story, problems } = props;
  const words = picturesText(language);
  const common = { language, problems };
  const own = ownPhotos(story);
  return (
    <section class="stack" id="billede">
      <Heading level={2}>{words.title}</Heading>
      {own.length > 0 && (
        <ul class="photos">
          {own.map((photo) => (
            <li>
              <figure class="photo">
                <img src={smallPhoto(story, photo.id)} alt={photo.alt} width={480} height={360} loading="lazy" />
                <figcaption>
                  <Words>{photo.alt}</Words>
                </figcaption>
              </figure>
              <Form action={photoOutPlace({ id: story.id, photo: photo.id })}>
                <input type="hidden" name="skriver" value="ja" />
                <Button look="tertiary" label={words.outLabel(photo.alt)}>
                  {words.out}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      {story.photos.length >= MOST.photos ? (
        <p>{words.full(MOST.photos)}</p>
      ) : (
        <Form action={addPicturePlace({ id: story.id })} files>
          <ErrorSummary language={language} problems={problems} ids={{ alt: 'picture-alt' }} />
          <p>{words.intro(MOST.photos)}</p>
          <FileField
            {...common}
            name="picture"
            label={words.picture}
            hint={words.pictureHint}
            accept="image/jpeg,image/png,image/webp"
          />
          <TextField {...common} name="alt" id="picture-alt" label={words.alt} hint={words.altHint} />
          <Radios
            {...common}
            name="people"
            label={words.people}
            options={ON_PICTURE.map((who) => ({ value: who, label: words.onPicture[who] }))}
          />
          <Checkbox {...common} name="agreed" label={words.consent} />
          <Button look="secondary">{words.add}</Button>
        </Form>
      )}
    </section>
  );
}
