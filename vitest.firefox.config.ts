import { defineConfig } from 'vitest/config';

/** Apart from the projects of `npm test`: Firefox is not to be had everywhere. */
export default defineConfig({
  test: {
    name: 'firefox',
    environment: 'node',
    include: ['packages/engine/test/**/*.firefox.test.ts'],
    fileParallelism: false,
  },
});
