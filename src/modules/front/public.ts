export { frontRoutes } from './routes.tsx';
export { aboutPlace } from './urls.ts';
