import type { AskWords, TurnKinds } from '../../turns/public.ts';
import { toldText } from './text/told.ts';
import { storyPlace } from './urls.ts';

/** What stories can want of a person; the two ask what they are called. */
export const turnsOfStories = (headings: AskWords, ofReadings: AskWords): TurnKinds => ({
  'stories.read': {
    sentence: (t) => toldText(t.language).turnRead(t.name('person', String(t.facts.by))),
    action: (language) => toldText(language).turnReadAction,
    names: { by: 'person' },
    place: (_, facts) => storyPlace({ id: String(facts.story) }),
    more: ofReadings,
  },
  'stories.publish': {
    sentence: (t) => toldText(t.language).turnPublish,
    action: (language) => toldText(language).turnPublishAction,
    place: (subject) => storyPlace({ id: subject.id }),
    more: headings,
    errand: true,
  },
  'stories.answered': {
    sentence: (t) => toldText(t.language).turnAnswered,
    action: (language) => toldText(language).turnAnsweredAction,
    place: (subject) => storyPlace({ id: subject.id }),
    more: headings,
    errand: true,
  },
});
