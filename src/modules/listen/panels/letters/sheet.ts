import { formatDayWithWeekday, formatPhone } from '../../../../kernel/format.ts';
import type { Language } from '../../../../kernel/language.ts';
import type { SheetField, SheetPart, SheetSpec } from '../../../../platform/documents/spec.ts';
import type { Panel } from '../rules/panel.ts';
import { LANGUAGES, TENURES } from '../rules/people.ts';
import { groupsText } from '../text/groups.ts';
import { joinText } from '../text/join.ts';
import { sheetText } from '../text/sheet.ts';

/** Of more departments than these the name is written. */
const MOST_BOXES = 12;
/** Longer ones stand on the poster: this is one page. */
const MOST_PURPOSE = 600;

/** The questions of the sign-up form on one page, empty for a pen. */
export function signUpSheet(
  panel: Panel,
  departments: readonly string[],
  { language, phone }: { readonly language: Language; readonly phone: string },
): SheetSpec {
  const words = sheetText(language);
  const asks = joinText(language);
  const groups = groupsText(language);
  const number = phone && formatPhone(phone).replaceAll(' ', '\u00a0');
  const until = panel.closesOn ? formatDayWithWeekday(panel.closesOn, language) : '';
  return {
    kind: 'sheet',
    language,
    title: panel.name,
    over: words.over[panel.kind],
    facts: [],
    intro: [...(panel.purpose.length > MOST_PURPOSE ? [] : [panel.purpose]), words.intro(until, number)].join('\n\n'),
    parts: [
      row(pen(asks.name), pen(asks.birthYear, 1, asks.birthYearHint)),
      row(pen(asks.address)),
      ...departmentPart(departments, language),
      choices(
        asks.tenure,
        TENURES.map((one) => groups.tenure[one]),
      ),
      choices(
        asks.language,
        LANGUAGES.map((one) => groups.language[one]),
      ),
      row(pen(asks.phone, 1, words.reachHelp), pen(asks.email)),
      row(pen(words.optional(asks.why), 4, asks.whyHint)),
      row(pen(words.optional(asks.diet))),
      row(pen(words.optional(asks.access), 1, asks.accessHint)),
      ...(panel.boardLimit === null ? [] : [choices(words.board, [asks.onBoard])]),
      choices(
        words.consent,
        [asks.consent],
        `${asks.consentText(panel.unchosenMonths, panel.memberMonths)} ${panel.kind === 'drawn' ? asks.consentPublic : ''}`,
      ),
      row(pen(words.signed)),
    ],
    foot: words.foot,
  };
}

function departmentPart(departments: readonly string[], language: Language): readonly SheetPart[] {
  const { department, departmentHint } = joinText(language);
  if (departments.length === 0) return [];
  return [
    departments.length > MOST_BOXES
      ? row(pen(department, 1, departmentHint))
      : choices(department, departments, departmentHint),
  ];
}

function pen(label: string, room = 1, help: string | null = null): SheetField {
  return { label, help, text: null, room };
}

function row(...fields: readonly SheetField[]): SheetPart {
  return { kind: 'fields', fields };
}

function choices(label: string, options: readonly string[], help: string | null = null): SheetPart {
  return { kind: 'choices', label, help, options };
}
