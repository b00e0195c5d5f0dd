// Why the program could not start, in one sentence that an operator can act on.

/** What the shell sees when a command ends. Numbers never change meaning: scripts depend on them. */
export const exitCodes = {
  done: 0,
  failed: 1,
  badSetting: 2,
  portTaken: 3,
  dataFolder: 4,
  database: 5,
  alreadyRunning: 6,
  schema: 7,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** The only exception of starting up: `message` is the whole sentence to print, and nothing else needs printing. */
export class StartFault extends Error {
  readonly exitCode: ExitCode;

  constructor(sentence: string, exitCode: ExitCode) {
    super(sentence);
    this.name = 'StartFault';
    this.exitCode = exitCode;
  }
}

/** The sentence for a failed write below the data folder; an error that is no such failure comes back unchanged. */
export function dataFolderFault(error: unknown, folder: string): unknown {
  const reason = folderReasons[errorCode(error) ?? ''];
  if (reason === undefined) return error;
  return new StartFault(
    `Không dùng được thư mục dữ liệu ${folder} (DATA_DIR): ${reason}.`,
    exitCodes.dataFolder,
  );
}

/** The `code` of a system or database error (`EACCES`, `28P01`), when it has one. */
export function errorCode(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

const notWritable =
  'không có quyền ghi; hãy cấp quyền cho tài khoản đang chạy hoặc đặt DATA_DIR sang thư mục khác';

const folderReasons: Record<string, string> = {
  EACCES: notWritable,
  EPERM: notWritable,
  EROFS: 'ổ đĩa chỉ cho đọc; hãy đặt DATA_DIR sang ổ đĩa ghi được',
  ENOTDIR: 'đường dẫn đi qua một tệp, không phải thư mục; hãy đặt DATA_DIR sang đường dẫn khác',
  EEXIST: 'ở đó đã có một tệp cùng tên; hãy đặt DATA_DIR sang đường dẫn khác',
  ENOSPC: 'ổ đĩa đã đầy; hãy giải phóng dung lượng rồi chạy lại',
  EDQUOT: 'tài khoản đã dùng hết hạn mức ổ đĩa; hãy giải phóng dung lượng rồi chạy lại',
};
