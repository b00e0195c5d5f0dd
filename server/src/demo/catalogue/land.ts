// Land (Đất đai) and crops (Trồng trọt) of the demo ward: use, registration, certificates and disputes.

import { authorisation, copy, days, field, form, inCase, original, workingDays } from './authoring.ts';
import { desk, type Flow } from './processes.ts';

const council = 'Phí, lệ phí theo nghị quyết của Hội đồng nhân dân tỉnh.';
const taxTime = `${council} Thời hạn không tính thời gian thực hiện nghĩa vụ tài chính.`;
const decree = 'Nghị định 151/2025/NĐ-CP';
const certificate = [
  'KQ.G10.001148',
  'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất',
] as const;
const changedCertificate = [
  'KQ.G10.001147',
  'Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất (cấp mới hoặc xác nhận thay đổi)',
] as const;
const changeForm = form('Đơn đăng ký biến động đất đai, tài sản gắn liền với đất', `Mẫu số 18, ${decree}`);
const registrationForm = form('Đơn đăng ký đất đai, tài sản gắn liền với đất');
const issuedCertificate = original('Bản gốc Giấy chứng nhận đã cấp');
const survey = inCase('Có nhu cầu đo đạc lại', copy('Mảnh trích đo bản đồ địa chính thửa đất'));

const surveyed: Flow = {
  assignedBy: 'kinh-te',
  work: [
    { name: 'Kiểm tra hồ sơ, thực địa, trích lục', unit: 'dia-chinh', share: 4 },
    { name: 'Thẩm định, trình ký', unit: 'kinh-te', share: 1 },
  ],
};

export const land = field(
  'Đất đai',
  {
    decision: '3380/QĐ-BNNMT',
    applicants: ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài', 'Doanh nghiệp'],
    law: `Luật Đất đai 2024; ${decree}`,
    flow: surveyed,
  },
  [
    {
      code: '1.013949',
      name: 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất đối với trường hợp giao đất, cho thuê đất không đấu giá quyền sử dụng đất, không đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; trường hợp giao đất, cho thuê đất thông qua đấu thầu lựa chọn nhà đầu tư thực hiện dự án có sử dụng đất; giao đất và giao rừng; cho thuê đất và cho thuê rừng, gia hạn sử dụng đất khi hết thời hạn sử dụng đất',
      short: 'Giao đất, cho thuê đất, chuyển mục đích sử dụng đất',
      term: days(15),
      fees: [],
      note: taxTime,
      papers: [
        form('Đơn đề nghị giao đất/thuê đất/chuyển mục đích sử dụng đất'),
        copy('Giấy chứng nhận đã cấp hoặc giấy tờ theo Điều 137 Luật Đất đai'),
        inCase(
          'Chuyển từ đất chuyên trồng lúa',
          form('Phương án sử dụng tầng đất mặt', `Mẫu số 26, ${decree}`),
        ),
        inCase('Thực hiện dự án đầu tư', copy('Văn bản phê duyệt dự án hoặc chấp thuận chủ trương đầu tư')),
      ],
      results: [
        ['KQ.G10.000868', 'Quyết định giao đất, cho thuê đất, cho phép chuyển mục đích sử dụng đất'],
        certificate,
      ],
    },
    {
      // The national record names the province only: the ward takes the dossier in for the land registration office.
      code: '1.013831',
      name: 'Đăng ký biến động quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất trong các trường hợp chuyển đổi quyền sử dụng đất nông nghiệp mà không theo phương án dồn điền, đổi thửa; chuyển nhượng, thừa kế, tặng cho quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất, góp vốn bằng quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất; cho thuê, cho thuê lại quyền sử dụng đất trong dự án xây dựng kinh doanh kết cấu hạ tầng; bán hoặc tặng cho hoặc để thừa kế hoặc góp vốn bằng tài sản gắn liền với đất thuê của Nhà nước theo hình thức thuê đất trả tiền hàng năm',
      short: 'Sang tên sổ đỏ: chuyển nhượng, thừa kế, tặng cho đất',
      levels: ['province', 'commune'],
      agency: 'Chi nhánh Văn phòng Đăng ký đất đai',
      term: workingDays(18),
      fees: [],
      note: taxTime,
      papers: [
        changeForm,
        issuedCertificate,
        original('Hợp đồng hoặc văn bản về việc chuyển quyền (công chứng hoặc chứng thực)'),
        inCase('Đất đang thế chấp', original('Văn bản đồng ý của bên nhận thế chấp')),
        inCase(
          'Nhiều người nhận chuyển quyền',
          original('Văn bản thỏa thuận về việc cấp chung một Giấy chứng nhận'),
        ),
        survey,
        authorisation,
      ],
      results: [changedCertificate],
    },
    {
      code: '1.013978',
      name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với hộ gia đình, cá nhân, cộng đồng dân cư, người gốc Việt Nam định cư ở nước ngoài',
      short: 'Cấp sổ đỏ lần đầu cho hộ gia đình, cá nhân',
      applicants: ['Công dân Việt Nam', 'Người Việt Nam định cư ở nước ngoài'],
      term: workingDays(27),
      fees: [],
      note: taxTime,
      papers: [
        registrationForm,
        copy('Một trong các giấy tờ theo Điều 137, 148, 149 Luật Đất đai, sơ đồ nhà ở, công trình (nếu có)'),
        inCase('Nhận thừa kế', copy('Giấy tờ về việc nhận thừa kế quyền sử dụng đất')),
        inCase('Hộ gia đình sử dụng đất', original('Văn bản xác định thành viên có chung quyền sử dụng đất')),
        inCase('Đã nộp tiền hoặc được miễn, giảm', copy('Chứng từ thực hiện nghĩa vụ tài chính')),
        survey,
        authorisation,
      ],
      results: [['KQ.G10.000921', 'Thông báo xác nhận kết quả đăng ký đất đai'], certificate],
    },
    {
      code: '1.012753',
      name: 'Đăng ký đất đai, tài sản gắn liền với đất, cấp Giấy chứng nhận quyền sử dụng đất, quyền sở hữu tài sản gắn liền với đất lần đầu đối với tổ chức đang sử dụng đất',
      short: 'Cấp Giấy chứng nhận đất lần đầu cho tổ chức',
      applicants: ['Doanh nghiệp', 'Hợp tác xã', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
      term: workingDays(20),
      fees: [],
      note: taxTime,
      papers: [
        registrationForm,
        form('Báo cáo kết quả rà soát hiện trạng sử dụng đất', `Mẫu số 15d, ${decree}`),
        copy('Sơ đồ, trích lục hoặc mảnh trích đo bản đồ địa chính (nếu có)', { required: false }),
        inCase('Đã nộp tiền hoặc được miễn, giảm', copy('Chứng từ thực hiện nghĩa vụ tài chính')),
        authorisation,
      ],
      results: [['KQ.G10.000935', 'Quyết định hình thức sử dụng đất'], certificate],
    },
    {
      code: '1.012796',
      name: 'Đính chính Giấy chứng nhận đã cấp lần đầu có sai sót',
      short: 'Đính chính sổ đỏ cấp lần đầu có sai sót',
      decision: '2304/QĐ-BNNMT',
      term: workingDays(8),
      fees: [],
      note: council,
      papers: [changeForm, issuedCertificate, copy('Giấy tờ chứng minh sai sót thông tin'), authorisation],
      results: [changedCertificate],
    },
    {
      code: '1.012812',
      name: 'Hòa giải tranh chấp đất đai',
      short: 'Hòa giải tranh chấp đất đai',
      decision: '2304/QĐ-BNNMT',
      term: days(30),
      channels: ['counter', 'post'],
      papers: [
        original('Đơn yêu cầu hòa giải tranh chấp đất đai'),
        copy('Giấy tờ liên quan đến việc sử dụng đất', { required: false }),
      ],
      results: [['KQ.G10.001159', 'Biên bản hòa giải tranh chấp đất đai']],
    },
  ],
);

export const crops = field(
  'Trồng trọt',
  {
    decision: '1000/QĐ-BNNMT',
    applicants: ['Công dân Việt Nam', 'Tổ chức (không bao gồm doanh nghiệp, HTX)'],
    law: 'Luật Trồng trọt 2018; Nghị định 112/2024/NĐ-CP',
    flow: desk('kinh-te', 'Thẩm định bản đăng ký'),
  },
  [
    {
      code: '1.008004',
      name: 'Chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa',
      short: 'Chuyển đổi cây trồng, vật nuôi trên đất lúa',
      term: workingDays(5),
      papers: [
        form(
          'Bản đăng ký chuyển đổi cơ cấu cây trồng, vật nuôi trên đất trồng lúa',
          'Phụ lục IV Nghị định 112/2024/NĐ-CP',
        ),
      ],
      results: [
        ['KQ.G10.000535', 'Văn bản chấp thuận chuyển đổi'],
        ['KQ.G10.000536', 'Văn bản không chấp thuận chuyển đổi'],
      ],
    },
  ],
);
