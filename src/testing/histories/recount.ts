import type { Model } from './model.ts';
import { ACT } from './recount/act.ts';
import { AFTERWARDS } from './recount/afterwards.ts';
import { REST } from './recount/rest.ts';
import { SPINE } from './recount/spine.ts';

/** Every figure as somebody would count it by hand in the diary, by its code. */
export const RECOUNTS: Readonly<Record<string, Model>> = { ...SPINE, ...ACT, ...REST, ...AFTERWARDS };
