// The street's own tests, for those who use it without the rest.

import { defineConfig } from 'vitest/config';

export default defineConfig({ test: { include: ['test/**/*.test.ts'], root: import.meta.dirname } });
