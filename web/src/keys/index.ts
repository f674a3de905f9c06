export { type KeyBinding, type KeyGroup, KeysProvider, useKeys } from './keys.tsx';
export { ShortcutSheet } from './shortcut-sheet.tsx';
