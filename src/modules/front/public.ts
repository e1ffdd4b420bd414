export { frontRoutes } from './routes.tsx';
export { aboutPlace, officePlace, searchPlace } from './urls.ts';
