// motcua doctor: looks at everything that must be well, one line each, with what to do where it is not.

import { defineCommand } from 'citty';
import { readProcessConfig } from '../platform/config.ts';
import { exitCodes } from '../platform/start-fault.ts';
import { examineDatabase } from './doctor-database.ts';
import {
  examineClock,
  examineDisk,
  examineFolder,
  examineKey,
  examineSpool,
  type Finding,
  ill,
  well,
} from './doctor-machine.ts';
import { examineTenants } from './doctor-tenants.ts';
import { conclude, jsonFlag, print, printJson } from './output.ts';

export const doctor = defineCommand({
  meta: {
    name: 'doctor',
    description:
      'Khám toàn bộ: thiết lập, dữ liệu, cơ sở dữ liệu, việc nền, Zalo, lịch. Mã thoát 0 khi mọi thứ đều tốt, 1 khi có việc phải làm.',
  },
  args: jsonFlag,
  run: ({ args }) =>
    conclude(async () => {
      const findings: Finding[] = [];
      for await (const finding of examine()) {
        findings.push(finding);
        if (!args.json)
          print(`${finding.ok ? 'Tốt     ' : 'Cần làm '} ${finding.subject}: ${finding.sentence}`);
      }
      const ok = findings.every((finding) => finding.ok);
      if (args.json) printJson({ ok, findings });
      else
        print(
          ok ? '\nMọi thứ đều tốt.' : `\n${findings.filter((finding) => !finding.ok).length} việc cần làm.`,
        );
      return ok ? exitCodes.done : exitCodes.failed;
    }),
});

/** In an order in which each examination may rely on those before it; what cannot be examined any more is left out. */
async function* examine(): AsyncGenerator<Finding> {
  const config = readProcessConfig();
  if ('sentence' in config) {
    yield ill('Cấu hình', config.sentence);
    return;
  }
  yield well('Cấu hình', `${config.publicUrl}, ${config.demo ? 'bản dùng thử' : 'bản dùng thật'}.`);
  const folder = examineFolder(config.dataDir);
  yield folder;
  yield examineKey(config);
  if (!folder.ok) return;
  yield examineDisk(config.dataDir);
  yield examineSpool(config.dataDir);
  yield* examineDatabase(config, async function* (database) {
    yield await examineClock(database);
    yield* examineTenants(database, config.demo);
  });
}
