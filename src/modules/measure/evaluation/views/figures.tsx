import type { Html } from '#jsx/jsx-runtime';
import type { Language } from '../../../../kernel/language.ts';
import { DescriptionList } from '../../../../ui/components/description-list.tsx';
import { FigureBar } from '../../../../ui/components/figure-bar.tsx';
import { Lines } from '../../../../ui/components/written.tsx';
import { percent, QUESTIONS, type Shown } from '../rules/answers.ts';
import { roomText } from '../text/room.ts';

/** What they answered, question by question. */
export function Shares({ language, shown }: { readonly language: Language; readonly shown: Shown }): Html {
  const words = roomText(language);
  return (
    <DescriptionList
      rows={QUESTIONS.map((question) => {
        const share = shown[question];
        return {
          term: words.rows[question],
          content: share ? (
            <FigureBar text={words.share(percent(share), share.part, share.of)} length={share.part} top={share.of} />
          ) : (
            words.fewAnswered
          ),
        };
      })}
    />
  );
}

export function Quotes({ quotes }: { readonly quotes: readonly string[] }): Html {
  return (
    <>
      {quotes.map((one) => (
        <blockquote class="quote">
          <Lines text={one} />
        </blockquote>
      ))}
    </>
  );
}
