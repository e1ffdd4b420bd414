import type { Html } from '#jsx/jsx-runtime';
import { formatDay } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import { Heading } from '../../../../ui/components/heading.tsx';
import { Steps } from '../../../../ui/components/steps.tsx';
import type { TrackedStep } from '../rules/tracker.ts';
import { slipText } from '../text/slip.ts';

/** A case followed like a parcel: every step with its day, and where it is now. */
export function Track(props: { readonly language: Language; readonly track: readonly TrackedStep[] }): Html {
  const { language, track } = props;
  const words = slipText(language);
  return (
    <section class="stack track">
      <Heading level={2}>{words.track}</Heading>
      <Steps
        language={language}
        label={words.track}
        steps={track.map(({ step, on, state }) => ({
          label: words.steps[step],
          state,
          note: on && formatDay(on, language, 'short'),
        }))}
      />
    </section>
  );
}
