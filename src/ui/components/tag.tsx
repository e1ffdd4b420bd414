import type { Child, Html } from '#jsx/jsx-runtime';
import type { Colour } from './card.tsx';
import { Icon, type IconName } from './icon.tsx';

/** A short word about the thing: its category, its state. The word carries the meaning, the colour only helps. */
export function Tag(props: { readonly children: Child; readonly colour?: Colour; readonly icon?: IconName }): Html {
  return (
    <span class="ds-tag tag" data-color={props.colour ?? 'neutral'}>
      {props.icon && <Icon name={props.icon} />}
      {props.children}
    </span>
  );
}

/** Where something stands. `waiting` is somebody's turn, `good` is done or granted, `resting` is parked or over. */
export function StatusTag(props: {
  readonly state: 'going' | 'waiting' | 'good' | 'resting' | 'stopped';
  readonly children: Child;
}): Html {
  const { colour, icon } = STATES[props.state];
  return (
    <span class="ds-tag tag" data-color={colour}>
      <Icon name={icon} />
      {props.children}
    </span>
  );
}

const STATES = {
  going: { colour: 'accent', icon: 'leaf' },
  waiting: { colour: 'sol', icon: 'clock' },
  good: { colour: 'success', icon: 'check' },
  resting: { colour: 'neutral', icon: 'moon' },
  stopped: { colour: 'danger', icon: 'stop' },
} as const;
