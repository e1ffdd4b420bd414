import type { Activity, Holding, Keeping } from '../../../platform/privacy/holdings.ts';

/** One heading of the record, with how long its data are kept, each way once. */
export interface RecordEntry {
  readonly activity: Activity;
  readonly keeps: readonly { readonly keeping: Keeping; readonly holdings: readonly Holding[] }[];
}

/** The record of processing (GDPR art. 30(1)) as the modules' declarations make it. */
export function recordOf(activities: readonly Activity[]): readonly RecordEntry[] {
  return activities.map((activity) => {
    const groups = new Map<string, { keeping: Keeping; holdings: Holding[] }>();
    for (const holding of activity.holdings) {
      if (!holdsPeople(holding)) continue;
      for (const keeping of holding.keeps) {
        const { law } = keeping;
        const key =
          'after' in keeping ? JSON.stringify([law, keeping.period, keeping.rows]) : `${law} ${keeping.until}`;
        const group = groups.get(key) ?? { keeping, holdings: [] };
        if (!group.holdings.includes(holding)) group.holdings.push(holding);
        groups.set(key, group);
      }
    }
    return { activity, keeps: [...groups.values()] };
  });
}

/** Does a table say anything of anybody, beyond who wrote it down? */
function holdsPeople({ erased, columns }: Holding): boolean {
  return (
    erased !== 'nobody' || Object.values(columns).some((meaning) => !['plain', 'secret', 'actor'].includes(meaning))
  );
}
