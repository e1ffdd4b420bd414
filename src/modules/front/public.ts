export { frontRoutes } from './routes.tsx';
export { aboutPlace, officePlace } from './urls.ts';
