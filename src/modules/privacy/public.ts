export { privacyHoldings } from './holdings.ts';
