// Few, strong journeys in a real browser, against the real program as `npm start` runs it.

import { defineConfig } from '@playwright/test';
import { findChromium } from './find-chromium.ts';

const { executablePath, env } = findChromium();

export default defineConfig({
  testDir: '.',
  testMatch: '*.journey.ts',
  workers: 1,
  timeout: 150_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results',
  use: {
    actionTimeout: 15_000,
    locale: 'vi-VN',
    timezoneId: 'Asia/Ho_Chi_Minh',
    trace: 'retain-on-failure',
    launchOptions: { executablePath, env, args: ['--no-sandbox', '--headless=shell', '--disable-gpu'] },
  },
});
