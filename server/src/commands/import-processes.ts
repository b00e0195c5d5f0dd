// motcua import processes FILE: takes internal processes in as drafts and says row by row what has to be mended.

import { basename } from 'node:path';
import { dateOf, isRealDate } from '@motcua/domain/time';
import { defineCommand } from 'citty';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { cellText, type ReportKind } from '../procedures/import-report.ts';
import {
  importProcesses,
  type ProcessImportFinding,
  type ProcessImportSummary,
} from '../processes/import.ts';
import { conclude, jsonFlag, print, printJson, progressBar, withOffice } from './output.ts';
import { pickTenant, tenantFlag } from './pick-tenant.ts';
import { openReport } from './report-file.ts';

export const importProcessFile = defineCommand({
  meta: {
    name: 'processes',
    description:
      'Nạp quy trình nội bộ từ tệp JSONL hoặc JSON thành bản nháp, kèm từng chỗ cần sửa. Nạp lại lúc nào cũng được. Mã thoát 1 khi không nạp được dòng nào hoặc có chỗ của tệp không đọc được.',
  },
  args: {
    file: { type: 'positional', required: true, valueHint: 'tệp', description: 'Tệp quy trình' },
    ...tenantFlag,
    report: {
      type: 'string',
      valueHint: 'tệp',
      description: 'Ghi mọi chỗ cần sửa (dòng, mục, cách sửa) vào tệp .csv hoặc .jsonl',
    },
    publish: {
      type: 'string',
      valueHint: 'ngày',
      description:
        'Công bố những quy trình không lỗi và đã chứng minh được, có hiệu lực từ ngày này (2027-01-04)',
    },
    'paid-fee-kept': {
      type: 'string',
      valueHint: 'căn cứ',
      description:
        'Căn cứ để khoản đã nộp không hoàn lại khi hồ sơ kết thúc mà không có kết quả, cho quy trình chưa ghi',
    },
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(() =>
      withOffice(async ({ ctx }) => {
        const tenantId = await pickTenant(ctx.database, args.tenant);
        const publishFrom = args.publish ?? null;
        if (publishFrom !== null && (!isRealDate(publishFrom) || publishFrom < dateOf(ctx.clock.now())))
          throw new StartFault(
            '--publish phải là một ngày từ hôm nay trở đi, dạng 2027-01-04.',
            exitCodes.badSetting,
          );
        const report =
          args.report === undefined
            ? null
            : openReport(args.report, args.file, { head: reportHead, line: reportLine });
        const bar = progressBar('Đang nạp quy trình');
        const shown: ProcessImportFinding[] = [];
        const ground = args['paid-fee-kept'];
        const summary = await importProcesses(ctx, tenantId, args.file, {
          sourceName: basename(args.file),
          paidFee: ground === undefined ? undefined : { kind: 'kept', ground },
          publishFrom,
          onProgress: bar.show,
          onFinding: (finding) => {
            report?.write(finding);
            if (args.json || shown.length < mostShown) shown.push(finding);
          },
        }).finally(() => {
          bar.end();
          report?.close();
        });
        if (args.json) printJson({ ...summary, findings: shown });
        else tell(summary, shown, args.file, args.report);
        const isNothing = summary.clean + summary.defective === 0;
        return summary.unreadable > 0 || isNothing ? exitCodes.failed : exitCodes.done;
      }),
    ),
});

const mostShown = 20;

function tell(
  summary: ProcessImportSummary,
  shown: readonly ProcessImportFinding[],
  file: string,
  report: string | undefined,
): void {
  const column = (value: number) => value.toLocaleString('vi-VN').padStart(7);
  print(`Đã đọc ${summary.rows.toLocaleString('vi-VN')} dòng của ${basename(file)}.`);
  print(`  Bản nháp không lỗi  ${column(summary.clean)}`);
  print(`  Bản nháp cần sửa    ${column(summary.defective)}`);
  print(`  Không thành bản nháp${column(summary.rejected)}`);
  print(`  Không đọc được      ${column(summary.unreadable)}`);
  print(`  Đã có từ trước      ${column(summary.unchanged)}`);
  print(`  Đã công bố          ${column(summary.published)}`);
  print(`Có ghi tổng thời gian: ${summary.withTotal}, các bước cộng lại đúng: ${summary.sumRight}.`);
  if (shown.length === 0) return;
  print(shown.length === mostShown ? `Chỗ cần sửa (${mostShown} chỗ đầu):` : 'Chỗ cần sửa:');
  for (const { line, code, field, problem, remedy } of shown)
    print(
      `  ${line === 0 ? 'Cả tệp' : `Dòng ${line}`}${code === null ? '' : `, ${code}`}, ${field}: ${problem} ${remedy}`,
    );
  if (report !== undefined) print(`Đầy đủ ở tệp ${report}.`);
  else if (shown.length === mostShown) print('Để xem đầy đủ, chạy lại với --report bao-cao.csv.');
}

/** The mark tells spreadsheets that the text is UTF-8. */
function reportHead(kind: ReportKind): string {
  return kind === 'csv' ? '\uFEFFDòng,Mã,Mục,Vấn đề,Cách sửa\r\n' : '';
}

function reportLine(kind: ReportKind, finding: ProcessImportFinding): string {
  if (kind === 'jsonl') return `${JSON.stringify(finding)}\n`;
  const { line, code, field, problem, remedy } = finding;
  return `${[String(line), code ?? '', field, problem, remedy].map(cellText).join(',')}\r\n`;
}
