export { frontRoutes } from './routes.tsx';
export { officePlace, searchPlace } from './urls.ts';
