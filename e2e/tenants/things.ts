import { randomBytes, randomUUID } from 'node:crypto';

/** What an address or a form can point at. */
export type Thing =
  | 'initiative'
  | 'ask'
  | 'step'
  | 'idea'
  | 'person'
  | 'role'
  | 'duty'
  | 'tenancy'
  | 'department'
  | 'building'
  | 'organisation'
  | 'outgoing'
  | 'import'
  | 'application'
  | 'question'
  | 'fund'
  | 'fundMeeting'
  | 'fundLetter'
  | 'photo'
  | 'policy'
  | 'period'
  | 'invoice'
  | 'invoiceLetter'
  | 'mailIn'
  | 'payment'
  | 'batch'
  | 'wish'
  | 'passkey'
  | 'identity'
  | 'copy'
  | 'token'
  | 'webhook'
  | 'gathering'
  | 'guest'
  | 'note'
  | 'paper'
  | 'sentCopy'
  | 'receivedCopy'
  | 'taskJob'
  | 'task'
  | 'taskAsk'
  | 'doorRound'
  | 'catalogueCard'
  | 'homeCard'
  | 'proposedCard'
  | 'catalogueEdition'
  | 'catalogueRemark'
  | 'cataloguePhoto'
  | 'catalogueQuestion'
  | 'outsideFunding'
  | 'story'
  | 'sentStory'
  | 'draftStory'
  | 'picturedStory'
  | 'storyPhoto'
  | 'toldInitiative'
  | 'strategyVersion'
  | 'strategyDraft'
  | 'strategyArea'
  | 'strategyPlan'
  | 'strategyMetric'
  | 'wheelItem'
  | 'panel'
  | 'panelApplication'
  | 'panelDraw'
  | 'panelMeeting'
  | 'panelQuestion'
  | 'panelRecommendation'
  | 'panelCode'
  | 'event'
  | 'eventSignUp'
  | 'eventDuty'
  | 'eventNotice'
  | 'answeredEvent'
  | 'evaluatedEvent'
  | 'evaluationAnswer'
  | 'evaluationCode'
  | 'eventCode'
  | 'workshop'
  | 'workshopTable'
  | 'workshopSheet'
  | 'workshopPhoto'
  | 'insight'
  | 'workshopWords'
  | 'workshopInvitation'
  | 'quote'
  | 'pledge'
  | 'choice'
  | 'joinedInitiative'
  | 'interest'
  | 'programmePoint'
  | 'pledgeCode'
  | 'invitationCode'
  | 'taskAskCode'
  | 'quietCode'
  | 'workshopCode'
  | 'tableCode'
  | 'guestCode'
  | 'mail'
  | 'ideaCode'
  | 'feedCode'
  | 'apiToken'
  | 'stopToken'
  | 'linkToken'
  | 'homeCode'
  | 'caseCode'
  | 'slipCode'
  | 'cardCode'
  | 'invoiceCode';
export type Things = Readonly<Record<Thing, string>>;

/** How a route is asked: what its parameters are, and what its query and its form can name. */
export interface Asked {
  /** `=2026` is that word, the same in every house. */
  readonly params?: Readonly<Record<string, Thing | `=${string}`>>;
  /** Values in braces are things: `{department}`. */
  readonly query?: Readonly<Record<string, string>>;
  readonly fields?: Readonly<Record<string, string>>;
}

/** Things that nobody has, of the same shape. */
export function madeUpThings(): Things {
  const ids = ['initiative', 'ask', 'step', 'idea', 'person', 'role', 'duty', 'tenancy', 'department'] as const;
  const more = [
    'building',
    'organisation',
    'outgoing',
    'import',
    'application',
    'question',
    'fund',
    'fundMeeting',
    'fundLetter',
    'photo',
    'policy',
    'period',
    'invoice',
    'invoiceLetter',
    'mailIn',
    'payment',
    'batch',
    'wish',
    'passkey',
    'identity',
    'copy',
    'token',
    'webhook',
    'gathering',
    'guest',
    'note',
    'paper',
    'sentCopy',
    'receivedCopy',
    'workshop',
    'workshopTable',
    'workshopSheet',
    'workshopPhoto',
    'insight',
    'workshopWords',
    'workshopInvitation',
    'quote',
    'pledge',
    'choice',
    'joinedInitiative',
    'interest',
    'programmePoint',
    'taskJob',
    'task',
    'taskAsk',
    'doorRound',
    'catalogueCard',
    'homeCard',
    'proposedCard',
    'catalogueEdition',
    'catalogueRemark',
    'cataloguePhoto',
    'catalogueQuestion',
    'outsideFunding',
    'story',
    'sentStory',
    'draftStory',
    'picturedStory',
    'storyPhoto',
    'toldInitiative',
    'strategyVersion',
    'strategyDraft',
    'strategyArea',
    'strategyPlan',
    'strategyMetric',
    'wheelItem',
    'panel',
    'panelApplication',
    'panelDraw',
    'panelMeeting',
    'panelQuestion',
    'panelRecommendation',
    'event',
    'eventSignUp',
    'eventDuty',
    'eventNotice',
    'answeredEvent',
    'evaluatedEvent',
    'evaluationAnswer',
  ] as const;
  const token = (bytes: number) => randomBytes(bytes).toString('base64url');
  return {
    ...(Object.fromEntries([...ids, ...more].map((kind) => [kind, randomUUID()])) as Things),
    mail: 'findes.ikke.her@lyngbakken.test',
    ideaCode: token(15),
    feedCode: token(32),
    apiToken: `grobund_${token(30)}`,
    stopToken: token(28),
    linkToken: token(32),
    homeCode: 'MNPR-TUVW',
    taskAskCode: 'MNPRTUVWXY',
    quietCode: 'MNPRTUVWXZ',
    workshopCode: 'MNPRTUVW',
    tableCode: 'MNPRTUVX',
    pledgeCode: token(15),
    invitationCode: token(15),
    guestCode: 'MNPRT-UVWXY',
    caseCode: token(15),
    slipCode: 'K7QX4MTD9P',
    panelCode: 'K7QX4MTD9PWH',
    eventCode: 'K7QX4MTD9PWJ',
    evaluationCode: 'K7QX4MT9',
    cardCode: 'k7qm2r9dxwab',
    invoiceCode: token(15),
  };
}
