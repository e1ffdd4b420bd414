import type { Html } from '#jsx/jsx-runtime';
import { Heading } from '../../../../ui/components/heading.tsx';
import { QrCode } from '../../../../ui/components/qr-code.tsx';
import type { Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { photoPlace, storiesPlace } from '../urls.ts';
import { type Common, placesOf, Said } from './parts.tsx';

export interface ScreenProps extends Common {
  readonly story: Story | null;
  /** The whole address of the story. */
  readonly address: string;
}

/** The newest story, large, for the screen in the entrance. It follows along: what is taken back is gone there too. */
export function ScreenPage(props: ScreenProps): Html {
  const { language, lang, story } = props;
  const words = storiesText(language);
  if (!story)
    return (
      <p class="lead" id="skaermen">
        {words.screenNone}
      </p>
    );
  const [photo] = story.photos;
  return (
    <div class="wall story-screen" id="skaermen" data-live={`initiative:${story.initiativeId}`}>
      <section class="wall-head">
        <div class="stack">
          <p class="quiet">{placesOf(props, story)}</p>
          <Heading level={2}>
            <span lang={lang}>{story.heading}</span>
          </Heading>
          <p lang={lang}>{story.lead}</p>
          {story.quote && <Said quote={story.quote} lang={lang} />}
        </div>
        <QrCode content={props.address} alt={words.qrAlt(story.heading)} />
      </section>
      {photo && (
        <figure class="photo story-photo">
          <img src={photoPlace({ id: story.id, photo: photo.id })} alt={photo.alt} />
        </figure>
      )}
      <p>
        <a href={storiesPlace({})}>{words.all}</a>
      </p>
    </div>
  );
}
