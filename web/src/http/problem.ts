import type { Problem } from '../../../packages/inquest/src/api-contract/index.ts';

/**
 * A refusal or fault as the program reported it (RFC 9457): what, why, what to do. `what` and `why`
 * come from the program in English; screens that know the code may say it in the interface language.
 */
export class HttpProblem extends Error {
  readonly status: number;
  /** `INQ-…`, or `INQ-NO-ANSWER` where the answer was not one of ours. */
  readonly code: string;
  readonly what: string;
  readonly why: string;
  readonly doThis: string;
  /** For 412: both versions. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(problem: Problem) {
    super(`${problem.code}: ${problem.title}`);
    this.name = 'HttpProblem';
    this.status = problem.status;
    this.code = problem.code;
    this.what = problem.title;
    this.why = problem.detail;
    this.doThis = problem.do;
    this.details = problem.details ?? {};
  }
}

/** The program did not answer at all: stopped, or the connection to it was cut. */
export class NoAnswer extends Error {
  constructor(cause: unknown) {
    super('The program on this computer did not answer', { cause });
    this.name = 'NoAnswer';
  }
}

/** Reads a failed answer; a body that is not a problem document still becomes one, without its content. */
export async function problemFrom(answer: Response): Promise<HttpProblem> {
  const body: unknown = await answer.json().catch(() => null);
  if (isProblem(body)) return new HttpProblem(body);
  return new HttpProblem({
    type: 'about:blank',
    title: `The answer was ${answer.status}`,
    status: answer.status,
    code: 'INQ-NO-ANSWER',
    detail: 'The answer was not one this page understands.',
    do: 'Try again; if it stays, look at the terminal where Inquest runs.',
  });
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  return 'code' in body && typeof body.code === 'string' && 'title' in body && 'detail' in body && 'do' in body;
}
