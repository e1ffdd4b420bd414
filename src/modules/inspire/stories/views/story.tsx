import type { Html } from '#jsx/jsx-runtime';
import { Heading } from '../../../../ui/components/heading.tsx';
import { initiativePlace } from '../../../initiatives/public.ts';
import type { Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { photoPlace, sharePlace, storiesPlace } from '../urls.ts';
import { Body, type Common, Facts, Said, smallPhoto } from './parts.tsx';

export interface StoryProps extends Common {
  readonly story: Story;
  /** What those who write, read and publish can do with it; null for everybody else. */
  readonly desk: Html | null;
}

/** One story, as everybody reads it. */
export function StoryPage(props: StoryProps): Html {
  const { language, lang, story } = props;
  const words = storiesText(language);
  const [first, ...rest] = story.photos;
  return (
    <>
      <article class="story stack">
        {first && <Photo story={story} photo={first} large />}
        <p class="lead" lang={lang}>
          {story.lead}
        </p>
        <Body body={story.body} lang={lang} />
        {story.quote && <Said quote={story.quote} lang={lang} />}
        {rest.length > 0 && (
          <ul class="photos">
            {rest.map((photo) => (
              <li>
                <Photo story={story} photo={photo} />
              </li>
            ))}
          </ul>
        )}
        <section class="stack">
          <Heading level={2}>{words.facts}</Heading>
          <Facts {...props} />
        </section>
      </article>
      <ul>
        <li>
          <a href={initiativePlace({ id: story.initiativeId })}>{words.about}</a>
        </li>
        <li>
          <a href={sharePlace({ id: story.id })}>
            {words.use}: {words.useLink}
          </a>
        </li>
        <li>
          <a href={storiesPlace({})}>{words.all}</a>
        </li>
      </ul>
      {props.desk}
    </>
  );
}

function Photo(props: {
  readonly story: Story;
  readonly photo: Story['photos'][number];
  readonly large?: boolean;
}): Html {
  const { story, photo } = props;
  const whole = photoPlace({ id: story.id, photo: photo.id });
  return (
    <figure class={props.large ? 'photo story-photo' : 'photo'}>
      {props.large ? (
        <img src={whole} alt={photo.alt} decoding="async" />
      ) : (
        <a href={whole}>
          <img src={smallPhoto(story, photo.id)} alt={photo.alt} width={480} height={360} loading="lazy" />
        </a>
      )}
    </figure>
  );
}
