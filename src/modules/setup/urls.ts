import { path } from '../../platform/web/path.ts';
import type { StepName } from './rules/steps.ts';

export const setupPlace = path('/kom-godt-i-gang');
export const stepPlace = path('/kom-godt-i-gang/:step');
export const skipPlace = path('/kom-godt-i-gang/:step/spring-over');
export const takeUpPlace = path('/kom-godt-i-gang/:step/tag-op');
/** What would be lost is said before (GET) it is done (POST). */
export const undoPlace = path('/kom-godt-i-gang/:step/fortryd');
/** No more on the front page. */
export const closePlace = path('/kom-godt-i-gang/luk');
export const peopleListPlace = path('/kom-godt-i-gang/folk/liste');
export const peopleFilePlace = path('/kom-godt-i-gang/folk/fil');
/** `breve-1.pdf`, `breve-2.pdf`, …, `plakat.pdf`. */
export const invitationPaperPlace = path('/kom-godt-i-gang/invitation/:paper');
export const printedPlace = path('/kom-godt-i-gang/invitation/printet');
export const mailTestPlace = path('/kom-godt-i-gang/tjek/mail');
export const mailCodePlace = path('/kom-godt-i-gang/tjek/kode');
/** The house's own picture, at an address that changes with it. */
export const logoPlace = path('/logo/:id');

const SLUGS: Readonly<Record<StepName, string>> = {
  house: 'hus',
  look: 'udseende',
  homes: 'boliger',
  people: 'folk',
  fund: 'pulje',
  invitation: 'invitation',
  checks: 'tjek',
};

export function stepHref(step: StepName) {
  return stepPlace({ step: SLUGS[step] });
}

export function slugOf(step: StepName): string {
  return SLUGS[step];
}

export function readStep(slug: string): StepName | null {
  return (Object.keys(SLUGS) as StepName[]).find((step) => SLUGS[step] === slug) ?? null;
}

/** Into the house where one practises. */
export const practicePlace = path('/kom-godt-i-gang/oevehuset');
/** In the practice house: be one of its people, and tell its story from the beginning. */
export const bePlace = path('/kom-godt-i-gang/vaer');
export const anewPlace = path('/kom-godt-i-gang/forfra');
