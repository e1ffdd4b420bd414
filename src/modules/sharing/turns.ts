import type { TurnKinds } from '../turns/public.ts';
import { sharingText } from './text.ts';
import { receivedPlace } from './urls.ts';

/** What copies can want of the secretariat. */
export const sharingTurns: TurnKinds = {
  'copy.arrived': {
    sentence: ({ language }) => sharingText(language).turnArrived,
    action: (language) => sharingText(language).turnArrivedAction,
    place: (subject) => receivedPlace({ copy: subject.id }),
    errand: true,
    instant: true,
  },
  'copy.recalled': {
    sentence: ({ language }) => sharingText(language).turnRecalled,
    action: (language) => sharingText(language).turnRecalledAction,
    place: (subject) => receivedPlace({ copy: subject.id }),
    errand: true,
  },
};
