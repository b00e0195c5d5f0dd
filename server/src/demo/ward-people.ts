// The people of the demo ward: officers with their posts, and citizens whose identity numbers nobody can have.

import type { OfficerRole } from '@motcua/domain/process';
import type { WardUnit } from './catalogue/processes.ts';

export interface DemoOfficer {
  username: string;
  fullName: string;
  title: 'ông' | 'bà';
  post: string;
  unit: WardUnit;
  roles: readonly OfficerRole[];
}

/** One password for all demo officers; shown on the sign-in page in demo mode. */
export const demoPassword = 'motcua-demo';

export const demoOfficers: readonly DemoOfficer[] = [
  {
    username: 'nhung',
    fullName: 'Nguyễn Thị Hồng Nhung',
    title: 'bà',
    post: 'Cán bộ một cửa',
    unit: 'mot-cua',
    roles: ['clerk_in', 'clerk_out', 'cashier'],
  },
  {
    username: 'phuc',
    fullName: 'Trần Văn Phúc',
    title: 'ông',
    post: 'Cán bộ một cửa',
    unit: 'mot-cua',
    roles: ['clerk_in', 'clerk_out'],
  },
  {
    username: 'duc',
    fullName: 'Phạm Minh Đức',
    title: 'ông',
    post: 'Giám đốc Trung tâm',
    unit: 'mot-cua',
    roles: ['centre_head', 'dispatcher', 'specialist'],
  },
  {
    username: 'hoa',
    fullName: 'Lê Thị Hoa',
    title: 'bà',
    post: 'Công chức Tư pháp - Hộ tịch',
    unit: 'tu-phap',
    roles: ['specialist'],
  },
  {
    username: 'tung',
    fullName: 'Võ Thanh Tùng',
    title: 'ông',
    post: 'Công chức Tư pháp - Hộ tịch',
    unit: 'tu-phap',
    roles: ['specialist', 'dispatcher'],
  },
  {
    username: 'bao',
    fullName: 'Đặng Quốc Bảo',
    title: 'ông',
    post: 'Trưởng phòng',
    unit: 'kinh-te',
    roles: ['dispatcher', 'specialist'],
  },
  {
    username: 'duyen',
    fullName: 'Huỳnh Thị Mỹ Duyên',
    title: 'bà',
    post: 'Chuyên viên',
    unit: 'kinh-te',
    roles: ['specialist'],
  },
  {
    username: 'nghia',
    fullName: 'Nguyễn Hữu Nghĩa',
    title: 'ông',
    post: 'Công chức Địa chính - Xây dựng',
    unit: 'dia-chinh',
    roles: ['specialist', 'dispatcher'],
  },
  {
    username: 'anh',
    fullName: 'Bùi Thị Ngọc Ánh',
    title: 'bà',
    post: 'Chuyên viên',
    unit: 'van-hoa-xa-hoi',
    roles: ['specialist'],
  },
  {
    username: 'khanh',
    fullName: 'Dương Quốc Khánh',
    title: 'ông',
    post: 'Trưởng phòng',
    unit: 'van-hoa-xa-hoi',
    roles: ['dispatcher', 'specialist'],
  },
  {
    username: 'van',
    fullName: 'Trương Thị Cẩm Vân',
    title: 'bà',
    post: 'Văn thư',
    unit: 'van-phong',
    roles: ['registry', 'dispatcher', 'specialist'],
  },
  {
    username: 'long',
    fullName: 'Phan Thành Long',
    title: 'ông',
    post: 'Phó Chủ tịch UBND phường',
    unit: 'lanh-dao',
    roles: ['approver', 'dispatcher', 'specialist'],
  },
  {
    username: 'oanh',
    fullName: 'Ngô Thị Kim Oanh',
    title: 'bà',
    post: 'Chủ tịch UBND phường',
    unit: 'lanh-dao',
    roles: ['approver'],
  },
];

export interface DemoCitizen {
  fullName: string;
  /** Begins with 999: no province and no country has that prefix. */
  identityNumber: string;
  phone: string;
  address: string;
}

const surnames = 'Nguyễn Trần Lê Phạm Huỳnh Võ Đặng Bùi Đỗ Hồ Ngô Dương Lý Trương Phan Mai'.split(' ');
const middlesOfWomen = ['Thị', 'Thị Ngọc', 'Thị Mỹ', 'Thị Kim', 'Thị Hồng'];
const middlesOfMen = ['Văn', 'Hữu', 'Minh', 'Thanh', 'Quốc'];
const womenNames = 'Mai Hạnh Thủy Tuyết Yến Diễm Phượng Nguyệt Ẩn Bích Trinh Loan Đào Thơ Út Kiều'.split(' ');
const menNames = 'Dũng Tài Khải Hiếu Lợi Nhân Phước Sang Tấn Vinh Đạt Ẩn Trọng Hải Bảy Nghị'.split(' ');
const streets = [
  'đường Hùng Vương',
  'đường 30 Tháng 4',
  'đường Lý Thường Kiệt',
  'đường Võ Văn Tần',
  'đường Bạch Đằng',
  'đường Phan Chu Trinh',
];
const phonePrefixes = ['032', '039', '070', '077', '081', '086', '090', '093', '096', '098'];

/** A citizen made from a number: the same number gives the same person. */
export function demoCitizen(index: number, pick: (below: number) => number): DemoCitizen {
  const woman = pick(2) === 0;
  const choose = (list: readonly string[]): string => list[pick(list.length)] ?? '';
  const name = woman
    ? [choose(surnames), choose(middlesOfWomen), choose(womenNames)]
    : [choose(surnames), choose(middlesOfMen), choose(menNames)];
  const year = 45 + pick(60);
  const centurySex = (year >= 100 ? 2 : 0) + (woman ? 1 : 0);
  const serial = String(100_000 + ((index * 7919) % 899_999)).padStart(6, '0');
  return {
    fullName: name.join(' '),
    identityNumber: `999${centurySex}${String(year % 100).padStart(2, '0')}${serial}`,
    phone: `${choose(phonePrefixes)}${String(1_000_000 + pick(8_999_999))}`,
    address: `Số ${1 + pick(320)} ${choose(streets)}, khu phố ${1 + pick(9)}, phường Kiến Tường, tỉnh Tây Ninh`,
  };
}
