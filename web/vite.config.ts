import { compileMessage } from '@lingui/message-utils/compileMessage';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

const CATALOG = /\/src\/[a-z]+\/(?:en|fa)\.json$/;

/** Compiles the catalogs' ICU messages when the page is built: a wrong message stops the build, and the page carries no parser. */
function catalogs(): Plugin {
  return {
    name: 'inquest:catalogs',
    enforce: 'pre',
    transform(code, id) {
      if (!CATALOG.test(id)) return null;
      const messages: unknown = JSON.parse(code);
      if (typeof messages !== 'object' || messages === null) throw new Error(`${id} is not a catalog`);
      const compiled = Object.entries(messages).map(([key, words]) => [key, compileMessage(String(words))]);
      return { code: JSON.stringify(Object.fromEntries(compiled)), map: null };
    },
  };
}

export default defineConfig({
  root: import.meta.dirname,
  base: '/',
  plugins: [catalogs(), react()],
  server: { port: 5173, strictPort: false, proxy: { '/api': process.env['INQUEST_API'] ?? 'http://127.0.0.1:4717' } },
  build: {
    outDir: '../dist/web',
    emptyOutDir: true,
    target: 'es2023',
    // The content security policy allows no `data:` addresses.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
  },
});
