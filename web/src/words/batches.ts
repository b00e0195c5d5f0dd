// Words of batches: papers carried from desk to desk.

export const batchWords = {
  title: 'Bàn giao hồ sơ',
  lead: 'Quét mã trên giấy tiếp nhận, hoặc gõ mã rồi nhấn Enter. Hai bên ký bằng tài khoản của mình.',
  scan: 'Mã hồ sơ',
  scanned: (count: number) => `Đã quét ${count} hồ sơ`,
  unknown: (text: string) => `Không có hồ sơ mã ${text} tại cơ quan này.`,
  notHere: (text: string) => `Hồ sơ ${text} không nằm trong đợt này, hoặc đã được ký nhận.`,
  toUnit: 'Bộ phận nhận',
  choose: 'Chọn bộ phận nhận',
  give: (count: number) => `Ký bàn giao ${count} hồ sơ`,
  given: (name: string) => `Đã lập đợt bàn giao ${name}.`,
  receive: (count: number) => `Ký nhận ${count} hồ sơ đã quét`,
  received: (name: string) => `Đã ký nhận hồ sơ của đợt ${name}.`,
  takeBack: (count: number) => `Lấy lại ${count} hồ sơ chưa nhận`,
  remove: (code: string) => `Bỏ ${code}`,
  newBatch: 'Đợt bàn giao mới',
  list: 'Các đợt gần đây',
  none: 'Chưa có đợt bàn giao nào. Đợt mới sẽ hiện ở đây sau khi ký.',
  open: 'Mở',
  head: (name: string, from: string, to: string) => `Đợt ${name}: ${from} giao ${to}`,
  standing: (count: number, missing: number) =>
    missing === 0 ? `Đã nhận đủ ${count} hồ sơ` : `Còn thiếu ${missing} trong ${count} hồ sơ`,
  signed: (who: string) => `${who} đã ký nhận`,
  ready: 'Đã quét, chờ ký',
  missing: 'Chưa nhận',
  print: 'In biên bản',
};
