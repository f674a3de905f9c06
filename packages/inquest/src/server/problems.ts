import type { FastifyReply } from 'fastify';
import type { Problem } from '../api-contract/index.ts';
import { FAULTS, InquestFault, type Refusal } from '../kernel/index.ts';

/** Refusals that are not a plain 409: the HTTP status each has a standard word for. */
const REFUSAL_STATUS: Readonly<Record<string, number>> = {
  'version-conflict': 412,
  'not-found': 404,
  'unknown-body-kind': 422,
  'quote-differs': 422,
  'not-recordable-yet': 422,
  'invalid-content': 422,
};

/** RFC 9457: the same codes as the command line, in `application/problem+json`. */
export function sendProblem(reply: FastifyReply, problem: Problem): FastifyReply {
  return reply.code(problem.status).type('application/problem+json').send(JSON.stringify(problem));
}

export function problemOfRefusal(refusal: Refusal): Problem {
  return {
    type: `urn:inquest:problem:${refusal.code}`,
    title: refusal.what,
    status: REFUSAL_STATUS[refusal.code] ?? 409,
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
