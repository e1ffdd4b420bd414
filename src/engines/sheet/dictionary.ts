/**
 * The 248 pictures that a marker can show: 6 by 6 cells each, no two alike in more than 25 of them however they are turned, so
 * that five cells can be misread and the marker is still known. Found by a seeded search (Mulberry32, seed 20, words of 12 to
 * 24 dark cells, taken when at least 11 cells away from every one before and from itself turned). Frozen: paper that is
 * printed is out in the world.
 */
const WORDS = `
a5e8cb0a7 c5c329338 d753ee606 c738b6e3f ecacb5766 8c294fae4 7c0a86ad5 32a8d8323 b110aff5d 987c427b7 53b3e619b
00854733b b5590eb62 d67be54b0 96ba93852 4f6b9a89e 2bb0a62e0 127d452e5 1d0bbe4d1 a6a830e18 4d582196c dd02bed07
7ad9b7894 9e19ef138 eb1f2f79c b4fd8060e e3fbfaba8 533fc664f 9bb635b06 a174a4517 6e0389c80 b61e0b1aa 695b302fc
94d750778 44b18343d b3681dff4 d70c19414 b63eddae4 1532bb68e 14a73858a 3e1f628c2 d2509549d 484484f8a 303e0deb3
f0e68e348 a183eb4b2 74c97c806 dbc2e2bc0 f9528340a 77231840f 067c80f25 e361250c5 bcabb2df7 c7a9c8f43 738b0247a
c482807fe 3e5072f9e ae4d041f0 6c18e5e12 f6d8a4ee9 4dc23ae4e d28600915 06fbf605c 9ebb35d6a 0b2d0954b 888129e9d
296964a59 e30c368eb 82de426da af79428b6 317af71b5 b8ff3ad18 0065dd514 29dde8f35 96259d937 b661859e9 343fc2d3b
6b245715f 3a0317dfe 0723a3c13 56df275fb dfb1c10dc 54847a669 5877fb732 9c33f79dc d872fe2e4 346e565d1 025256e01
7bb587427 e401f2c38 943cdc76b d70906d30 d57550c06 63f1f5216 e6a6ed84e 960ff3543 26908c856 ce6ebff00 32e1202bd
64ee15ab4 cd6bf6763 7b6ffd2c5 dc70c338b 141631f32 cbba206f5 89769e4c9 9ed05002c 599b6ea5d 13adf0887 0c1bd41e0
54f86fff2 a131d7f13 cf9f7aa36 39166e262 9703782f3 29429d7db 4e434afe3 4cd21f8f6 c3edaae2d 2f23eb12d 66de92718
d0af6eea3 b82d5b184 1e8c36d90 e605dbb5d 3c31a601f 3eee59bc8 ad4199570 3b4602871 15e35d972 1f3616a3a 7ca400fdc
c53c4e9fb 12c91abc0 49c5355d6 bb5b4dcc1 334802689 9988397e0 cf52afd71 c9d77a6fb 17dfaa08e fd6c65c44 381fa80a9
f0d219822 61c2b2a25 29e2a8c93 93ee4c399 ee6370646 edccfe4c0 0e9bf9e46 9ee338f74 7a888322e 46ad8c918 3ea94464f
f04ff2b2b 7d135a0a6 ba6288ccd 2285a2df3 46f6eba18 5e375bb2c 968d7a11d 99cab9b5d 4bb137bdc dc8538a92 b572fa33a
8219520a3 713037cb0 8fb382506 90f1b436f 227c4eb48 09cc7c56d 113ac8e7c c9a488b75 d10ffd53a 1654f84fa ed38d76dd
e41c6e251 ef55a4dc4 6f6546f7a ca19e8b65 5b783f4ab de51da9f0 85fea58ee 22e62e3a3 a271f70ea fbf11eea6 fd1420888
56071e1a5 57185600e 2aecc4595 8dead4c55 67b432727 8277b9d0e 1b033aa01 5c2a0b7c9 b3b2e15c6 5805623c4 f8c3b33be
41cbfb9fb 81ac69904 af0b8ea25 2220bb147 a96d55332 63d2870b3 f749b620d d098b5dc6 4aaf3b7b9 38a49e0dd c7708808f
49e89878c 421a1bf94 58dda42f1 488136d2f 8a7b1d492 1a8e1fadb d0e863bcd c78791722 f0e3d5624 7eb277632 d25c64e4e
817dba83a 03e3cf5c5 d829f021d 200afe8fc 8c17f2cef dc6d7147a 22d5409a8 a0c61b73a c47b1cf68 7d92e8603 961b52d8c
ed19cc2c6 e4becea8d 710574275 6f8b5c8e1 93b0fdea0 ba3381287 73e667496 f7e43b473 a68438ae1 34aa60264 17fd00ada
8ea0efd36 4ce24e3bc a6b484fbb 26bb380e8 f524e3b1e 7f28a96c6
`;

/** Cells along a marker's side, the black edge not counted. */
export const CELLS = 6;
/** Cells that differ, at least, between any two markers and any two turns of one. */
export const DISTANCE = 11;

/** One marker's cells row by row from the top left; true is dark. */
export type Cells = readonly boolean[];

/** By id, from 0. */
export const markers: readonly Cells[] = WORDS.trim().split(/\s+/).map(cellsOf);

/** A quarter turn clockwise. */
export function turned(cells: Cells): Cells {
  return cells.map((_, at) => cells[(CELLS - 1 - (at % CELLS)) * CELLS + Math.floor(at / CELLS)] === true);
}

/** In how many cells two pictures differ. */
export function distance(one: Cells, other: Cells): number {
  return one.reduce((sum, cell, at) => sum + (cell === other[at] ? 0 : 1), 0);
}

function cellsOf(word: string): Cells {
  return [
    ...BigInt(`0x${word}`)
      .toString(2)
      .padStart(CELLS * CELLS, '0'),
  ].map((bit) => bit === '1');
}
