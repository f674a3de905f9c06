import { z } from 'zod';
import { custodyAnswer, itemLine, itemPage, ROUTES, textLine } from '../../api-contract/index.ts';
import { checkItem, custodyOf, itemLineOf, itemLines, originalOf, textLineOf } from '../../desk/index.ts';
import { type AddRoutes, pageQuery } from './route.ts';

const itemParams = z.object({ item: z.string().max(20) });

export const addItemRoutes: AddRoutes = (server, { inquiry }) => {
  server.get(
    ROUTES.items,
    { schema: { summary: 'Items, in the order they came', querystring: pageQuery, response: { 200: itemPage } } },
    (request) => itemLines(inquiry, request.query),
  );
  server.get(ROUTES.item, { schema: { summary: 'One item', params: itemParams, response: { 200: itemLine } } }, (request) =>
    itemLineOf(inquiry, request.params.item),
  );
  server.get(
    ROUTES.text,
    { schema: { summary: 'The text that citations point into, with its segments', params: itemParams, response: { 200: textLine } } },
    (request) => textLineOf(inquiry, request.params.item),
  );
  server.get(ROUTES.original, { schema: { summary: 'The preserved bytes, as a download', params: itemParams } }, async (request, reply) => {
    const original = await originalOf(inquiry, request.params.item);
    /* Never a type a browser would render or run: what was preserved may be hostile. */
    return reply
      .type('application/octet-stream')
      .header(
        'content-disposition',
        `attachment; filename="${original.item}.bin"; filename*=UTF-8''${encodeURIComponent(original.fileName)}`,
      )
      .header('content-length', original.bytes)
      .header('etag', `"${original.sha256}"`)
      .send(original.stream);
  });
  server.get(
    ROUTES.custody,
    { schema: { summary: 'Digests, paths, checks and events of one item', params: itemParams, response: { 200: custodyAnswer } } },
    (request) => custodyOf(inquiry, request.params.item),
  );
  server.post(
    ROUTES.checks,
    { schema: { summary: 'Read the bytes back and compare them with their digest', params: itemParams, response: { 200: custodyAnswer } } },
    (request) => checkItem(inquiry, request.params.item),
  );
};
