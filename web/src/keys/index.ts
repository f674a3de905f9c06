export { type KeyBinding, type KeyGroup, KeysProvider, useKeyRegistry, useKeys } from './keys.tsx';
export { ShortcutSheet } from './shortcut-sheet.tsx';
