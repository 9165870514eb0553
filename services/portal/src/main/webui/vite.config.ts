import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

// The page is served under a content security policy without inline script, style or data
// addresses: assets stay files, and no polyfill is written into index.html.
export default defineConfig({
  plugins: [react()],
  build: {
    outDir: 'dist',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1500,
  },
  server: { port: 5173, proxy: { '/api': 'http://localhost:8080' } },
  test: {
    environment: 'jsdom',
    include: ['src/**/*.test.{ts,tsx}'],
    setupFiles: ['src/testSetup.ts'],
    testTimeout: 60_000,
  },
});
