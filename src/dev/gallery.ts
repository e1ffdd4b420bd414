import type { Language } from '../kernel/language.ts';
import { eventsGallery } from '../modules/act/events/gallery.tsx';
import { addressListsGallery } from '../modules/address-lists/gallery.tsx';
import { connectionsGallery } from '../modules/connections/gallery.tsx';
import { fundGallery } from '../modules/decide/fund/gallery.tsx';
import { invoicesGallery } from '../modules/decide/invoices/gallery.tsx';
import { paymentsGallery } from '../modules/decide/payments/gallery.tsx';
import { resultsGallery } from '../modules/decide/results/gallery.tsx';
import { gatheringsGallery } from '../modules/gatherings/gallery.tsx';
import { housingGallery } from '../modules/housing/gallery.tsx';
import { initiativesGallery } from '../modules/initiatives/gallery.tsx';
import { catalogueGallery } from '../modules/inspire/catalogue/gallery.tsx';
import { storiesGallery } from '../modules/inspire/stories/gallery.tsx';
import { panelsGallery } from '../modules/listen/panels/gallery/panels.tsx';
import { workshopsGallery } from '../modules/listen/workshops/gallery/workshops.tsx';
import { evaluationGallery } from '../modules/measure/evaluation/gallery.tsx';
import { reportsGallery } from '../modules/measure/reports/gallery.tsx';
import { privacyGallery } from '../modules/privacy/gallery.tsx';
import { signinGallery } from '../modules/signin/gallery.tsx';
import { tenancyImportGallery } from '../modules/tenancy-import/gallery.tsx';
import { turnsGallery } from '../modules/turns/gallery.tsx';
import type { Example } from '../ui/gallery/example.ts';
import { galleryExamples } from '../ui/gallery.tsx';

/** Every component and every module's views as examples: for the gallery page, for axe and for picture tests. */
export function gallery(language: Language): readonly Example[] {
  return [
    galleryExamples,
    signinGallery,
    turnsGallery,
    initiativesGallery,
    catalogueGallery,
    storiesGallery,
    eventsGallery,
    fundGallery,
    invoicesGallery,
    paymentsGallery,
    resultsGallery,
    evaluationGallery,
    reportsGallery,
    privacyGallery,
    connectionsGallery,
    gatheringsGallery,
    panelsGallery,
    workshopsGallery,
    housingGallery,
    tenancyImportGallery,
    addressListsGallery,
  ].flatMap((examples) => examples(language));
}
