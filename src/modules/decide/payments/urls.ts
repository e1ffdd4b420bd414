import { path } from '../../../platform/web/path.ts';

export const paymentsPlace = path('/betalinger');
export const settingsPlace = path('/betalinger/indstillinger');
export const exportPlace = path('/betalinger/eksport');
export const batchesPlace = path('/betalinger/filer');
export const batchPlace = path('/betalinger/filer/:id');
export const batchFilePlace = path('/betalinger/filer/:id/fil');
export const batchCsvPlace = path('/betalinger/filer/:id/csv');
export const undoPlace = path('/betalinger/filer/:id/fortryd');
export const batchPaidPlace = path('/betalinger/filer/:id/betalt');
export const statementPlace = path('/betalinger/bank');
export const statementFoundPlace = path('/betalinger/bank/:id');
export const statementApplyPlace = path('/betalinger/bank/:id/gem');
export const vouchersPlace = path('/betalinger/bilag');
export const vouchersZipPlace = path('/betalinger/bilag/pakke');
export const vouchersCsvPlace = path('/betalinger/bilag/liste');
export const paymentPlace = path('/betalinger/:id');
export const approvePlace = path('/betalinger/:id/godkend');
export const accountPlace = path('/betalinger/:id/konto');
export const paidPlace = path('/betalinger/:id/betalt');
export const bouncedPlace = path('/betalinger/:id/retur');
export const voucherPlace = path('/betalinger/:id/bilag');
/** Our own pages of it alone, PDF/UA, with the invoice's file in it. */
export const voucherSheetPlace = path('/betalinger/:id/bilag/ark');
