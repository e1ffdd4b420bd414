/** The addresses that the frame of every page leads to. The web platform and the sign-in answer them. */
export const FRAME_PATHS = {
  home: '/',
  turn: '/din-tur',
  signIn: '/log-ind',
  /** POST. */
  signOut: '/log-ud',
  /** POST `language` and `back`. */
  language: '/sprog',
  settings: '/min-side',
  about: '/om',
  contact: '/kontakt',
  sendInvoice: '/faktura',
  accessibility: '/was',
  privacy: '/privatliv',
} as const;
