// The demo ward's neighbours: agencies that work on its land dossiers or are asked about them, with people who sign in.

import { officialCalendarSpec } from '@motcua/domain/official-calendar';
import type { OfficerRole, Process } from '@motcua/domain/process';
import { dateOf, type Instant } from '@motcua/domain/time';
import { hashPassword } from '../accounts/sign-in.ts';
import { insertAgency, insertOfficer, insertPost } from '../agencies/set-up-store.ts';
import type { Context } from '../platform/context.ts';
import { addDraft, markPublished } from '../processes/store.ts';
import { stableId, wardIds, wardTenant } from './ward.ts';
import { demoPassword } from './ward-people.ts';

interface Neighbour {
  code: string;
  name: string;
  kind: 'department' | 'branch';
  unit: { code: string; name: string };
  address: string;
  people: readonly {
    username: string;
    fullName: string;
    title: 'ông' | 'bà';
    post: string;
    roles: readonly OfficerRole[];
  }[];
}

export const neighbours: readonly Neighbour[] = [
  {
    code: 'H53.VPDK-KT',
    name: 'Chi nhánh Văn phòng Đăng ký đất đai khu vực Kiến Tường',
    kind: 'branch',
    unit: { code: 'dang-ky', name: 'Bộ phận Đăng ký và cấp Giấy chứng nhận' },
    address: 'Số 12 đường 30 Tháng 4, phường Kiến Tường, tỉnh Tây Ninh',
    people: [
      {
        username: 'thao',
        fullName: 'Nguyễn Thị Thu Thảo',
        title: 'bà',
        post: 'Viên chức đăng ký đất đai',
        roles: ['specialist'],
      },
      {
        username: 'tien',
        fullName: 'Võ Minh Tiến',
        title: 'ông',
        post: 'Phó Giám đốc Chi nhánh',
        roles: ['dispatcher', 'registry', 'specialist'],
      },
    ],
  },
  {
    code: 'H53.SNNMT',
    name: 'Sở Nông nghiệp và Môi trường tỉnh Tây Ninh',
    kind: 'department',
    unit: { code: 'dat-dai', name: 'Phòng Quản lý đất đai' },
    address: 'Số 365 đường Cách Mạng Tháng 8, phường Tân Ninh, tỉnh Tây Ninh',
    people: [
      {
        username: 'hung',
        fullName: 'Lê Quốc Hùng',
        title: 'ông',
        post: 'Phó Giám đốc Sở',
        roles: ['approver', 'dispatcher'],
      },
    ],
  },
  {
    code: 'H53.SXD',
    name: 'Sở Xây dựng tỉnh Tây Ninh',
    kind: 'department',
    unit: { code: 'quy-hoach', name: 'Phòng Quy hoạch, kiến trúc' },
    address: 'Số 314 đường Cách Mạng Tháng 8, phường Tân Ninh, tỉnh Tây Ninh',
    people: [
      {
        username: 'my',
        fullName: 'Trần Thị Diễm My',
        title: 'bà',
        post: 'Chuyên viên',
        roles: ['specialist'],
      },
      {
        username: 'son',
        fullName: 'Hồ Thanh Sơn',
        title: 'ông',
        post: 'Trưởng phòng',
        roles: ['specialist', 'dispatcher'],
      },
    ],
  },
];

const branch = { agency: 'H53.VPDK-KT', unit: 'dang-ky' } as const;

/** Sang tên sổ đỏ, from the ward's counter through the branch and the department and back; the builders are asked. */
export const landProcess: Process = {
  procedureCode: '1.013831',
  steps: [
    { id: 's1', kind: 'intake', name: 'Tiếp nhận', unit: 'mot-cua', role: 'clerk_in', budgetMinutes: 240 },
    {
      id: 's2',
      kind: 'work',
      name: 'Thẩm tra, trích đo thửa đất',
      ...branch,
      role: 'specialist',
      budgetMinutes: 7 * 480,
      checks: 'Giấy tờ chuyển quyền, ranh giới và hiện trạng thửa đất, tranh chấp, thế chấp.',
      produces: 'Mảnh trích đo, dự thảo Giấy chứng nhận',
      consultations: [
        {
          agency: 'Sở Xây dựng tỉnh Tây Ninh',
          agencyCode: 'H53.SXD',
          question: 'Thửa đất có nằm trong quy hoạch hoặc hành lang an toàn công trình không?',
          round: 1,
          budgetMinutes: 3 * 480,
          onSilence: 'consent',
        },
      ],
    },
    {
      id: 's3',
      kind: 'approve',
      name: 'Ký Giấy chứng nhận',
      agency: 'H53.SNNMT',
      unit: 'dat-dai',
      role: 'approver',
      budgetMinutes: 4 * 480,
    },
    {
      id: 's4',
      kind: 'register',
      name: 'Cập nhật sổ địa chính, phát hành',
      ...branch,
      role: 'registry',
      budgetMinutes: 2 * 480,
    },
    { id: 's5', kind: 'return', name: 'Trả kết quả', unit: 'mot-cua', role: 'clerk_out', budgetMinutes: 0 },
  ],
  paidFee: { kind: 'kept', ground: 'khoản thu cho việc đã làm, theo nghị quyết về phí, lệ phí của tỉnh' },
};

/** Adds the neighbours and, from today on, the way of land dossiers through them. Dossiers filed before keep theirs. */
export async function setUpNeighbours(ctx: Context, at: Instant): Promise<void> {
  const passwordHash = await hashPassword(demoPassword);
  await ctx.database.tenant(wardTenant, async (tx) => {
    for (const { code, name, kind, unit, address, people } of neighbours) {
      const id = stableId(`agency/${code}`);
      await insertAgency(
        tx,
        {
          id,
          code,
          name,
          officeName: name,
          superiorName: 'UBND tỉnh Tây Ninh',
          placeName: 'Tây Ninh',
          address,
          phone: null,
          dossierCodePrefix: `000.00.${code.slice(4, 7)}.H53`,
          unitCode: null,
          units: [{ ...unit, counter: null }],
          calendar: officialCalendarSpec,
        },
        at,
        { kind, parentId: null, validFrom: null, ground: 'Lập khi cài đặt', by: null },
      );
      for (const { username, fullName, title, post, roles } of people) {
        const officerId = stableId(`officer/${username}`);
        await insertOfficer(tx, { id: officerId, username, fullName, title, passwordHash }, at);
        const works = { id: officerId, agencyId: id, unit: unit.code, title: post, roles };
        await insertPost(tx, officerId, { ...works, validFrom: null, recordedBy: null }, at);
      }
    }
    const draft = {
      process: landProcess,
      title: null,
      searchKey: '',
      source: 'bản dùng thử',
      findings: [],
      by: null,
    };
    const { version } = await addDraft(tx, draft, at);
    const by = wardIds().officers.get('duc') ?? null;
    await markPublished(tx, landProcess.procedureCode, version, { at, effectiveFrom: dateOf(at), by });
  });
}
