export { lettersTo, type Written } from './letters.ts';
export { addressListRoutes } from './routes.tsx';
export { homesFor, type ListedHome } from './rules.ts';
export { homesToPrint } from './store.ts';
export { printPlace } from './urls.ts';
