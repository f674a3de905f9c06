import { inquiryAnswer, ROUTES } from '../../api-contract/index.ts';
import { inquirySummary } from '../../desk/index.ts';
import type { AddRoutes } from './route.ts';

export const addInquiryRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(ROUTES.inquiry, { schema: { summary: 'The open inquiry and its counts', response: { 200: inquiryAnswer } } }, () =>
    inquirySummary(inquiry),
  );
};
