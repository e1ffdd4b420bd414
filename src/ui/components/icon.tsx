import type { Html } from '#jsx/jsx-runtime';

// Drawn for 24 × 24, one soft stroke; a second path in the same string starts with its own M.
const ICONS = {
  idea: 'M9 18h6M10 21h4M12 3a6 6 0 0 0-3.6 10.8c.7.6 1.1 1.3 1.1 2.2h5c0-.9.4-1.6 1.1-2.2A6 6 0 0 0 12 3z',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM4.5 20.5c.8-3.6 3.8-5.5 7.5-5.5s6.7 1.9 7.5 5.5',
  people:
    'M9 11.500a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM2.5 19.500c.6-3.2 3.2-5 6.5-5s5.9 1.8 6.5 5M16 4.800a3.5 3.5 0 0 1 0 6.400M18.5 15c1.7.8 2.7 2.3 3 4.5',
  hand: 'M7 12V6.500a1.5 1.5 0 0 1 3 0V11V4.500a1.5 1.5 0 0 1 3 0V11V6a1.5 1.5 0 0 1 3 0v8c0 4-2 6.5-5.5 6.500S6 18.5 4 14.500c-.8-1.6 1-2.7 2.2-1.500L7 14',
  money: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM9.5 8v8M14 8.500l-4.3 4M14.3 16l-3-4.3',
  meeting: 'M4 5h16v10H10l-4 4v-4H4z',
  document: 'M6 3h8l4 4v14H6zM13.5 3v4.500H18M9 12h6M9 16h6',
  calendar: 'M4 6h16v14H4zM4 10.500h16M8.5 3.500v4M15.5 3.500v4',
  house: 'M3.5 11.5 12 4l8.5 7.500M5.5 10v10h13V10M10 20v-5.500h4V20',
  leaf: 'M5 19C4 10 9 4.5 20 4c.5 10-4.5 15.5-12 14.500M4.5 20.500C7 15 10 12 14 10',
  chat: 'M4 5h16v11h-7.500L8 20v-4H4z',
  check: 'M5 12.5 10 17.5 19.5 7',
  clock: 'M12 20.500a8.5 8.5 0 1 0 0-17 8.5 8.5 0 0 0 0 17zM12 7.500V12l3 2.5',
  moon: 'M19.5 14.500A8 8 0 0 1 9.5 4.500a8 8 0 1 0 10 10z',
  stop: 'M8.5 3.500h7l5 5v7l-5 5h-7l-5-5v-7zM9 9l6 6M15 9l-6 6',
  camera: 'M4 8h3.500L9 5.500h6L16.5 8H20v11H4zM12 16.500a3.3 3.3 0 1 0 0-6.6 3.3 3.3 0 0 0 0 6.600z',
  star: 'm12 3.8 2.5 5.3 5.7.7-4.2 4 1.1 5.7-5.1-2.8-5.1 2.8 1.1-5.7-4.2-4 5.7-.7z',
  mail: 'M4 6h16v12.500H4zM4.5 7l7.5 6 7.5-6',
  phone:
    'M6 3.500h3.500L11 8 8.8 9.800a11 11 0 0 0 5.4 5.400L16 13l4.5 1.500V18a2.5 2.5 0 0 1-2.7 2.500C10.5 20 4 13.5 3.5 6.200A2.5 2.5 0 0 1 6 3.500z',
  paper: 'M6 3.500h12v17l-2-1.5-2 1.5-2-1.5-2 1.5-2-1.5-2 1.500zM9.5 8.500h5M9.5 12.500h5',
  place:
    'M12 21s7-6.3 7-11.500a7 7 0 0 0-14 0C5 14.7 12 21 12 21zM12 12.300a2.6 2.6 0 1 0 0-5.2 2.6 2.6 0 0 0 0 5.200z',
  cup: 'M5 9h11v6a4.5 4.5 0 0 1-4.5 4.500h-2A4.5 4.5 0 0 1 5 15zM16 10.500h1.500a2.5 2.5 0 0 1 0 5H16M8.5 3.500v2.500M12.5 3.500v2.5',
  tool: 'M14.5 6.500a4 4 0 0 1 5-2l-2.5 2.5 2 2L21.5 6.500a4 4 0 0 1-5.5 4.700L8 19.500A2 2 0 0 1 5 16.500l8.3-8a4 4 0 0 1 1.2-2z',
  search: 'M11 18a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM16.2 16.2 20.5 20.5',
  print: 'M7 9V3.500h10V9M7 16.500H4V9h16v7.500h-3M7 14h10v6.500H7z',
  arrow: 'M5 12h13.500M13 6.500l5.5 5.5-5.5 5.5',
} as const;

export type IconName = keyof typeof ICONS;

/** A small sign beside a word that says the same. */
export function Icon(props: { readonly name: IconName }): Html {
  return DRAWN[props.name];
}

/** Drawn once: a list of cards has some seventy of them. */
const DRAWN = Object.fromEntries(Object.entries(ICONS).map(([name, line]) => [name, draw(line)])) as Readonly<
  Record<IconName, Html>
>;

function draw(line: string): Html {
  return (
    <svg class="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={line} />
    </svg>
  );
}
