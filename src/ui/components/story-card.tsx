import type { Child, Html } from '#jsx/jsx-runtime';
import { Scene, type SceneName } from '../drawings/scene.tsx';
import { Avatar } from './avatar.tsx';
import type { Colour } from './card.tsx';

/** One thing among others: an initiative, a catalogue card, a story. The whole card leads there. */
export function StoryCard(props: {
  readonly href: string;
  readonly title: Child;
  readonly level?: 2 | 3 | 4;
  readonly lang?: string;
  readonly text?: Child;
  readonly tags?: Child;
  readonly colour?: Colour;
  /** A drawing on top, or a picture of theirs. */
  readonly scene?: SceneName;
  readonly picture?: { readonly src: string; readonly alt: string };
  /** Those who drive it. */
  readonly people?: readonly string[];
  /** A last line: "Seneste nyt for 3 dage siden". */
  readonly footnote?: Child;
  readonly children?: Child;
}): Html {
  const Heading = `h${props.level ?? 3}` as const;
  return (
    <article class="ds-card card story-card" data-color={props.colour}>
      {props.picture && (
        <img class="story-card-picture" src={props.picture.src} alt={props.picture.alt} loading="lazy" />
      )}
      {!props.picture && props.scene && <Scene name={props.scene} />}
      <div class="story-card-words">
        {props.tags && <p class="tags">{props.tags}</p>}
        <Heading class="ds-heading" data-size="xs" lang={props.lang}>
          <a class="whole-card" href={props.href}>
            {props.title}
          </a>
        </Heading>
        {props.text && <p lang={props.lang}>{props.text}</p>}
        {props.children}
        {props.people && props.people.length > 0 && <People names={props.people} />}
        {props.footnote && <p class="quiet story-card-footnote">{props.footnote}</p>}
      </div>
    </article>
  );
}

function People(props: { readonly names: readonly string[] }): Html {
  return (
    <p class="people">
      {props.names.slice(0, 3).map((name) => (
        <Avatar name={name} small />
      ))}
      <span>
        {props.names.map((name, index) => (
          <>
            {index > 0 && ', '}
            <bdi>{name}</bdi>
          </>
        ))}
      </span>
    </p>
  );
}
