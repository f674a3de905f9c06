import type { Profiler } from 'node:inspector/promises';

export interface StepShare {
  readonly step: string;
  /** Of the time within the drivers, 0 to 1. */
  readonly share: number;
}

/**
 * How the time below some functions, the drivers, divides among the functions they call: time
 * counts for the innermost call made by a driver, or for the driver itself. Functions without a
 * name that a driver calls are a part of it. Largest first.
 */
export function sharesOfSteps(profile: Profiler.Profile, drivers: readonly string[]): readonly StepShare[] {
  const nodes = new Map(profile.nodes.map((node) => [node.id, node]));
  const isChild = new Set(profile.nodes.flatMap((node) => node.children ?? []));
  const ticks = new Map<string, number>();
  const pending: { readonly id: number; readonly step: string | null; readonly driver: string | null }[] = profile.nodes
    .filter(({ id }) => !isChild.has(id))
    .map(({ id }) => ({ id, step: null, driver: null }));
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    const node = nodes.get(next.id);
    if (node === undefined) continue;
    const name = node.callFrame.functionName;
    const driver = drivers.includes(name) ? name : name === '' ? next.driver : null;
    const step = driver ?? next.step;
    if (step !== null) ticks.set(step, (ticks.get(step) ?? 0) + (node.hitCount ?? 0));
    for (const id of node.children ?? []) {
      const called = nodes.get(id)?.callFrame.functionName ?? '';
      pending.push({ id, step: driver === null ? step : called, driver });
    }
  }
  const total = [...ticks.values()].reduce((sum, count) => sum + count, 0);
  return [...ticks].map(([step, count]) => ({ step, share: count / total })).sort((a, b) => b.share - a.share);
}
