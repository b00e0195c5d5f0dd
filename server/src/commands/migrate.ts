// motcua migrate: brings the database to this version's schema.

import { defineCommand } from 'citty';
import { readMigrations } from '../platform/migrate.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';

export const migrate = defineCommand({
  meta: { name: 'migrate', description: 'Cập nhật cấu trúc cơ sở dữ liệu lên phiên bản này' },
  args: jsonFlag,
  run: ({ args }) =>
    conclude(async () => {
      // Opening the office migrates; what is left is to say where it stands.
      await withOffice(async () => {});
      const version = readMigrations().at(-1)?.version ?? 0;
      if (args.json) printJson({ version });
      else print(`Cơ sở dữ liệu đang ở phiên bản cấu trúc ${version}.`);
    }),
});
