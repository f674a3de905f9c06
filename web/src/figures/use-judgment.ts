import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { DecisionAnswer } from '../../../packages/inquest/src/api-contract/index.ts';
import { send } from '../http/index.ts';
import { type MessageId, useLanguage } from '../language/index.ts';
import { announce } from '../shell/index.ts';

type Route = 'questionConfirm' | 'questionSplit' | 'derivations' | 'undo';

/** Writes what a person judges about questions and derivations; everything shown is asked for anew afterwards. */
export interface Judgment {
  /** Answers whether it was written; a refusal is then in `fault`. */
  readonly write: (
    route: Route,
    body: object,
    more: { readonly said: MessageId; readonly values?: Readonly<Record<string, string>> },
  ) => Promise<boolean>;
  readonly fault: unknown;
  readonly busy: boolean;
  /** The event just written here, which can be taken back, and the question as it was named then. */
  readonly written: Written | null;
}

export interface Written {
  readonly event: string;
  readonly question: string | null;
}

export function useJudgment(): Judgment {
  const client = useQueryClient();
  const navigate = useNavigate({ from: '/figures' });
  const { t } = useLanguage();
  const [fault, setFault] = useState<unknown>();
  const [busy, setBusy] = useState(false);
  const [written, setWritten] = useState<Written | null>(null);
  const after = async (answer: DecisionAnswer, route: Route) => {
    const event = answer.events.at(-1)?.id;
    setWritten(route === 'undo' || event === undefined ? null : { event, question: answer.question });
    await client.invalidateQueries();
    const question = route === 'undo' ? null : answer.question;
    if (question === null && route !== 'undo') return;
    await navigate({
      search: ({ question: open, ...rest }) => (open === undefined || question === null ? rest : { ...rest, question }),
      replace: true,
      resetScroll: false,
    });
  };
  return {
    fault,
    busy,
    written,
    write: async (route, body, { said, values = {} }) => {
      if (busy) return false;
      setBusy(true);
      setFault(undefined);
      try {
        await after(await send(route, { method: 'POST', body, values, idempotencyKey: crypto.randomUUID() }), route);
        announce(t(said));
        return true;
      } catch (problem) {
        setFault(problem);
        return false;
      } finally {
        setBusy(false);
      }
    },
  };
}
