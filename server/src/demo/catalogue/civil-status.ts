// Civil status (Hộ tịch) of the demo ward: births, marriages, deaths and the papers that prove them.

import {
  authorisation,
  copy,
  councilFee,
  fee,
  field,
  form,
  identity,
  inCase,
  original,
  residence,
  sameDay,
  shown,
  workingDays,
} from './authoring.ts';
import { civilStatusAgain } from './civil-status-again.ts';
import { desk } from './processes.ts';

const birthCertificate = ['KQ.G15.000031', 'Giấy khai sinh'] as const;
const marriageCertificate = ['KQ.G15.000032', 'Giấy chứng nhận kết hôn'] as const;
const deathExtract = ['KQ.G15.000034', 'Trích lục khai tử'] as const;
const kinshipExtract = ['KQ.G15.000033', 'Trích lục đăng ký nhận cha, mẹ, con'] as const;

const proofOfBirth = original(
  'Giấy chứng sinh (hoặc văn bản của người làm chứng, giấy cam đoan về việc sinh)',
);
const proofOfDeath = original('Giấy báo tử hoặc giấy tờ thay Giấy báo tử');
const proofOfKinship = [
  inCase(
    'Khi đã giám định hoặc có xác nhận',
    original('Văn bản của cơ quan y tế, cơ quan giám định xác nhận quan hệ cha, mẹ, con'),
  ),
  inCase(
    'Khi không có văn bản xác nhận',
    original('Văn bản cam đoan về quan hệ cha, mẹ, con, có ít nhất hai người làm chứng'),
  ),
];

export const civilStatus = field(
  'Hộ tịch',
  {
    decision: '163/QĐ-BTP',
    applicants: ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài'],
    law: 'Luật Hộ tịch 2014; Nghị định 123/2015/NĐ-CP; Nghị định 07/2025/NĐ-CP; Nghị định 120/2025/NĐ-CP',
    flow: desk('tu-phap', 'Thẩm tra, ghi sổ hộ tịch'),
  },
  [
    {
      code: '1.001193',
      name: 'Thủ tục đăng ký khai sinh',
      short: 'Đăng ký khai sinh',
      term: sameDay,
      note: 'Miễn lệ phí khi đăng ký trong 60 ngày kể từ ngày sinh.',
      papers: [
        form('Tờ khai đăng ký khai sinh'),
        proofOfBirth,
        inCase('Trẻ bị bỏ rơi', original('Biên bản về việc trẻ bị bỏ rơi')),
        inCase(
          'Trẻ sinh ra do mang thai hộ',
          original('Văn bản xác nhận của cơ sở y tế về việc mang thai hộ'),
        ),
        authorisation,
        identity,
        residence,
      ],
      results: [birthCertificate],
    },
    {
      code: '1.000894',
      name: 'Thủ tục đăng ký kết hôn',
      short: 'Đăng ký kết hôn',
      term: sameDay,
      note: 'Cần xác minh thì không quá 05 ngày làm việc. Hai bên cùng có mặt khi nhận kết quả.',
      conditions: 'Nam từ đủ 20 tuổi, nữ từ đủ 18 tuổi; hai bên tự nguyện.',
      papers: [form('Tờ khai đăng ký kết hôn'), identity, residence],
      results: [marriageCertificate],
    },
    {
      code: '1.000656',
      name: 'Thủ tục đăng ký khai tử',
      short: 'Đăng ký khai tử',
      term: sameDay,
      note: 'Miễn lệ phí khi đăng ký trong 15 ngày kể từ ngày mất. Cần xác minh thì không quá 03 ngày làm việc.',
      papers: [
        form('Tờ khai đăng ký khai tử'),
        proofOfDeath,
        inCase('Người mất đã lâu', original('Giấy tờ, chứng cứ chứng minh sự kiện chết')),
        authorisation,
        identity,
        inCase(
          'Khi cơ sở dữ liệu chưa có nơi cư trú cuối cùng của người mất',
          shown('Giấy tờ chứng minh nơi cư trú cuối cùng của người mất'),
        ),
      ],
      results: [deathExtract],
    },
    {
      code: '1.004873',
      name: 'Thủ tục cấp Giấy xác nhận tình trạng hôn nhân',
      short: 'Xác nhận tình trạng hôn nhân',
      term: workingDays(3),
      ...councilFee,
      papers: [
        form('Tờ khai cấp Giấy xác nhận tình trạng hôn nhân'),
        inCase('Xin cấp lại', original('Giấy xác nhận tình trạng hôn nhân đã cấp trước đó')),
        inCase('Đã ly hôn, hoặc vợ/chồng đã mất', copy('Giấy tờ chứng minh đã ly hôn hoặc vợ/chồng đã mất')),
        authorisation,
        identity,
        residence,
      ],
      results: [['KQ.G15.000038', 'Giấy xác nhận tình trạng hôn nhân']],
    },
    {
      code: '2.000635',
      name: 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh',
      short: 'Bản sao trích lục hộ tịch, Giấy khai sinh',
      term: sameDay,
      levels: ['province', 'commune'],
      fees: [fee('Bản sao trích lục', 8_000, 'copy')],
      papers: [form('Tờ khai đề nghị cấp bản sao Trích lục hộ tịch'), authorisation, identity],
      results: [['KQ.G15.000342', 'Bản sao Trích lục hộ tịch, bản sao Giấy khai sinh']],
    },
    {
      code: '1.001022',
      name: 'Thủ tục đăng ký nhận cha, mẹ, con',
      short: 'Đăng ký nhận cha, mẹ, con',
      term: workingDays(3),
      ...councilFee,
      papers: [form('Tờ khai đăng ký nhận cha, mẹ, con'), ...proofOfKinship, identity, residence],
      results: [kinshipExtract],
    },
    {
      code: '1.000689',
      name: 'Thủ tục đăng ký khai sinh kết hợp đăng ký nhận cha, mẹ, con',
      short: 'Khai sinh kết hợp nhận cha, mẹ, con',
      term: workingDays(3),
      ...councilFee,
      papers: [
        form('Tờ khai đăng ký khai sinh'),
        form('Tờ khai đăng ký nhận cha, mẹ, con'),
        proofOfBirth,
        ...proofOfKinship,
        identity,
        residence,
      ],
      results: [birthCertificate, kinshipExtract],
    },
    {
      code: '1.004859',
      name: 'Thủ tục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc',
      short: 'Thay đổi, cải chính, bổ sung hộ tịch',
      term: workingDays(3),
      ...councilFee,
      papers: [
        form('Tờ khai đăng ký thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'),
        original('Giấy tờ làm căn cứ thay đổi, cải chính, bổ sung'),
        authorisation,
        identity,
        residence,
      ],
      results: [
        ['KQ.G15.000037', 'Trích lục thay đổi, cải chính, bổ sung thông tin hộ tịch, xác định lại dân tộc'],
      ],
    },
    {
      code: '1.004837',
      name: 'Thủ tục đăng ký giám hộ',
      short: 'Đăng ký giám hộ',
      term: workingDays(3),
      papers: [
        form('Tờ khai đăng ký giám hộ'),
        inCase('Giám hộ cử', original('Văn bản cử người giám hộ')),
        inCase('Giám hộ đương nhiên', original('Giấy tờ chứng minh điều kiện giám hộ đương nhiên')),
        authorisation,
        identity,
        residence,
      ],
      results: [['KQ.G15.000035', 'Trích lục đăng ký giám hộ']],
    },
    {
      code: '1.004845',
      name: 'Thủ tục đăng ký chấm dứt giám hộ',
      short: 'Đăng ký chấm dứt giám hộ',
      term: workingDays(2),
      ...councilFee,
      papers: [
        form('Tờ khai đăng ký chấm dứt giám hộ'),
        original('Giấy tờ làm căn cứ chấm dứt giám hộ'),
        authorisation,
        identity,
        residence,
      ],
      results: [['KQ.G15.000036', 'Trích lục đăng ký chấm dứt giám hộ']],
    },
    {
      code: '2.002516',
      name: 'Thủ tục xác nhận thông tin hộ tịch',
      short: 'Xác nhận thông tin hộ tịch',
      term: workingDays(3),
      levels: ['province', 'commune'],
      fees: [fee('Văn bản xác nhận', 8_000, 'case')],
      note: 'Cần xác minh thì không quá 10 ngày làm việc.',
      papers: [
        form('Tờ khai đề nghị xác nhận thông tin hộ tịch'),
        original('Giấy tờ liên quan đến nội dung đề nghị xác nhận'),
        authorisation,
        identity,
      ],
      results: [['KQ.G15.000216', 'Văn bản xác nhận thông tin hộ tịch']],
    },
    ...civilStatusAgain,
  ],
);
