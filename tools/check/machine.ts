/**
 * What checks need from the machine beside npm's packages. Installed through Debian's
 * packages when this runs as root there, otherwise named with the command that installs it.
 */
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { delimiter, join } from 'node:path';

interface Need {
  readonly name: string;
  readonly what: string;
  readonly debianPackage: string;
  readonly isHere: () => boolean;
}

const POSTGRESQL_FOLDER = '/usr/lib/postgresql';

const NEEDS: readonly Need[] = [
  {
    name: 'chromium',
    what: 'a browser for the tests of the page',
    debianPackage: 'chromium',
    isHere: () => ['chromium', 'chromium-browser', 'google-chrome'].some(isOnPath),
  },
  {
    name: 'postgresql',
    what: 'a PostgreSQL server for the store tests',
    debianPackage: 'postgresql',
    isHere: () =>
      isOnPath('initdb') ||
      (existsSync(POSTGRESQL_FOLDER) &&
        readdirSync(POSTGRESQL_FOLDER).some((version) => existsSync(join(POSTGRESQL_FOLDER, version, 'bin/initdb')))),
  },
  { name: 'openssl', what: 'a second opinion on digests and signatures', debianPackage: 'openssl', isHere: () => isOnPath('openssl') },
];

export interface Missing {
  readonly name: string;
  /** One line that says what is not here and how to install it. */
  readonly advice: string;
}

/** Installs what is missing where that is possible; answers what is missing still. */
export function prepareMachine(say: (line: string) => void): readonly Missing[] {
  const absent = NEEDS.filter((need) => !need.isHere());
  if (absent.length > 0 && canInstall()) {
    const packages = absent.map((need) => need.debianPackage);
    say(`Installing ${packages.join(', ')} through apt-get …`);
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    const updated = spawnSync('apt-get', ['update', '-qq'], { env, stdio: 'ignore' });
    if (updated.status === 0) {
      spawnSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], { env, stdio: ['ignore', 'ignore', 2] });
    }
  }
  return absent
    .filter((need) => !need.isHere())
    .map((need) => ({
      name: need.name,
      advice: `${need.name} is not here (${need.what}); install it with: sudo apt-get install ${need.debianPackage}`,
    }));
}

function canInstall(): boolean {
  return process.getuid?.() === 0 && existsSync('/etc/debian_version') && isOnPath('apt-get');
}

function isOnPath(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));
}
