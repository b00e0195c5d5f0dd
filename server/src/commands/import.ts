// motcua import procedures FILE: takes a catalogue in and says what a person should look at.

import { basename } from 'node:path';
import { defineCommand } from 'citty';
import { exitCodes } from '../platform/start-fault.ts';
import { type ImportSummary, importProcedures } from '../procedures/import.ts';
import { type ImportFinding, outcomeNames, reportHead, reportLine } from '../procedures/import-report.ts';
import { importProcessFile } from './import-processes.ts';
import { conclude, jsonFlag, print, printJson, progressBar, withOffice } from './output.ts';
import { pickTenant, tenantFlag } from './pick-tenant.ts';
import { openReport } from './report-file.ts';

const procedures = defineCommand({
  meta: {
    name: 'procedures',
    description:
      'Nạp danh mục thủ tục từ tệp JSONL, JSON, CSV hoặc XLSX. Nạp lại lúc nào cũng được: thủ tục không đổi không tạo phiên bản mới; lần nạp bị ngắt sẽ đi tiếp. Mã thoát 1 khi có chỗ của tệp không đọc được.',
  },
  args: {
    file: { type: 'positional', required: true, valueHint: 'tệp', description: 'Tệp danh mục' },
    ...tenantFlag,
    report: {
      type: 'string',
      valueHint: 'tệp',
      description: 'Ghi mọi dòng nghi vấn hoặc bị từ chối vào tệp .csv hoặc .jsonl',
    },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const tenantId = await pickTenant(ctx.database, args.tenant);
        const report =
          args.report === undefined
            ? null
            : openReport(args.report, args.file, { head: reportHead, line: reportLine });
        const bar = progressBar('Đang nạp danh mục');
        const shown: ImportFinding[] = [];
        const startedAt = performance.now();
        const summary = await importProcedures(ctx, tenantId, args.file, {
          onProgress: bar.show,
          onFinding: (finding) => {
            report?.write(finding);
            if (args.json || shown.length < shownFindings) shown.push(finding);
          },
        }).finally(() => {
          bar.end();
          report?.close();
        });
        const seconds = Math.round((performance.now() - startedAt) / 100) / 10;
        const [whole] = shown;
        if (args.json) printJson({ ...summary, seconds, findings: shown });
        else if (whole?.line === 0) process.stderr.write(`${whole.reasons.join(' ')}\n`);
        else tell(summary, shown, { file: args.file, report: args.report, seconds });
        return summary.unreadable > 0 || isNothingTaken(summary) ? exitCodes.failed : exitCodes.done;
      }),
    ),
});

export const importCatalogue = defineCommand({
  meta: { name: 'import', description: 'Nạp dữ liệu từ tệp' },
  subCommands: { procedures, processes: importProcessFile },
});

const shownFindings = 20;

function tell(
  summary: ImportSummary,
  shown: readonly ImportFinding[],
  { file, report, seconds }: { file: string; report: string | undefined; seconds: number },
): void {
  if (isNothingTaken(summary)) process.stderr.write('Chưa nạp được thủ tục nào; danh mục không đổi.\n');
  else {
    const from =
      summary.resumedAfter > 0 ? `, đi tiếp từ sau dòng thứ ${summary.resumedAfter} của lần nạp trước` : '';
    print(`Đã đọc ${number(summary.rows)} dòng của ${basename(file)} trong ${number(seconds)} giây${from}.`);
    print(`  Thủ tục mới      ${column(summary.added)}`);
    print(`  Có thay đổi      ${column(summary.changed)}`);
    print(`  Không thay đổi   ${column(summary.unchanged)}`);
    print(`  Từ chối          ${column(summary.rejected)}`);
    print(`  Không đọc được   ${column(summary.unreadable)}`);
    print(`  Nghi vấn         ${column(summary.doubtful)}   (đã nạp, nên xem lại)`);
    if (summary.added + summary.changed === 0) print('Không có gì mới.');
    if (summary.added > 0) print('Thủ tục mới đã vào danh mục, chưa mở tiếp nhận tại quầy.');
  }
  if (shown.length === 0) return;
  const all = summary.doubtful + summary.rejected + summary.unreadable;
  print(
    all > shown.length ? `Dòng nên xem (${shown.length} dòng đầu trong ${number(all)}):` : 'Dòng nên xem:',
  );
  for (const { line, code, outcome, reasons } of shown) {
    print(
      `  ${line === 0 ? 'Cả tệp' : `Dòng ${line}`}${code === null ? '' : `, ${code}`}: ${outcomeNames[outcome]}.`,
    );
    for (const reason of reasons) print(`    ${reason}`);
  }
  if (report !== undefined) print(`Đầy đủ ở tệp ${report}.`);
  else if (all > shown.length) print('Để xem đầy đủ, chạy lại với --report bao-cao.csv.');
}

function isNothingTaken({ added, changed, unchanged }: ImportSummary): boolean {
  return added + changed + unchanged === 0;
}

function number(value: number): string {
  return value.toLocaleString('vi-VN');
}

function column(value: number): string {
  return number(value).padStart(7);
}
