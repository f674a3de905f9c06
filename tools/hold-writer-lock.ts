/** Opens an inquiry for writing, says so, and holds it until it is killed or its input ends. For inquiry-folder.test.ts. */
import { argv, stdin, stdout } from 'node:process';
import { openInquiryFolder, systemEffects } from '../packages/inquest/src/adapters/index.ts';
import { testParts } from './test-inquiry.ts';

const inquiry = await openInquiryFolder(argv[2] ?? '', { mode: 'write' }, { ...testParts(), effects: systemEffects });
stdout.write('open\n');
stdin.resume();
stdin.on('end', () => {
  void inquiry.close();
});
