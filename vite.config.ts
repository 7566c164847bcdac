import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** The browser application: every asset carries its hash in its name, no source maps, nothing from elsewhere. */
export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react()],
  // `candor serve` answers the API; a developer's page asks it there.
  server: { proxy: { '/api': 'http://127.0.0.1:4700' } },
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    sourcemap: false,
    target: 'es2022',
    // A font inside the style sheet would be downloaded by readers whose language does not need it.
    assetsInlineLimit: 0,
    reportCompressedSize: true,
  },
});
