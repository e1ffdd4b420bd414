import type { Child, Html } from '#jsx/jsx-runtime';
import { EmptyState } from './empty-state.tsx';
import { Icon } from './icon.tsx';

/** One thing that waits for the person: a sentence that says what to do, where it leads, and until when. */
export interface TurnItem {
  readonly href: string;
  readonly sentence: Child;
  /** What it is about: the initiative's title. */
  readonly about?: Child;
  /** In words: "senest i morgen", "har ventet i 3 dage". */
  readonly due?: Child;
  readonly late?: boolean;
}

/** Din tur: what waits for whom, oldest promise first. Nothing else asks for attention. */
export function TurnList(props: {
  readonly items: readonly TurnItem[];
  /** What to say when nothing waits. */
  readonly empty: { readonly title: string; readonly text: string };
}): Html {
  if (props.items.length === 0) return <EmptyState scene="bench" title={props.empty.title} text={props.empty.text} />;
  return (
    <ol class="turn-list">
      {props.items.map((item) => (
        <li class="turn-item" data-late={item.late}>
          <div class="turn-words">
            {item.about && <p class="quiet turn-about">{item.about}</p>}
            <p class="turn-sentence">
              <a class="whole-card" href={item.href}>
                {item.sentence}
              </a>
            </p>
            {item.due && (
              <p class="turn-due">
                <Icon name="clock" />
                {item.due}
              </p>
            )}
          </div>
          <span class="turn-arrow">
            <Icon name="arrow" />
          </span>
        </li>
      ))}
    </ol>
  );
}
