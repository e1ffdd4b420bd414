import { formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { PosterSpec } from '../../../../platform/documents/spec.ts';
import type { Story } from '../rules/story.ts';
import { storiesText } from '../text/stories.ts';
import { storyPlace } from '../urls.ts';

export interface Paper {
  readonly language: Language;
  readonly origin: string;
  /** Names of its departments, side by side; '' for the whole organisation. */
  readonly place: string;
  readonly phone: string | null;
  readonly picture: PosterSpec['picture'] | null;
}

/** For the stairwell: heading, lead, quote and picture, and the way to the rest. */
export function posterOf(story: Story, size: 'a4' | 'a3', paper: Paper): PosterSpec {
  const { language, origin, place, phone, picture } = paper;
  const words = storiesText(language);
  const { quote } = story;
  return {
    kind: 'poster',
    language,
    size,
    title: story.heading,
    kicker: words.posterKicker(place),
    day: null,
    time: null,
    place: null,
    ...(picture ? { picture } : {}),
    paragraphs: [story.lead, ...(quote ? [`”${quote.said}”`, quote.name].filter(Boolean) : [])],
    qr: {
      content: origin + storyPlace({ id: story.id }),
      caption: words.posterQr,
      alt: words.qrAlt(story.heading),
    },
    contact: phone ? words.contact(formatPhone(phone)) : null,
  };
}
