import type { Child, Html } from '#jsx/jsx-runtime';
import { Scene, type SceneName } from '../drawings/scene.tsx';
import { LinkButton } from './button.tsx';

/** Nothing here yet: a drawing, a kind sentence, and one thing to do about it. */
export function EmptyState(props: {
  readonly title: Child;
  readonly text?: Child;
  readonly scene?: SceneName;
  readonly level?: 2 | 3;
  readonly action?: { readonly href: string; readonly label: string };
}): Html {
  const Heading = props.level === 3 ? 'h3' : 'h2';
  return (
    <div class="empty">
      <Scene name={props.scene ?? 'seedling'} />
      <Heading class="ds-heading" data-size="xs">
        {props.title}
      </Heading>
      {props.text && <p>{props.text}</p>}
      {props.action && (
        <p>
          <LinkButton href={props.action.href}>{props.action.label}</LinkButton>
        </p>
      )}
    </div>
  );
}
