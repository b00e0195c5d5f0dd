// Civil status of the demo ward, second part: registering again, foreign elements and linked procedures.

import {
  authorisation,
  componentTerms,
  copy,
  councilFee,
  type Draft,
  form,
  identity,
  inCase,
  original,
  residence,
  sameDay,
  shown,
  workingDays,
} from './authoring.ts';

const abroad = ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài', 'Người nước ngoài'];
const verifying = 'Phải xác minh thì thời hạn được kéo dài theo quy định; Trung tâm báo ngày hẹn mới.';
const fiveDays = { term: workingDays(5), fees: councilFee.fees, note: `${councilFee.note} ${verifying}` };

/** Drafts which `civil-status.ts` adds to its own: together they are the field Hộ tịch. */
export const civilStatusAgain: readonly Draft[] = [
  {
    code: '1.004884',
    name: 'Thủ tục đăng ký lại khai sinh',
    short: 'Đăng ký lại khai sinh',
    ...fiveDays,
    papers: [
      form('Tờ khai đăng ký lại khai sinh'),
      copy('Bản sao Giấy khai sinh hoặc giấy tờ cá nhân có nội dung khai sinh'),
      inCase(
        'Cán bộ, công chức, viên chức, người trong lực lượng vũ trang',
        original('Văn bản xác nhận của thủ trưởng cơ quan, đơn vị'),
      ),
      authorisation,
      identity,
      residence,
    ],
    results: [['KQ.G15.000031', 'Giấy khai sinh']],
  },
  {
    code: '1.004772',
    name: 'Thủ tục đăng ký khai sinh cho người đã có hồ sơ, giấy tờ cá nhân',
    short: 'Khai sinh cho người đã có giấy tờ cá nhân',
    ...fiveDays,
    papers: [
      form('Tờ khai đăng ký khai sinh'),
      original('Văn bản cam đoan về việc chưa được đăng ký khai sinh'),
      copy('Bản sao hồ sơ, giấy tờ cá nhân có thông tin khai sinh'),
      inCase(
        'Cán bộ, công chức, viên chức, người trong lực lượng vũ trang',
        original('Văn bản xác nhận của thủ trưởng cơ quan, đơn vị'),
      ),
      authorisation,
      identity,
      residence,
    ],
    results: [['KQ.G15.000031', 'Giấy khai sinh']],
  },
  {
    code: '1.004746',
    name: 'Thủ tục đăng ký lại kết hôn',
    short: 'Đăng ký lại kết hôn',
    ...fiveDays,
    papers: [
      form('Tờ khai đăng ký lại kết hôn'),
      copy('Bản sao Giấy chứng nhận kết hôn cấp trước đây hoặc giấy tờ có thông tin về việc kết hôn'),
      identity,
      residence,
    ],
    results: [['KQ.G15.000032', 'Giấy chứng nhận kết hôn']],
  },
  {
    code: '1.005461',
    name: 'Đăng ký lại khai tử',
    short: 'Đăng ký lại khai tử',
    ...fiveDays,
    papers: [
      form('Tờ khai đăng ký lại khai tử'),
      copy('Bản sao Giấy chứng tử cấp trước đây hoặc giấy tờ chứng minh sự kiện chết'),
      authorisation,
      identity,
      residence,
    ],
    results: [['KQ.G15.000034', 'Trích lục khai tử']],
  },
  {
    code: '2.000528',
    name: 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài',
    short: 'Khai sinh có yếu tố nước ngoài',
    term: sameDay,
    ...councilFee,
    applicants: abroad,
    papers: [
      form('Tờ khai đăng ký khai sinh'),
      original('Giấy chứng sinh hoặc giấy tờ thay thế'),
      inCase(
        'Cha hoặc mẹ là người nước ngoài',
        original('Văn bản thỏa thuận của cha, mẹ về việc chọn quốc tịch cho con'),
      ),
      inCase('Trẻ sinh ra ở nước ngoài', shown('Giấy tờ chứng minh trẻ nhập cảnh hợp pháp vào Việt Nam')),
      authorisation,
      identity,
      residence,
    ],
    results: [['KQ.G15.000031', 'Giấy khai sinh']],
  },
  {
    code: '2.000806',
    name: 'Thủ tục đăng ký kết hôn có yếu tố nước ngoài',
    short: 'Kết hôn có yếu tố nước ngoài',
    ...fiveDays,
    applicants: abroad,
    papers: [
      form('Tờ khai đăng ký kết hôn'),
      original('Giấy xác nhận của tổ chức y tế có thẩm quyền'),
      original('Giấy tờ chứng minh tình trạng hôn nhân của người nước ngoài'),
      copy('Bản sao hộ chiếu của người nước ngoài'),
      identity,
      residence,
    ],
    results: [['KQ.G15.000032', 'Giấy chứng nhận kết hôn']],
  },
  {
    code: '3.000722',
    name: 'Liên thông thủ tục hành chính về đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế cho trẻ em dưới 6 tuổi',
    short: 'Liên thông khai sinh, thường trú, thẻ bảo hiểm y tế',
    decision: null,
    term: componentTerms,
    channels: ['counter', 'online'],
    papers: [
      form('Tờ khai điện tử liên thông đăng ký khai sinh, đăng ký thường trú, cấp thẻ bảo hiểm y tế'),
      original('Giấy chứng sinh hoặc giấy tờ thay thế'),
      identity,
      inCase(
        'Trẻ đăng ký thường trú theo người khác',
        original('Văn bản đồng ý của chủ hộ, chủ sở hữu chỗ ở hợp pháp'),
      ),
    ],
    results: [
      ['KQ.G15.000031', 'Giấy khai sinh'],
      ['KQ.G01.000065', 'Thông báo kết quả giải quyết thủ tục về cư trú'],
      ['KQ.G18.000047', 'Thẻ bảo hiểm y tế'],
    ],
  },
  {
    code: '2.002913',
    name: 'Liên thông thủ tục hành chính về đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
    short: 'Liên thông khai tử, xóa thường trú, mai táng phí',
    decision: null,
    term: componentTerms,
    channels: ['counter', 'online'],
    papers: [
      form(
        'Tờ khai điện tử liên thông đăng ký khai tử, xóa đăng ký thường trú, giải quyết mai táng phí, tử tuất',
      ),
      original('Giấy báo tử hoặc giấy tờ thay Giấy báo tử'),
      identity,
    ],
    results: [
      ['KQ.G15.000034', 'Trích lục khai tử'],
      ['KQ.G01.000065', 'Thông báo kết quả giải quyết thủ tục về cư trú'],
      [null, 'Quyết định hỗ trợ mai táng phí, tử tuất'],
    ],
  },
];
