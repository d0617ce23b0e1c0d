import { defineConfig } from 'vite'

export default defineConfig({
  // Nothing may stand in the page itself: the content security policy allows files of this origin alone.
  build: { assetsInlineLimit: 0, modulePreload: { polyfill: false }, target: 'es2022', chunkSizeWarningLimit: 1200 },
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  server: { proxy: { '/api/v1': 'http://127.0.0.1:5080' } },
})
