import { createInquiry, createSample, filesUnder, isInquiry, type OpenInquiry, PAGE_FOLDER, verifyFolder, withInquiry } from '../../app.ts';
import { readPending, receiveUpload } from '../../desk/index.ts';
import { itemsPending } from '../../intake/index.ts';
import { InquestFault } from '../../kernel/index.ts';
import type { IntakeBoard, IntakeWork } from '../../server/index.ts';
import { PROGRAM_VERSION } from '../../version.ts';
import { type Command, type CommandCall, EXIT } from '../command.ts';

const MOST_WAITING = 1000;

export const serve: Command = {
  name: 'serve',
  does: 'opens an inquiry in the browser of this computer',
  takes: '[dir]',
  options: [
    { flags: '--port <port>', does: 'port to listen on; a taken one moves to the next' },
    { flags: '--sample', does: 'create the sample inquiry there if nothing exists yet' },
    { flags: '--create', does: 'create an inquiry there if nothing exists yet' },
    { flags: '--title <title>', does: 'its title, with --create' },
    { flags: '--add <path...>', does: 'bring these files in once it is open' },
  ],
  more: 'Prints a link with a one-time token and serves until Ctrl-C. Listens on 127.0.0.1 only.',
  run: async (call) => {
    const dir = call.positional[0] ?? call.inquiry;
    const port = portOf(call);
    await prepare(dir, call);
    return withInquiry(dir, { mode: 'write', readers: call.config.readers }, (open) => keepServing(open, { ...call, port }));
  },
};

function portOf({ option, config }: CommandCall): number {
  const port = option('port');
  if (port === undefined) return config.port;
  if (/^[0-9]{1,5}$/.test(port) && Number(port) <= 65_535) return Number(port);
  throw new InquestFault('INQ-USAGE', {
    what: `${port} is not a port.`,
    why: 'A port is a number up to 65535.',
    do: 'inquest serve --port 4750',
  });
}

async function prepare(dir: string, { flag, option, config, output }: CommandCall): Promise<void> {
  if ((!flag('sample') && !flag('create')) || (await isInquiry(dir))) return;
  if (flag('sample')) {
    await createSample(dir, {
      readers: config.readers,
      onProgress: (step) => {
        output.progress(step.done, step.total, step.words);
      },
    });
  } else await createInquiry(dir, { title: option('title') ?? titleOf(dir), sample: false });
}

/** Serves until the signal; what is being read then is finished first. */
async function keepServing(open: OpenInquiry, call: CommandCall & { port: number }): Promise<number> {
  const { output, signal } = call;
  /* Only here, so that no other command waits for a web server to load. */
  const { createVerifier, IntakeBoard, startServer } = await import('../../server/index.ts');
  const onFault = (error: unknown): void => {
    output.say(error instanceof Error ? error.message : String(error));
  };
  let linked = false;
  const board = new IntakeBoard(intakeWork(open, onFault));
  const verifier = createVerifier(
    (tell) =>
      verifyFolder(open.folder.folder, ({ done, total }) => {
        tell(done, total ?? done);
      }),
    onFault,
  );
  const server = await startServer({
    inquiry: open.inquiry,
    intake: board,
    verifier,
    page: PAGE_FOLDER,
    port: call.port,
    version: PROGRAM_VERSION,
    onLink: (link) => {
      /* At once, whatever the form: whoever reads it wants to open it now. With --json the first link is the document. */
      if (output.form === 'json' && linked) output.say(link);
      else output.document({ link }, link);
      linked = true;
    },
    onFault,
  });
  if (server.moved) output.say(`Port ${String(call.port)} is taken; using ${String(server.port)}.`);
  output.say(`“${open.inquiry.title}” is open. Nothing leaves this computer. Ctrl-C ends it.`);
  const waiting = await itemsPending(open.inquiry.store, open.inquiry.scope, { limit: MOST_WAITING });
  board.resume(waiting.length);
  await bringIn(open, board, call);
  await aborted(signal);
  await board.close();
  await server.close();
  return EXIT.done;
}

function intakeWork(open: OpenInquiry, onFault: (error: unknown) => void): IntakeWork {
  return {
    receive: (source) => receiveUpload(open.inquiry, open.intake(), source),
    readPending: (signal) => readPending(open.inquiry, open.intake(), { signal }),
    onFault,
  };
}

/** Through the board, so that one reader reads what waits, whoever brought it. */
async function bringIn(open: OpenInquiry, board: IntakeBoard, { options, output, signal }: CommandCall): Promise<void> {
  const paths = options('add');
  if (paths.length === 0) return;
  for await (const source of filesUnder(paths, open.folder.folder)) {
    if (signal.aborted) return;
    const received = await board.receive(source);
    output.say(`${received.item ?? '-'} ${received.outcome === 'pending' ? 'received' : received.outcome} ${received.path}`);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  if (signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    signal.addEventListener(
      'abort',
      () => {
        resolve();
      },
      { once: true },
    );
  });
}

function titleOf(dir: string): string {
  return (
    dir
      .split(/[\\/]/)
      .filter((part) => part !== '' && part !== '.')
      .at(-1) ?? 'Inquiry'
  );
}
