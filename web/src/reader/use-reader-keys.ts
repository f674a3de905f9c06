import { type KeyBinding, useKeys } from '../keys/index.ts';
import { REASONS } from './use-decisions.ts';
import type { Desk } from './use-desk.ts';

interface More {
  readonly toggleOriginal: () => void;
  readonly claimSelection: () => void;
}

/** The reader's keys. Everything they do also has a button. */
export function useReaderKeys({ selection, deciding, drafting }: Desk, { toggleOriginal, claimSelection }: More): void {
  const list = [
    { press: 'KeyJ', shown: 'j', label: 'keys.reader.next', group: 'list', run: () => selection.move(1) },
    { press: 'KeyK', shown: 'k', label: 'keys.reader.previous', group: 'list', run: () => selection.move(-1) },
    { press: 'KeyO', shown: 'o', label: 'keys.reader.original', group: 'reader', run: toggleOriginal },
    { press: 'KeyN', shown: 'n', label: 'keys.reader.claim', group: 'reader', run: claimSelection },
    { press: 'Escape', shown: 'Esc', label: 'keys.reader.back', group: 'reader', run: selection.back },
  ] as const satisfies readonly KeyBinding[];
  const decide = [
    { press: 'KeyA', shown: 'a', label: 'keys.reader.record', group: 'decide', run: deciding.record },
    { press: 'KeyE', shown: 'e', label: 'keys.reader.edit', group: 'decide', run: drafting.edit },
    { press: 'KeyR', shown: 'r', label: 'keys.reader.setAside', group: 'decide', run: deciding.askReason },
    { press: 'KeyU', shown: 'u', label: 'keys.reader.unsure', group: 'decide', run: deciding.unsure },
    { press: 'KeyZ', shown: 'z', label: 'keys.reader.undo', group: 'decide', run: deciding.undoLast },
  ] as const satisfies readonly KeyBinding[];
  const reasons =
    selection.doing !== 'reasons'
      ? []
      : REASONS.map((reason, place): KeyBinding => {
          const digit = String(place + 1);
          return {
            press: `Digit${digit}`,
            shown: digit,
            label: 'keys.reader.reason',
            group: 'decide',
            run: () => deciding.setAside(reason),
          };
        });
  useKeys([...list, ...decide, ...reasons]);
}
