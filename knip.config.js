/** Files, exports and packages that nobody uses. Front doors are no entry points: what they export must be used. */

/** Style sheets name fonts and other style sheets; knip reads only scripts. */
function importsOfStyleSheet(/** @type {string} */ text) {
  return [...text.matchAll(/(?:@import|url\()\s*['"]?([^'")]+)/g)].map(([, path]) => `import '${path}';`).join('\n');
}

export default {
  entry: [
    'packages/inquest/src/cli/main.ts',
    // What a stranger may build on.
    'packages/evidence-format/src/index.ts',
    'tools/{start,test,bench,build,write-code-map,score-proposals}.ts',
    'tools/bench/*-bench.ts',
    // Programs that tests start and kill.
    'tools/{hold-writer-lock,write-until-killed}.ts',
    'web/src/main.tsx',
    'web/vite.config.ts',
    '**/*.test.ts',
  ],
  project: ['bin/**/*.js', 'packages/**/*.ts', 'tools/**/*.{ts,mjs}', 'web/**/*.{ts,tsx,css}'],
  ignoreExportsUsedInFile: true,
  // A type that a signature names is exported for whoever calls it, used by name or not.
  exclude: ['types'],
  compilers: { css: importsOfStyleSheet },
  // Read as text and run inside the page by the browser tests.
  ignoreDependencies: ['axe-core'],
  ignoreBinaries: ['apt-get', 'mkfifo', 'mount', 'openssl', 'sha256sum', 'umount'],
};
