import { useMutation, useQueryClient } from '@tanstack/react-query';
import { send } from '../http/index.ts';
import { useLanguage } from '../language/index.ts';
import { announce } from '../shell/index.ts';

/** Asks for one item's bytes to be read back now, and says what came of it. */
export function useCheck(item: string) {
  const client = useQueryClient();
  const { t } = useLanguage();
  return useMutation({
    mutationFn: () => send('checks', { method: 'POST', values: { item } }),
    onSuccess: (answer) => {
      announce(t(answer.lastCheck?.same === true ? 'custody.saidSame' : 'custody.saidDiffers', { item }));
      return client.invalidateQueries({ queryKey: ['custody'] });
    },
  });
}
