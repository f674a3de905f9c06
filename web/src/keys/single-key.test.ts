import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSingleKey } from './single-key.ts';

test('keys that type a character can be switched off, the others stay', () => {
  for (const press of ['KeyJ', 'Shift+KeyA', 'Digit1', 'BracketLeft', '(\\?|Shift\\+Slash)', 'KeyG KeyL'])
    assert.ok(isSingleKey(press), press);
  for (const press of ['Enter', 'Escape', 'ArrowDown', '$mod+KeyZ', 'Control+KeyF']) assert.ok(!isSingleKey(press), press);
});
