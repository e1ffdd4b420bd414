import type { Day } from '../../../../kernel/day.ts';
import { addMonths, type Panel } from './panel.ts';
import { type Application, isMember } from './people.ts';

/** What has happened in a focus group that applications are kept by. */
export interface Happened {
  /** The day the seats were drawn; null before that, and in an open group. */
  readonly drawnOn: Day | null;
  /** The last meeting that is over or called; null when there is none. */
  readonly lastMeeting: Day | null;
}

/**
 * The day on which an application goes. Members: so many months after the last meeting, or after the group ended,
 * and, where there was neither since, after they came in, so that a group that never meets keeps nobody for ever.
 * Others: so many months after the draw, or after they left. Nobody drew: as long as members would have been kept.
 */
export function goesOn(
  panel: Pick<Panel, 'closesOn' | 'endedOn' | 'unchosenMonths' | 'memberMonths'>,
  application: Pick<Application, 'place' | 'paused' | 'exit' | 'appliedOn'>,
  { drawnOn, lastMeeting }: Happened,
): Day | null {
  const { unchosenMonths, memberMonths } = panel;
  if (isMember(application)) {
    const happened = [application.appliedOn, drawnOn, lastMeeting, panel.endedOn].flatMap((day) => day ?? []);
    return addMonths(happened.toSorted().at(-1) ?? application.appliedOn, memberMonths);
  }
  const left = application.exit?.on ?? null;
  const over = left ?? drawnOn ?? panel.endedOn;
  if (over) return addMonths(over, unchosenMonths);
  return panel.closesOn ? addMonths(panel.closesOn, memberMonths) : null;
}
