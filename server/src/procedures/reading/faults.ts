// The sentences told when a catalogue file, or a line of it, cannot be read: what is wrong, and what to do.

import type { ReadFault } from './raw-row.ts';
import { longestLine } from './read-lines.ts';

/** JSON and XLSX cannot be read piece by piece, so they have a limit; JSONL and CSV have none. */
export const wholeFileLimit = 64 * 1024 * 1024;

const megabyte = 1024 * 1024;

export const faults = {
  missing: (file: string): ReadFault => ({
    line: 0,
    fault: `Không tìm thấy tệp "${file}". Xin kiểm tra lại đường dẫn.`,
  }),
  folder: (file: string): ReadFault => ({
    line: 0,
    fault: `"${file}" là thư mục, không phải tệp danh mục. Xin chỉ đến một tệp JSONL, JSON, CSV hoặc XLSX.`,
  }),
  forbidden: (file: string): ReadFault => ({
    line: 0,
    fault: `Không mở được tệp "${file}". Xin kiểm tra quyền đọc của tài khoản đang chạy lệnh.`,
  }),
  empty: (file: string): ReadFault => ({
    line: 0,
    fault: `Tệp "${file}" trống. Xin xuất lại danh mục rồi thử lại.`,
  }),
  tooLarge: (bytes: number, kind: string): ReadFault => ({
    line: 0,
    fault: `Tệp ${kind} lớn ${Math.ceil(bytes / megabyte)} MB, quá giới hạn ${wholeFileLimit / megabyte} MB. Xin lưu danh mục dạng JSONL hoặc CSV, hai dạng không giới hạn.`,
  }),
  oldExcel: (): ReadFault => ({
    line: 0,
    fault: 'Tệp ở dạng Excel cũ (.xls). Xin mở bằng Excel hoặc LibreOffice, lưu lại dạng .xlsx rồi thử lại.',
  }),
  unknownKind: (file: string): ReadFault => ({
    line: 0,
    fault: `Không nhận ra dạng của tệp "${file}". Xin dùng tệp JSONL, JSON, CSV hoặc XLSX.`,
  }),
  notUtf8: (line: number, offset: number): ReadFault => ({
    line,
    fault: `Dòng ${line}, byte thứ ${offset + 1} không phải mã UTF-8; dừng đọc tại đây. Xin lưu lại tệp với bảng mã UTF-8 rồi nạp lại.`,
  }),
  utf16: (): ReadFault => ({
    line: 0,
    fault: 'Tệp dùng bảng mã UTF-16. Xin lưu lại tệp với bảng mã UTF-8 rồi thử lại.',
  }),
  longLine: (line: number): ReadFault => ({
    line,
    fault: `Dòng ${line} dài quá ${longestLine / megabyte} MB nên bị bỏ qua. Xin kiểm tra dấu xuống dòng của tệp.`,
  }),
  cutLine: (line: number): ReadFault => ({
    line,
    fault: `Dòng cuối (dòng ${line}) bị cắt giữa chừng: tệp chưa chép xong. Xin chép lại cả tệp rồi nạp lại; các dòng trước vẫn dùng được.`,
  }),
  notJson: (line: number): ReadFault => ({
    line,
    fault: `Dòng ${line} không đúng cú pháp JSON nên bị bỏ qua. Xin sửa dòng này rồi nạp lại.`,
  }),
  notRecord: (line: number): ReadFault => ({
    line,
    fault: `Mục ${line} không phải một thủ tục (cần một đối tượng JSON có mã và tên). Xin sửa mục này rồi nạp lại.`,
  }),
  brokenJson: (line: number, wasCut: boolean): ReadFault => ({
    line,
    fault: wasCut
      ? `Tệp JSON bị cắt giữa chừng ở dòng ${line}. Xin chép lại cả tệp rồi thử lại.`
      : `Tệp JSON sai cú pháp ở dòng ${line}. Xin sửa chỗ này rồi thử lại.`,
  }),
  noList: (): ReadFault => ({
    line: 0,
    fault:
      'Tệp JSON không có danh sách thủ tục. Cần một mảng, hoặc đối tượng có trường "procedures" là một mảng.',
  }),
  noHeaders: (line: number): ReadFault => ({
    line,
    fault: `Dòng tiêu đề thiếu cột "Mã TTHC" hoặc "Tên TTHC". Xin đặt tên cột ở dòng ${line === 0 ? 'đầu' : line} của tệp.`,
  }),
  openQuote: (line: number): ReadFault => ({
    line,
    fault: `Có dấu ngoặc kép mở mà không khép, bắt đầu từ dòng ${line}, hoặc tệp bị cắt giữa chừng. Xin sửa dòng này hoặc chép lại cả tệp.`,
  }),
  badCsv: (line: number): ReadFault => ({
    line,
    fault: `Dòng ${line} không đúng dạng CSV; dừng đọc tại đây. Xin kiểm tra dấu ngoặc kép và dấu phân cách của dòng này.`,
  }),
  badWorkbook: (): ReadFault => ({
    line: 0,
    fault:
      'Không đọc được bảng tính: tệp XLSX hỏng hoặc chép chưa xong. Xin chép lại, hoặc lưu lại bằng Excel rồi thử lại.',
  }),
} as const;
