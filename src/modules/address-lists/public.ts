export { addressListRoutes } from './routes.tsx';
export { printPlace } from './urls.ts';
