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
 * The day on which an application goes. Members: so many months after the last meeting, or after the group ended.
 * Others: so many months after the draw, or after they left. Nobody drew: as long as members would have been kept.
 */
export function goesOn(
  panel: Pick<Panel, 'closesOn' | 'endedOn' | 'unchosenMonths' | 'memberMonths'>,
  application: Pick<Application, 'place' | 'paused' | 'exit' | 'appliedOn'>,
  { drawnOn, lastMeeting }: Happened,
): Day | null {
  const { unchosenMonths, memberMonths } = panel;
  if (isMember(application)) {
    const from = later(lastMeeting, panel.endedOn);
    return from ? addMonths(from, memberMonths) : null;
  }
  const left = application.exit?.on ?? null;
  const over = left ?? drawnOn ?? panel.endedOn;
  if (over) return addMonths(over, unchosenMonths);
  return panel.closesOn ? addMonths(panel.closesOn, memberMonths) : null;
}

function later(one: Day | null, other: Day | null): Day | null {
  if (!one || !other) return one ?? other;
  return one > other ? one : other;
}
