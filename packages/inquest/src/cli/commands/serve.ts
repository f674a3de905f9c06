import { createInquiry, createSample, isInquiry, serveInquiry } from '../../app.ts';
import { InquestFault } from '../../kernel/index.ts';
import { type Command, EXIT } from '../command.ts';

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
  run: async ({ positional, inquiry, output, option, options, flag, config, signal }) => {
    const dir = positional[0] ?? inquiry;
    if (!(await isInquiry(dir))) {
      if (flag('sample')) await createSample(dir, { readers: config.readers, onProgress: (step) => { output.progress(step.done, step.total, step.words); } });
      else if (flag('create')) await createInquiry(dir, { title: option('title') ?? titleOf(dir), sample: false });
    }
    const port = option('port');
    if (port !== undefined && !/^[0-9]{1,5}$/.test(port)) {
      throw new InquestFault('INQ-USAGE', { what: `${port} is not a port.`, why: 'A port is a number up to 65535.', do: 'inquest serve --port 4750' });
    }
    const wanted = port === undefined ? config.port : Number(port);
    await serveInquiry(dir, {
      port: wanted,
      readers: config.readers,
      add: options('add'),
      signal,
      onOpen: (opened) => {
        if (opened.moved) output.say(`Port ${String(wanted)} is taken; using ${String(opened.port)}.`);
        output.say(`“${opened.title}” is open. Nothing leaves this computer. Ctrl-C ends it.`);
      },
      onLink: (link) => { output.line({ link }, link); },
      onLine: (line) => { output.say(`${line.item ?? '-'} ${line.outcome} ${line.path}`); },
    });
    return EXIT.done;
  },
};

function titleOf(dir: string): string {
  return dir.split(/[\\/]/).filter((part) => part !== '' && part !== '.').at(-1) ?? 'Inquiry';
}
