/** `2025-12-31`, in Denmark. */
export type On = string;

export interface Driving {
  readonly initiative: number;
  readonly who: number;
  readonly from: On;
  until: On | null;
}

export interface Initiative {
  readonly at: On;
  /** Departments by their number; none: everybody. */
  readonly places: readonly number[];
  readonly endsOn: On | null;
  readonly rests: { readonly from: On; until: On | null }[];
  end: { readonly done: boolean; readonly at: On } | null;
}

export type QuietSaid = 'going' | 'help' | 'rests' | 'held' | 'stopped';

export interface Held {
  readonly on: On;
  readonly last: On;
  readonly places: readonly number[];
  readonly open: boolean;
  cancelled: boolean;
  /** Null until somebody counted. */
  came: { readonly people: number; readonly known: number; readonly first: number } | null;
  readonly ways: Map<string, number>;
}

export interface Case {
  readonly at: On;
  readonly answerBy: On;
  readonly places: readonly number[];
  readonly sought: number;
  readonly answers: { readonly at: On; readonly yes: boolean; readonly amount: number; readonly late: boolean }[];
  readonly paid: { readonly at: On; readonly amount: number }[];
  /** Counted on the day it was first told, as it was told last. */
  told: { readonly at: On; came: number } | null;
}

/** What happened in a house, as somebody at the window wrote it down: plain lists, the oldest first. */
export class Diary {
  readonly initiatives: Initiative[] = [];
  readonly drivings: Driving[] = [];
  readonly ideas: {
    readonly at: On;
    readonly place: number | null;
    answered: { readonly at: On; readonly became: boolean } | null;
  }[] = [];
  readonly questions: {
    readonly initiative: number;
    readonly asked: On;
    answer: { readonly at: On; readonly said: QuietSaid } | null;
  }[] = [];
  readonly events: Held[] = [];
  /** Each home or contact once a month, with the department that the home lies in. */
  readonly visits: { readonly month: On; readonly mark: string; readonly place: number | null }[] = [];
  readonly jobs: { readonly at: On; readonly by: number; readonly places: readonly number[] }[] = [];
  readonly done: {
    readonly at: On;
    readonly job: number;
    readonly helper: string;
    readonly minutes: number;
    readonly asked: boolean;
  }[] = [];
  readonly asks: { readonly at: On; readonly job: number; answer: 'yes' | 'no' | 'smaller' | null }[] = [];
  readonly cases: Case[] = [];
  readonly cards: { readonly at: On }[] = [];
  readonly takings: { readonly at: On; readonly card: number; readonly places: readonly number[] }[] = [];
  readonly doings: { readonly at: On; readonly card: number }[] = [];
  readonly workshops: { readonly on: On; readonly tables: number }[] = [];
  readonly recommendations: { readonly on: On; readonly panel: number; answered: boolean }[] = [];
  readonly roles: { readonly role: string; readonly place: number; readonly from: On; until: On | null }[] = [];
  /** Counted on the day they were first published, while they are out. */
  readonly stories: { readonly at: On; readonly places: readonly number[]; out: boolean }[] = [];
  /** `4jy`: very good, met somebody, would help; "-" where a question was left out. */
  readonly evaluations: {
    readonly on: On;
    readonly places: readonly number[];
    readonly answers: readonly string[];
    ended: boolean;
  }[] = [];
  readonly plans: { readonly due: On; readonly states: { readonly at: On; readonly over: boolean }[] }[] = [];
}
