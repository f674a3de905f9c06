export * from './claim.ts';
export * from './events.ts';
export * from './item.ts';
export * from './primitives.ts';
export * from './proposal.ts';
