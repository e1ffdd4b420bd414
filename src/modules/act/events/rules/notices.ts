import type { Id } from '../../../../kernel/id.ts';

/** What those who signed up are told of. */
export type NoticeKind = 'cancelled' | 'moved' | 'seat' | 'reminder';

/** Somebody who is to be told by hand. */
export interface ToTell {
  readonly id: Id<'event_notice'>;
  readonly signUpId: Id<'event_sign_up'>;
  readonly kind: NoticeKind;
  readonly name: string;
  readonly home: string;
  readonly phone: string | null;
  readonly number: number;
}

/** How many have been told, and how many not, by what they are told. */
export interface Told {
  readonly kind: NoticeKind;
  readonly sent: number;
  readonly byHand: number;
  readonly waiting: number;
}
