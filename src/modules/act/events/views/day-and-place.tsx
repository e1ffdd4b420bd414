import type { Html } from '#jsx/jsx-runtime';
import { formatDayWithWeekday } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { Event } from '../rules/event.ts';
import { hoursText } from './card.tsx';

export function DayAndPlace({ language, event }: { readonly language: Language; readonly event: Event }): Html {
  return (
    <p>
      <strong>
        <bdi>
          {formatDayWithWeekday(event.on, language)}, {hoursText(language, event)}
        </bdi>
      </strong>
      , <bdi>{event.place}</bdi>
    </p>
  );
}
