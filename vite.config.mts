import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const folder = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The window's page, built for one browser and for our policy: no script or style within the page, files as files. */
export default defineConfig({
  root: folder('renderer'),
  base: './',
  publicDir: false,
  plugins: [react()],
  // Electron 45 carries Chromium 150; a stand-in's may be a little older.
  build: {
    outDir: folder('dist/renderer'),
    emptyOutDir: true,
    target: 'chrome140',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: Infinity,
  },
  logLevel: 'warn',
});
