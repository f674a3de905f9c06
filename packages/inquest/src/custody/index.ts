export type { ObjectState, ObjectStore, PutFile, StoredObject } from './objects.ts';
