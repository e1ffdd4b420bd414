import { personIdOf } from '../../../../kernel/actor.ts';
import { readId } from '../../../../kernel/id.ts';
import { zip } from '../../../../platform/files/zip.ts';
import { problemIn } from '../../../../platform/web/form.ts';
import { missing, type Web } from '../../../../platform/web/web.ts';
import { anyone, signedIn } from '../../../../platform/web/who.ts';
import type { FormProblems } from '../../../../ui/forms/problems.ts';
import { departmentNames, displayNames } from '../../../housing/public.ts';
import { askDraw, press, stopDraw, throwDice } from '../commands/drawing.ts';
import { sawApplicants } from '../commands/joining.ts';
import { callReserve } from '../commands/reserves.ts';
import { selectionNote } from '../letters/papers.ts';
import { proofFiles } from '../letters/proof.ts';
import {
  agreed,
  DRAW_KINDS,
  type DrawKind,
  type DrawRow,
  drawnOf,
  isPublic,
  mainDraw,
  readDice,
} from '../rules/draw.ts';
import type { Panel } from '../rules/panel.ts';
import { holdsSeat } from '../rules/people.ts';
import { applicationsOf } from '../store/applications.ts';
import { drawById, drawsOf } from '../store/draws.ts';
import { selectorsOf } from '../store/panels.ts';
import { calledReserves } from '../store/places.ts';
import { drawText } from '../text/draw.ts';
import { lettersText } from '../text/letters.ts';
import {
  applicantPlace,
  dicePlace,
  drawPlace,
  drawsPlace,
  drumPlace,
  notePlace,
  pressPlace,
  proofPlace,
  reservePlace,
  stopDrawPlace,
} from '../urls.ts';
import { DrawPage } from '../views/draw.tsx';
import { DrawsPage } from '../views/draws.tsx';
import { DrumPage } from '../views/drum.tsx';
import { type Of, paper, seen, seenBy, trailTo } from './seen.ts';

type OfDraw = Of<{ readonly draw: string }>;

/** Drawing lots: asking, looking, pressing, and the drum in front of everybody. */
export function drawingRoutes(web: Web): void {
  web.get(drawsPlace, signedIn, (visit) => drawsPage(visit));
  web.post(drawsPlace, signedIn, postDraw);
  web.post(reservePlace, signedIn, postReserve);
  web.get(drawPlace, signedIn, (visit) => drawPage(visit));
  web.post(stopDrawPlace, signedIn, postStop);
  web.post(pressPlace, signedIn, postPress);
  web.post(dicePlace, signedIn, postDice);
  web.get(notePlace, signedIn, note);
  web.get(drumPlace, anyone, (visit) => drumPage(visit));
  web.get(proofPlace, anyone, proof, { rate: { times: 20, minutes: 10 } });
}

async function drawsPage(visit: Of, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const panel = await seenBy(visit, 'select');
  if (panel.kind === 'open') missing();
  const [draws, all, selectors] = await Promise.all([
    drawsOf(tx, panel.id),
    applicationsOf(tx, panel.id),
    selectorsOf(tx, panel.id),
  ]);
  const main = mainDraw(draws);
  const view = DrawsPage({
    language,
    panel,
    draws,
    // Draws from before there were reserves have none.
    reserves: main !== null && main.reserveKey !== null,
    free: panel.seats - all.filter(holdsSeat).length,
    drawn: all.some(({ place }) => place),
    selectors: selectors.length,
    problems,
  });
  const title = drawText(language).title;
  return page({ title, trail: trailTo(visit, panel), wide: true, status: problems ? 422 : 200 }, view);
}

async function postDraw(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const words = drawText(language);
  const kind = DRAW_KINDS.find((one) => one === form.get('kind')) ?? ('test' satisfies DrawKind);
  const asked = await askDraw(tx, panel.id, kind);
  if (!asked.ok) return drawsPage(visit, problemIn(form, '', words.refusals[asked.refusal]));
  return visit.redirect(drawPlace({ id: panel.id, draw: asked.value }), words.asked);
}

async function postReserve(visit: Of): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const words = drawText(language);
  const called = await callReserve(tx, panel.id);
  if (!called.ok) return drawsPage(visit, problemIn(form, '', words.reserveRefusals[called.refusal]));
  return visit.redirect(applicantPlace({ id: panel.id, person: called.value.id }), words.reserveCalled);
}

async function drawIn({ tx, params }: Pick<OfDraw, 'tx' | 'params'>, panel: Panel): Promise<DrawRow> {
  const id = readId<'panel_draw'>(params.draw) ?? missing();
  const draw = (await drawById(tx, id)) ?? missing();
  return draw.panelId === panel.id ? draw : missing();
}

async function drawPage(visit: OfDraw, problems?: FormProblems): Promise<Response> {
  const { tx, actor, language, page } = visit;
  const panel = await seenBy(visit, 'select');
  const draw = await drawIn(visit, panel);
  const drawn = new Set(drawnOf(draw).map(({ id }) => id as string));
  const people = drawn.size > 0 ? (await applicationsOf(tx, panel.id)).filter(({ id }) => drawn.has(id)) : [];
  await sawApplicants(tx, panel.id, people, 'list');
  const refs = draw.presses.map(({ personId }) => ({ kind: 'person' as const, id: personId }));
  const names = await displayNames(tx, refs, language);
  const view = DrawPage({
    language,
    panel,
    draw,
    pressers: refs.map(({ id }) => names.get(`person:${id}`) ?? ''),
    pressed: draw.presses.some(({ personId }) => personId === personIdOf(actor)),
    selectors: (await selectorsOf(tx, panel.id)).length,
    drawn: people.map(({ id, name }) => ({ id, name })),
    departments: await departmentNames(tx),
    problems,
  });
  const words = drawText(language);
  const trail = [...trailTo(visit, panel), { href: drawsPlace({ id: panel.id }), label: words.title }];
  return page({ title: words.kinds[draw.kind], trail, unlisted: true, status: problems ? 422 : 200 }, view);
}

async function postStop(visit: OfDraw): Promise<Response> {
  const panel = await seenBy(visit, 'select');
  const words = drawText(visit.language);
  const draw = await drawIn(visit, panel);
  if (!(await stopDraw(visit.tx, draw.id))) return drawPage(visit, problemIn(visit.form, '', words.stopTooLate));
  return visit.redirect(drawsPlace({ id: panel.id }), words.stopped);
}

async function postPress(visit: OfDraw): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const draw = await drawIn(visit, panel);
  const words = drawText(language);
  const pressed = await press(tx, draw.id);
  if (!pressed.ok) {
    const message = pressed.refusal === 'pressed' ? words.pressedAlready : words.notReady;
    return drawPage(visit, problemIn(form, '', message));
  }
  const said = pressed.value === 'drawn' ? words.drawnNow : words.oneMore;
  return visit.redirect(drawPlace({ id: panel.id, draw: draw.id }), said);
}

async function postDice(visit: OfDraw): Promise<Response> {
  const { tx, language, form } = visit;
  const panel = await seenBy(visit, 'select');
  const draw = await drawIn(visit, panel);
  const words = drawText(language);
  const number = readDice(String(form.get('dice') ?? ''));
  if (number === null) return drumPage(visit, problemIn(form, 'dice', words.diceUnreadable));
  const thrown = await throwDice(tx, draw.id, number);
  if (!thrown.ok) return drumPage(visit, problemIn(form, 'dice', words.notReady));
  const said = thrown.value === 'drawn' ? words.drawnNow : words.diceTaken;
  return visit.redirect(drumPlace({ id: panel.id, draw: draw.id }), said);
}

async function note(visit: OfDraw): Promise<Response> {
  const { tx, language } = visit;
  const { panel, may } = await seen(visit);
  if (!may.seeComposition) missing();
  const draw = await drawIn(visit, panel);
  if (draw.number === null) missing();
  const two = agreed(draw.throws) ?? draw.presses;
  const people = two.length > 0 ? two.map(({ personId }) => personId) : await selectorsOf(tx, panel.id);
  const names = await displayNames(
    tx,
    people.map((id) => ({ kind: 'person' as const, id })),
    language,
  );
  const before = await drawsOf(tx, panel.id);
  const spec = selectionNote(panel, draw, {
    selectors: people.map((id) => names.get(`person:${id}`) ?? ''),
    givenUp: before.filter((one) => isPublic(one) && one.state === 'stopped' && one.askedAt < draw.askedAt).length,
    departments: await departmentNames(tx),
    language,
    today: tx.today,
  });
  return paper(visit, spec, lettersText(language).note.title(panel.name));
}

/** A draw for seats, once its list is fixed; missing before, and where nobody is to be chosen. */
async function publicDraw(
  visit: OfDraw,
): Promise<{ readonly panel: Panel; readonly draw: DrawRow; readonly may: boolean }> {
  const { panel, may } = await seen(visit);
  const draw = await drawIn(visit, panel);
  return isPublic(draw) ? { panel, draw, may: may.select } : missing();
}

async function drumPage(visit: OfDraw, problems?: FormProblems): Promise<Response> {
  const { tx, language, page } = visit;
  const { panel, draw, may } = await publicDraw(visit);
  const called = await calledReserves(tx, draw.id);
  const thrower = may ? personIdOf(visit.actor) : null;
  const selectors = (await selectorsOf(tx, panel.id)).length;
  const view = DrumPage({ language, panelId: panel.id, draw, called, thrower, selectors, problems });
  const title = drawText(language).drumTitle(panel.name);
  return page({ title, trail: trailTo(visit, panel), wide: true, status: problems ? 422 : 200 }, view);
}

async function proof(visit: OfDraw): Promise<Response> {
  const { tx, language } = visit;
  const { panel, draw, may } = await publicDraw(visit);
  const called = await calledReserves(tx, draw.id);
  const name = `${drawText(language).proofName}-${draw.listHash?.slice(0, 8) ?? ''}.zip`;
  const over = panel.endedOn !== null;
  const departments = await departmentNames(tx);
  const files = proofFiles(draw, { language, departments, answers: may, called, over });
  return visit.file({ bytes: zip(files), type: 'application/zip', name });
}
