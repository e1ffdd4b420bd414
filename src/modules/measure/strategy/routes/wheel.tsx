import { yearOf } from '../../../../kernel/day.ts';
import { readId } from '../../../../kernel/id.ts';
import { readForm } from '../../../../platform/web/form.ts';
import { FileLinks, listFile, onePage, wantedFile } from '../../../../platform/web/list-file.tsx';
import { missing, type Visit, type Web } from '../../../../platform/web/web.ts';
import { staff } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { mayWrite } from '../access.ts';
import { addWheelItem, dropWheelItem, wheelOf } from '../commands/wheel.ts';
import { wheelForm } from '../forms.ts';
import type { WheelDay } from '../rules/wheel.ts';
import { evaluationText } from '../text/evaluation.ts';
import { removeWheelPlace, wheelPlace } from '../urls.ts';
import { WheelPage } from '../views/wheel.tsx';
import { trailTo } from './seen.ts';
import { insiders } from './versions.tsx';

export function wheelRoutes(web: Web): void {
  web.get(wheelPlace, insiders, (visit) => page(visit));
  web.post(wheelPlace, staff, add);
  web.post(removeWheelPlace, staff, remove);
}

async function page(visit: Visit, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, query } = visit;
  const now = yearOf(tx.today);
  const years = [now - 1, now, now + 1];
  const year = years.find((one) => String(one) === query.get('aar')) ?? now;
  const days = await wheelOf(tx, year);
  const words = evaluationText(language);
  const format = wantedFile(query);
  if (format) {
    return listFile(visit, format, {
      title: words.wheelYear(year),
      columns: [
        [words.wheelOn, ({ on }: WheelDay) => ({ day: on })],
        [words.wheelName, ({ kind, title }) => words.wheelDays[kind](title)],
      ],
      ...onePage(days),
    });
  }
  return visit.page(
    { title: words.wheelYear(year), trail: trailTo(visit), wide: true, status: problems ? 422 : 200 },
    <>
      <WheelPage
        language={language}
        today={tx.today}
        year={year}
        years={years}
        days={days}
        mayWrite={mayWrite(actor)}
        problems={problems}
      />
      <FileLinks language={language} query={query} />
    </>,
  );
}

async function add(visit: Visit): Promise<Response> {
  const { tx, language, form } = visit;
  const read = readForm(wheelForm(language), form);
  if (!read.ok) return page(visit, read.refusal);
  await addWheelItem(tx, read.value);
  return visit.redirect(wheelPlace({}, { aar: yearOf(read.value.on) }), evaluationText(language).wheelSaved);
}

type WithItem = Omit<Visit, 'params'> & { readonly params: { readonly item: string } };

async function remove(visit: WithItem): Promise<Response> {
  const id = readId(visit.params.item) ?? missing();
  if (!(await dropWheelItem(visit.tx, id))) missing();
  return visit.redirect(wheelPlace({}), evaluationText(visit.language).wheelRemoved);
}
