export { type Compartmented, maySee, OWNER_SCOPE, type Scope } from './scope.ts';
export { withinScope } from './scope-store.ts';
