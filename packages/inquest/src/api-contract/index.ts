export * from './http.ts';
export * from './lines.ts';
export { ROUTES, type RouteName } from './routes.ts';
