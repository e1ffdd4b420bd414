import { formatOre, toOre } from '../../../kernel/money.ts';
import type { Telling } from '../../../platform/journal/journal.ts';
import type { TurnKinds } from '../../turns/public.ts';
import { threadText } from './text/thread.ts';
import { exportPlace, paymentPlace } from './urls.ts';

/** What a payment can want of a person. */
export const paymentsTurns: TurnKinds = {
  'payment.approve': {
    sentence(telling) {
      const { step } = telling.facts;
      const say = words(telling);
      const sentence = step === 'only' ? say.turnOnly : step === 'first' ? say.turnFirst : say.turnSecond;
      return sentence(number(telling), amount(telling));
    },
    action: (language) => threadText(language).turnApproveAction,
    place: ({ id }) => paymentPlace({ id }),
    errand: true,
  },
  'payment.export': {
    sentence: (telling) => words(telling).turnExport,
    action: (language) => threadText(language).turnExportAction,
    place: () => exportPlace({}),
    errand: true,
  },
  'payment.bounced': {
    sentence: (telling) => words(telling).turnBounced(number(telling), amount(telling)),
    action: (language) => threadText(language).turnBouncedAction,
    place: ({ id }) => paymentPlace({ id }),
    errand: true,
    instant: true,
  },
};

function words(telling: Telling) {
  return threadText(telling.language);
}

function number({ facts }: Telling): string {
  return String(facts.number ?? '');
}

function amount({ facts, language }: Telling): string {
  return formatOre(toOre(Number(facts.amount ?? 0)), language);
}
