import { type Html, rawHtmlWeWroteOurselves } from '#jsx/jsx-runtime';

/**
 * Small drawings for cards and for empty pages. Each is 240 × 120 on the same ground line (y = 104), in the fills of
 * `drawings.css`, so that they follow light, dark and the organisation's colour.
 */
const GROUND =
  '<path class="fill-ground" d="M-240 106c90-2 160-8 240-2 40-8 80-8 120-4s80 2 120-2c80-4 150 4 240 4v24h-720z"/>';
const SUN = '<circle class="fill-sun" cx="206" cy="26" r="13"/>';
const CLOUD = '<path class="fill-cloud" d="M22 32a9 9 0 0 1 9-9 13 13 0 0 1 24 0 9 9 0 0 1 2 17H31a9 9 0 0 1-9-8z"/>';

const SCENES = {
  seedling: `${SUN}${CLOUD}${GROUND}
    <path class="fill-pot" d="M98 76h44l-5 30h-34z"/><path class="fill-roof" d="M94 70h52v9H94z"/>
    <path class="line-leaf" d="M120 70c0-14 0-22 1-32"/>
    <path class="fill-leaf" d="M120 56c-16 1-24-8-25-22 15-1 24 7 25 22zM121 46c0-15 8-25 24-26 2 15-7 26-24 26z"/>`,
  bench: `${CLOUD}${GROUND}
    <path class="line-trunk" d="M176 104V66"/><circle class="fill-leaf" cx="176" cy="48" r="27"/><circle class="fill-leaf-light" cx="166" cy="40" r="9"/>
    <path class="fill-wood" d="M64 66h78v7H64zM64 54h78v7H64zM60 80h86v8H60z"/><path class="line-wood" d="M72 54v50M134 54v50"/>
    <path class="fill-cat" d="M88 80c-2-11 3-16 9-16l1-7 5 4h4l5-4 1 9c3 3 4 8 3 14z"/><path class="line-cat" d="M116 78c7 1 10-4 9-10"/>`,
  table: `${GROUND}
    <path class="line-wood" d="M60 106 70 78M180 106l-10-28M120 104V78"/><path class="fill-cloth" d="M40 68h160l6 14H34z"/><path class="fill-wood" d="M44 64h152v7H44z"/>
    <path class="fill-roof" d="M68 46h26v10a8 8 0 0 1-8 8H76a8 8 0 0 1-8-8z"/><path class="line-steam" d="M76 40c-3-5 3-7 0-12M86 40c-3-5 3-7 0-12"/>
    <path class="fill-sky-deep" d="M116 50h12v14h-12zM136 54h10v10h-10z"/><circle class="fill-sun" cx="170" cy="56" r="8"/><circle class="fill-tegl" cx="160" cy="58" r="6"/>
    <path class="line-string" d="M-220 40C-140 46-40 6 6 18c36 16 74 16 114 4s80-10 114 4c50 20 120 20 220-6"/><path class="fill-sun" d="m40 27 12 2-8 11z"/><path class="fill-tegl" d="m74 29 12-1-5 12z"/><path class="fill-leaf" d="m108 25 12-3-3 13z"/><path class="fill-sky-deep" d="m144 18 12-1-5 13z"/><path class="fill-tegl" d="m186 17 12 1-8 11z"/>`,
  bicycle: `${SUN}${GROUND}
    <circle class="line-ink" cx="82" cy="82" r="23"/><circle class="line-ink" cx="156" cy="82" r="23"/>
    <path class="line-roof" d="M82 82 104 50h36L116 82zM104 50l12 32M140 50l16 32M98 44h14M140 50l-4-14h12"/><path class="fill-basket" d="M146 34h28l-4 18h-20z"/><path class="fill-leaf" d="M152 34c-2-9 4-14 9-15 3 6 2 12-2 15zM162 34c1-7 6-10 12-10 0 6-3 9-6 10z"/>`,
  flowerbed: `${SUN}${CLOUD}${GROUND}
    <path class="line-leaf" d="M70 94V62M100 94V48M132 94V58M164 94V66"/>
    <path class="fill-leaf" d="M70 84c-9 0-13-5-13-11 8 0 13 4 13 11zM100 80c9 0 13-5 13-11-8 0-13 4-13 11zM132 86c-9 0-13-5-13-11 8 0 13 4 13 11zM164 86c9 0 13-5 13-11-8 0-13 4-13 11z"/>
    <path class="fill-tegl" d="M58 52c4 4 8 4 12 0 4 4 8 4 12 0-1 10-5 15-12 15s-11-5-12-15z"/>
    <g class="fill-sun"><circle cx="100" cy="30" r="7"/><circle cx="109" cy="37" r="7"/><circle cx="106" cy="48" r="7"/><circle cx="94" cy="48" r="7"/><circle cx="91" cy="37" r="7"/></g><circle class="fill-wood" cx="100" cy="40" r="6"/>
    <circle class="fill-sky-deep" cx="132" cy="48" r="13"/><circle class="fill-sun" cx="132" cy="48" r="5"/><path class="fill-roof" d="M152 58c4 4 8 4 12 0 4 4 8 4 12 0-1 10-5 15-12 15s-11-5-12-15z"/>
    <path class="fill-wood" d="M40 92h160v16H40z"/><path class="line-plank" d="M80 92v16M120 92v16M160 92v16"/>`,
  mailbox: `${CLOUD}${GROUND}
    <path class="line-trunk" d="M120 104V74"/><path class="fill-roof" d="M86 42a16 16 0 0 1 16-16h38a16 16 0 0 1 16 16v34H86z"/><path class="fill-roof-dark" d="M86 42a16 16 0 0 1 32 0v34H86z"/>
    <path class="fill-cloud" d="M94 46h44v26H94z"/><path class="line-plank" d="m95 47 21 14 21-14"/><path class="fill-sun" d="M150 34h16v10h-12v10h-4z"/>
    <path class="fill-leaf" d="M178 104c-6-14 0-26 12-32 8 12 4 26-6 32zM60 104c8-8 8-18-2-28-9 8-9 20-2 28z"/>`,
  key: `${SUN}${GROUND}
    <path class="fill-wall" d="M66 104V54l36-30 36 30v50z"/><path class="fill-roof" d="m54 58 48-42 48 42-7 8-41-36-41 36z"/><path class="fill-roof-dark" d="M90 104V76a12 12 0 0 1 24 0v28z"/><circle class="fill-sun" cx="108" cy="90" r="2.5"/>
    <path class="line-sun" d="M176 78h32M200 78v10M190 78v8"/><circle class="line-sun" cx="166" cy="78" r="11"/>`,
  search: `${CLOUD}${GROUND}
    <path class="fill-wall" d="M40 104V64l22-18 22 18v40z"/><path class="fill-roof" d="m32 66 30-26 30 26-5 6-25-21-25 21z"/><path class="fill-window" d="M54 74h16v16H54z"/>
    <circle class="fill-window" cx="148" cy="58" r="27"/><circle class="line-ink" cx="148" cy="58" r="27"/><path class="line-wood-thick" d="m168 79 20 21"/><path class="fill-leaf" d="M148 72c-10-8-10-20 2-30 10 10 8 24-2 30z"/>`,
  coffee: `${CLOUD}${GROUND}
    <path class="fill-cloth" d="M40 84h160l6 12H34z"/><path class="fill-wood" d="M44 80h152v7H44z"/><path class="line-wood" d="M62 106V90M178 106V90"/>
    <path class="fill-roof" d="M92 40h38l6 40H86z"/><path class="fill-roof-dark" d="M96 32h30l4 9H92z"/><path class="line-roof" d="M134 50c18-4 20 20 2 20M90 48l-14-8"/><path class="line-steam" d="M104 26c-3-5 3-7 0-12M118 26c-3-5 3-7 0-12"/>
    <path class="fill-sun" d="M150 64h22v8a8 8 0 0 1-8 8h-6a8 8 0 0 1-8-8z"/><path class="fill-tegl" d="M52 66h20v7a7 7 0 0 1-7 7h-6a7 7 0 0 1-7-7z"/><path class="line-steam" d="M160 58c-2-4 2-5 0-9"/>`,
  fire: `${GROUND}
    <circle class="fill-sun-pale" cx="120" cy="74" r="46"/><path class="fill-tegl" d="M120 28c16 18 28 30 26 48a26 26 0 0 1-52 2c-1-12 6-18 10-26 3 5 5 7 8 9 4-12 2-22 8-33z"/><path class="fill-sun" d="M120 60c8 10 14 16 12 26a13 13 0 0 1-25 0c-1-6 3-10 6-14 2 2 3 3 4 4 2-6 1-10 3-16z"/>
    <path class="line-wood-thick" d="m84 104 72-12M84 92l72 12"/><path class="fill-wood" d="M28 84h38v7H28zM174 84h38v7h-38z"/><path class="line-wood" d="M36 91v14M58 91v14M182 91v14M204 91v14"/>`,
  tree: `${SUN}${CLOUD}${GROUND}
    <path class="line-trunk" d="M120 106V64"/><circle class="fill-leaf" cx="120" cy="48" r="34"/><circle class="fill-leaf" cx="94" cy="60" r="20"/><circle class="fill-leaf" cx="147" cy="60" r="20"/><circle class="fill-leaf-light" cx="108" cy="38" r="12"/>
    <g class="fill-tegl"><circle cx="100" cy="58" r="6"/><circle cx="126" cy="34" r="6"/><circle cx="142" cy="54" r="6"/><circle cx="118" cy="66" r="6"/><circle cx="88" cy="102" r="6"/><circle cx="160" cy="103" r="6"/></g>
    <path class="fill-basket" d="M170 88h30l-4 18h-22z"/>`,
  barrel: `${CLOUD}${GROUND}
    <path class="fill-wall" d="M40 20h44v86H40z"/><path class="fill-window" d="M52 38h20v24H52z"/><path class="line-ink" d="M94 18v30"/><path class="fill-sky-deep" d="M84 52h46l-4 54H88z"/><path class="line-ink" d="M85 66h44M87 90h40"/><path class="line-roof" d="M128 94h10"/>
    <path class="fill-sky-deep" d="M170 30c6 9 9 13 9 18a9 9 0 0 1-18 0c0-5 3-9 9-18zM198 56c4 6 6 9 6 12a6 6 0 0 1-12 0c0-3 2-6 6-12zM148 62c4 6 6 9 6 12a6 6 0 0 1-12 0c0-3 2-6 6-12z"/>
    <path class="fill-leaf" d="M168 104c-6-12 0-22 10-28 8 10 4 22-4 28zM190 104c6-9 14-11 22-8-3 9-11 13-22 8z"/>`,
  tools: `${SUN}${GROUND}
    <path class="fill-wood" d="M70 74h100v32H70z"/><path class="line-plank" d="M70 90h100"/><path class="line-wood" d="M96 74V62h48v12"/><path class="fill-sun" d="M112 82h16v10h-16z"/>
    <path class="line-wood-thick" d="M60 100 44 58"/><path class="fill-roof" d="m34 46 22-8 5 12-22 8z"/><path class="line-wood-thick" d="m186 102 14-44"/><path class="fill-sky-deep" d="m192 34 16 5-5 20-13-4z"/>`,
  bee: `${SUN}${CLOUD}${GROUND}
    <path class="fill-roof" d="m64 50 46-28 46 28-5 7-41-25-41 25z"/><path class="fill-wood" d="M74 52h72v54H74z"/><g class="fill-roof-dark"><circle cx="88" cy="66" r="5"/><circle cx="104" cy="62" r="5"/><circle cx="120" cy="66" r="5"/><circle cx="134" cy="74" r="5"/><circle cx="92" cy="84" r="5"/><circle cx="110" cy="82" r="5"/><circle cx="126" cy="90" r="5"/><circle cx="88" cy="99" r="4"/></g>
    <g><ellipse class="fill-sun" cx="188" cy="60" rx="13" ry="9"/><path class="line-ink" d="M184 52v16M192 52v16"/><ellipse class="fill-sky-pale" cx="184" cy="49" rx="6" ry="8"/><ellipse class="fill-sky-pale" cx="194" cy="49" rx="6" ry="8"/></g>`,
} as const;

export type SceneName = keyof typeof SCENES;

/** A drawing that says nothing aloud: the words beside it do. */
export function Scene(props: { readonly name: SceneName }): Html {
  return DRAWN[props.name];
}

const DRAWN = Object.fromEntries(Object.entries(SCENES).map(([name, inside]) => [name, draw(inside)])) as Readonly<
  Record<SceneName, Html>
>;

function draw(inside: string): Html {
  const tight = inside.replaceAll(/\n\s*/g, '');
  return rawHtmlWeWroteOurselves(
    `<svg class="scene" viewBox="0 0 240 120" width="240" height="120" preserveAspectRatio="xMidYMax meet" aria-hidden="true" focusable="false">${tight}</svg>`,
  );
}
