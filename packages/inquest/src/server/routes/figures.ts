import { z } from 'zod';
import { confirmQuestionRequest, decisionAnswer, figuresReport, ROUTES, splitQuestionRequest } from '../../api-contract/index.ts';
import { decideConfirmQuestion, decideSplitQuestion, figuresOf } from '../../desk/index.ts';
import { answerDecision } from './decision.ts';
import type { AddRoutes } from './route.ts';

const questionParams = z.object({ question: z.string().max(40) });

export const addFigureRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(
    ROUTES.figures,
    { schema: { summary: 'Questions with their accounts, origins and comparison', response: { 200: figuresReport } } },
    () => figuresOf(inquiry),
  );
  server.post(
    ROUTES.questionConfirm,
    {
      schema: {
        summary: 'Say that these figures answer one question',
        params: questionParams,
        body: confirmQuestionRequest,
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => answerDecision(reply, await decideConfirmQuestion(inquiry, request.params.question, request.body)),
  );
  server.post(
    ROUTES.questionSplit,
    {
      schema: {
        summary: 'Say that some accounts answer another question',
        params: questionParams,
        body: splitQuestionRequest,
        response: { 200: decisionAnswer },
      },
    },
    async (request, reply) => answerDecision(reply, await decideSplitQuestion(inquiry, request.params.question, request.body)),
  );
};
