// motcua start: everything in one process, until Ctrl-C.

import { defineCommand } from 'citty';
import { demoSignInView } from '../demo/sign-ins.ts';
import { startOffice } from '../main.ts';
import { getConfig } from '../open-office.ts';
import { conclude, print, progressBar } from './output.ts';

export const start = defineCommand({
  meta: {
    name: 'start',
    description: 'Chạy Một Cửa: web, API, việc nền; ở bản dùng thử có cả phường mẫu và điện thoại Zalo',
  },
  run: () =>
    conclude(async () => {
      const config = getConfig();
      const bar = progressBar('Nửa năm hồ sơ');
      const running = await startOffice(config, {
        step: (sentence) => print(`· ${sentence}`),
        progress: (_label, share) => {
          bar.show(Math.round(share * 100), 100);
          if (share >= 1) bar.end();
        },
      });
      announce(running.url, running.phoneUrl);
      await untilSignal();
      print('\n· Đang dừng…');
      await running.stop();
      print('· Đã dừng. Dữ liệu được giữ nguyên.');
    }),
});

function announce(url: string, phoneUrl: string | null): void {
  print();
  print('Một Cửa đã sẵn sàng.');
  print(`  Bàn làm việc           ${url}/ban-lam-viec`);
  if (phoneUrl === null) return;
  const { password, officers } = demoSignInView(phoneUrl);
  print(`  Điện thoại công dân    ${phoneUrl}/`);
  print();
  print(`Tài khoản dùng thử (mật khẩu ${password}):`);
  for (const username of ['nhung', 'hoa', 'long', 'van', 'duc', 'thao', 'hung', 'son']) {
    const officer = officers.find((each) => each.username === username);
    if (officer) print(`  ${username.padEnd(8)} ${officer.fullName}, ${officer.post}`);
  }
  print();
  print('Nhấn Ctrl-C để dừng.');
}

function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
}
