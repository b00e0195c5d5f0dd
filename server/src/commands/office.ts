// motcua office create: a real office, ready for its administrator to sign in and do the rest on the page.

import { defineCommand } from 'citty';
import { officeSchema, setUpOffice } from '../agencies/set-up.ts';
import { exitCodes, StartFault } from '../platform/start-fault.ts';
import { conclude, jsonFlag, print, printJson, withOffice } from './output.ts';

const required = (valueHint: string, description: string) =>
  ({ type: 'string', required: true, valueHint, description }) as const;

const create = defineCommand({
  meta: {
    name: 'create',
    description:
      'Lập một đơn vị thật: cơ quan, các bộ phận thường có, lịch làm việc chung và quản trị đầu tiên. In mật khẩu lần đầu đúng một lần. Cán bộ và các cơ quan khác thêm ở trang Cơ quan và cán bộ.',
  },
  args: {
    tenant: required('đơn vị', 'Tên ngắn của đơn vị sử dụng, ví dụ kien-tuong'),
    code: required('mã', 'Mã cơ quan, ví dụ H53.27787'),
    name: required('tên', 'Tên cơ quan: UBND phường Kiến Tường'),
    'office-name': required('tên', 'Tên bộ phận một cửa in trên giấy tờ'),
    superior: required('tên', 'Cơ quan cấp trên in trên giấy tờ: UBND tỉnh Tây Ninh'),
    place: required('địa danh', 'Địa danh đứng trước ngày tháng: Kiến Tường'),
    address: required('địa chỉ', 'Địa chỉ bộ phận một cửa'),
    phone: { type: 'string', valueHint: 'số', description: 'Điện thoại của bộ phận một cửa' },
    prefix: required('mã', 'Phần đầu mã hồ sơ: 000.00.27.H53'),
    admin: required('tên', 'Tên đăng nhập của quản trị đầu tiên'),
    'admin-name': required('tên', 'Họ và tên của quản trị đầu tiên'),
    'admin-title': required('ông|bà', 'Xưng hô của quản trị đầu tiên'),
    ...jsonFlag,
  },
  run: ({ args }) =>
    conclude(async () => {
      const parsed = officeSchema.safeParse({
        tenant: args.tenant,
        superiorName: args.superior,
        admin: { username: args.admin, fullName: args['admin-name'], title: args['admin-title'] },
        agency: {
          code: args.code,
          name: args.name,
          officeName: args['office-name'],
          placeName: args.place,
          address: args.address,
          phone: args.phone ?? null,
          dossierCodePrefix: args.prefix,
        },
      });
      if (!parsed.success)
        throw new StartFault(
          parsed.error.issues.map(({ message }) => message).join(' '),
          exitCodes.badSetting,
        );
      return withOffice(async ({ ctx }) => {
        const made = await setUpOffice(ctx, parsed.data);
        if (args.json) return printJson(made);
        print(`Đã lập ${parsed.data.agency.name} (đơn vị ${made.tenantId}).`);
        print(`  Địa chỉ          ${ctx.publicUrl}/dang-nhap`);
        print(`  Tên đăng nhập    ${made.username}`);
        print(`  Mật khẩu lần đầu ${made.firstPassword}`);
        print('Mật khẩu này chỉ hiện một lần; lần đăng nhập đầu sẽ đặt mật khẩu riêng.');
        print('Tiếp theo: thêm cán bộ ở trang Cơ quan và cán bộ, nạp thủ tục bằng motcua import procedures.');
      });
    }),
});

export const office = defineCommand({
  meta: { name: 'office', description: 'Đơn vị sử dụng: lập một đơn vị thật' },
  subCommands: { create },
});
