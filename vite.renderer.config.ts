import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

export default defineConfig({
  root: 'renderer',
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    emptyOutDir: true,
    target: 'chrome114',
    sourcemap: true,
    // The content security policy allows only files of our own: nothing inline, no data: URLs for code or fonts.
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
