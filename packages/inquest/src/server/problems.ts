import type { FastifyReply } from 'fastify';
import type { Problem } from '../api-contract/index.ts';
import { CLAIM_REFUSALS } from '../claims/index.ts';
import { FAULTS, InquestFault, type Refusal } from '../kernel/index.ts';

/** One table maps a refusal to its HTTP status; refusals of no table are a plain conflict. */
function statusOf(code: string): number {
  return Object.entries(CLAIM_REFUSALS).find(([known]) => known === code)?.[1].http ?? 409;
}

/** RFC 9457: the same codes as the command line, in `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function problemOfRefusal(refusal: Refusal): Problem {
  return {
    type: `urn:inquest:problem:${refusal.code}`,
    title: refusal.what,
    status: statusOf(refusal.code),
    code: `INQ-${refusal.code.toUpperCase()}`,
    detail: refusal.why,
    do: refusal.do,
    ...(refusal.details === undefined ? {} : { details: { ...refusal.details } }),
  };
}

export function problemOfError(error: unknown): Problem {
  if (error instanceof InquestFault) {
    return problemOf(error.code, FAULTS[error.code].http, { what: error.message, why: error.why, do: error.todo });
  }
  if (error instanceof Error && 'validation' in error) {
    return problemOf('INQ-USAGE', 400, {
      what: 'The request is not one this program knows.',
      why: error.message,
      do: 'Compare it with /api/openapi.json.',
    });
  }
  if (error instanceof Error && 'statusCode' in error && typeof error.statusCode === 'number' && error.statusCode < 500) {
    return problemOf('INQ-USAGE', error.statusCode, {
      what: 'The request was refused.',
      why: error.message,
      do: 'Compare it with /api/openapi.json.',
    });
  }
  return problemOf('INQ-INTERNAL', 500, {
    what: 'Something went wrong inside the program.',
    why: error instanceof Error ? error.name : 'unknown',
    do: 'Nothing acknowledged is lost. Look at the terminal for the cause.',
  });
}

export function problemOf(code: string, status: number, words: { what: string; why: string; do: string }): Problem {
  return {
    type: `urn:inquest:problem:${code.toLowerCase().replace(/^inq-/, '')}`,
    title: words.what,
    status,
    code,
    detail: words.why,
    do: words.do,
  };
}
