import type { Language } from '../../../../kernel/language.ts';
import type { Saying } from '../../../turns/public.ts';
import type { Story } from '../rules/story.ts';
import { toldText } from '../text/told.ts';
import { storyPlace } from '../urls.ts';

/** To the one who began it: everybody can read it now. */
export function isOut({ id, heading }: Pick<Story, 'id' | 'heading'>): (language: Language) => Saying {
  return (language) => {
    const words = toldText(language);
    return {
      subject: words.outSubject(heading),
      paragraphs: [words.out(heading)],
      action: { label: words.outAction, path: storyPlace({ id }) },
    };
  };
}
