import type { Child, Html } from '#jsx/jsx-runtime';
import type { Colour } from './card.tsx';

/** How far something has come, in a bar and in words ("62.000 kr. af 100.000 kr."). */
export function ProgressBar(props: {
  readonly label: Child;
  readonly value: number;
  readonly max: number;
  readonly text: Child;
  readonly colour?: Colour;
  readonly id: string;
}): Html {
  const { id } = props;
  return (
    <div class="progress" data-color={props.colour}>
      <span class="progress-label" id={`${id}-label`}>
        {props.label}
      </span>
      <span class="progress-text" id={`${id}-text`}>
        {props.text}
      </span>
      <progress
        id={id}
        value={Math.min(Math.max(props.value, 0), props.max)}
        max={props.max}
        aria-labelledby={`${id}-label`}
        aria-describedby={`${id}-text`}
      />
    </div>
  );
}
