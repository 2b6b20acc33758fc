import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The window over pretended data, built as the real one is. */
export default defineConfig({
  root: import.meta.dirname,
  base: './',
  plugins: [react()],
  build: {
    outDir: '../../../dist/window-fixture',
    emptyOutDir: true,
    target: 'chrome114',
    assetsInlineLimit: 0,
    modulePreload: false,
  },
});
