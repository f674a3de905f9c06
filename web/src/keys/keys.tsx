import { createContext, type ReactNode, use, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { defaultKeybindingsHandlerIgnore, tinykeys } from 'tinykeys';
import type { MessageId } from '../language/index.ts';
import { isSingleKey } from './single-key.ts';

/** The groups of the shortcut sheet, in its order. */
export type KeyGroup = 'everywhere' | 'list' | 'reader' | 'decide';
export const KEY_GROUPS: readonly KeyGroup[] = ['everywhere', 'list', 'reader', 'decide'];

/**
 * A key and what it does. `press` is written with `KeyboardEvent.code` (`KeyJ`, `Shift+KeyA`,
 * `ArrowDown`, `$mod+KeyZ`, or a sequence `KeyG KeyL`), so that it is the same place on a Persian,
 * Arabic or Latin keyboard. `shown` is what the sheet prints on the key.
 */
export interface KeyBinding {
  readonly press: string;
  readonly shown: string;
  readonly label: MessageId;
  readonly group: KeyGroup;
  readonly run: (event: KeyboardEvent) => void;
}

interface Keys {
  readonly bindings: readonly KeyBinding[];
  readonly singleKeys: boolean;
  readonly switchSingleKeys: (on: boolean) => void;
  readonly add: (bindings: readonly KeyBinding[]) => () => void;
}
const KeysContext = createContext<Keys | null>(null);
const SAVED = 'inquest.single-keys';

/** The registry: what is bound now, and the switch for single-letter keys (WCAG 2.1.4). */
export function useKeyRegistry(): Keys {
  const keys = use(KeysContext);
  if (!keys) throw new Error('useKeyRegistry outside KeysProvider');
  return keys;
}

export function KeysProvider({ children }: { readonly children: ReactNode }) {
  const [bindings, setBindings] = useState<readonly KeyBinding[]>([]);
  const [singleKeys, setSingleKeys] = useState(readChoice);
  const add = useCallback((added: readonly KeyBinding[]) => {
    setBindings((all) => [...all, ...added]);
    return () => setBindings((all) => all.filter((binding) => !added.includes(binding)));
  }, []);
  const switchSingleKeys = useCallback((on: boolean) => {
    setSingleKeys(on);
    saveChoice(on);
  }, []);
  useEffect(() => {
    const live = bindings.filter((binding) => singleKeys || !isSingleKey(binding.press));
    const map = Object.fromEntries(live.map((binding) => [binding.press, handle(binding)]));
    return tinykeys(window, map, { ignore: ignored });
  }, [bindings, singleKeys]);
  const keys = useMemo(() => ({ bindings, singleKeys, switchSingleKeys, add }), [bindings, singleKeys, switchSingleKeys, add]);
  return <KeysContext value={keys}>{children}</KeysContext>;
}

/**
 * Binds keys while the calling component is mounted. Pressing one inside a field, or while a dialog
 * is open, does nothing; `run` may be a new function every time without rebinding.
 */
export function useKeys(bindings: readonly KeyBinding[]): void {
  const { add } = useKeyRegistry();
  const newest = useRef(bindings);
  useEffect(() => {
    newest.current = bindings;
  });
  const shape = bindings.map((binding) => `${binding.press} ${binding.label}`).join('\n');
  // biome-ignore lint/correctness/useExhaustiveDependencies: rebinding follows the keys bound, not the functions behind them
  useEffect(
    () => add(newest.current.map((binding, place) => ({ ...binding, run: (event) => newest.current[place]?.run(event) }))),
    [add, shape],
  );
}

function handle(binding: KeyBinding): (event: KeyboardEvent) => void {
  return (event) => {
    if (event.isComposing || event.defaultPrevented) return;
    event.preventDefault();
    binding.run(event);
  };
}

/** Fields keep their keys even when they are the very target; an open dialog keeps the page still. */
function ignored(event: KeyboardEvent): boolean {
  if (defaultKeybindingsHandlerIgnore(event)) return true;
  const target = event.target;
  if (target instanceof HTMLElement && target.closest('input, textarea, select, [contenteditable]')) return true;
  // Enter and the space bar belong to what has the focus, where that does something by itself.
  if ((event.key === 'Enter' || event.key === ' ') && target instanceof HTMLElement && target.closest('a, button, summary, label'))
    return true;
  return document.querySelector('dialog[open]') !== null;
}

function readChoice(): boolean {
  try {
    return localStorage.getItem(SAVED) !== 'off';
  } catch {
    return true;
  }
}

function saveChoice(on: boolean): void {
  try {
    localStorage.setItem(SAVED, on ? 'on' : 'off');
  } catch {
    // Storage is switched off in this browser: the choice lasts as long as the page.
  }
}
