// What people say of work, land, care and roads, and the abbreviations of offices, for what the catalogue writes.

import type { Said } from './find-said-people.ts';

const work: readonly Said[] = [
  [
    'mở quán|mở tiệm|mở cửa hàng|mở shop|bán hàng|buôn bán|kinh doanh nhỏ|kinh doanh cá thể|hộ cá thể|đăng ký kinh doanh|giấy phép kinh doanh|gpkd|dkkd|mở tạp hóa|tạp hóa|bán tạp hóa|kinh doanh hộ gia đình|mở kinh doanh|khởi nghiệp|mở quán ăn|mở quán cà phê|mở nhà hàng|mở tiệm tóc|bán online|lập hộ kinh doanh|mở hộ kinh doanh',
    'đăng ký thành lập hộ kinh doanh',
  ],
  [
    'đóng quán|đóng cửa hàng|nghỉ kinh doanh|nghỉ bán|đóng cửa hộ kinh doanh|giải thể hộ kinh doanh|ngừng kinh doanh|đóng cửa luôn',
    'chấm dứt hoạt động hộ kinh doanh',
  ],
  [
    'tạm nghỉ bán|tạm ngừng bán|tạm nghỉ|tạm đóng cửa|tạm dừng kinh doanh',
    'tạm ngừng kinh doanh hộ kinh doanh',
  ],
  [
    'mở công ty|lập công ty|thành lập công ty|thành lập doanh nghiệp|mở doanh nghiệp|lập doanh nghiệp',
    'đăng ký thành lập công ty doanh nghiệp',
  ],
  [
    'công ty tnhh 1 thành viên|tnhh mtv|tnhh 1tv|công ty một thành viên|một chủ',
    'công ty tnhh một thành viên',
  ],
  [
    'tnhh 2 thành viên|tnhh 3 thành viên|tnhh nhiều thành viên|2 thành viên|3 thành viên|4 thành viên|tnhh 2tv|nhiều thành viên|ba thành viên',
    'công ty tnhh hai thành viên trở lên',
  ],
  ['dntn', 'doanh nghiệp tư nhân'],
  [
    'đổi tên công ty|đổi địa chỉ công ty|chuyển trụ sở|thêm ngành nghề|bổ sung ngành nghề|đổi trụ sở|đổi tên doanh nghiệp',
    'đăng ký thay đổi địa chỉ trụ sở chính đổi tên của doanh nghiệp thông báo thay đổi ngành nghề kinh doanh',
  ],
  ['đổi giám đốc|đổi người đại diện', 'đăng ký thay đổi người đại diện theo pháp luật'],
  [
    'mở chi nhánh|thành lập chi nhánh|lập chi nhánh|văn phòng đại diện|địa điểm kinh doanh',
    'đăng ký hoạt động chi nhánh văn phòng đại diện địa điểm kinh doanh',
  ],
  ['giải thể công ty|đóng cửa công ty|phá sản', 'giải thể doanh nghiệp'],
  ['mã số thuế|mst|mã số thuế cá nhân|xin mã thuế|mã thuế', 'đăng ký thuế lần đầu'],
  ['đóng thuế|nộp thuế|khai thuế', 'khai thuế'],
  ['hoàn thuế', 'hoàn thuế thu nhập'],
  [
    'vệ sinh thực phẩm|attp|vsattp|an toàn thực phẩm|vệ sinh an toàn thực phẩm',
    'cấp giấy chứng nhận cơ sở đủ điều kiện an toàn thực phẩm',
  ],
  ['bán rượu|rượu', 'cấp giấy phép bán lẻ rượu'],
  ['thuốc lá', 'cấp giấy phép bán lẻ thuốc lá'],
  ['karaoke', 'cấp giấy phép kinh doanh dịch vụ karaoke'],
  ['bán thuốc|nhà thuốc|quầy thuốc|tiệm thuốc', 'cấp giấy chứng nhận đủ điều kiện kinh doanh dược'],
  ['phòng khám|mở phòng khám', 'cấp giấy phép hoạt động khám bệnh chữa bệnh'],
  ['nhà trẻ|giữ trẻ|mở trường mầm non|lớp mẫu giáo|nhóm trẻ', 'thành lập nhóm trẻ lớp mẫu giáo độc lập'],
  ['hợp tác xã|htx', 'hợp tác xã'],
  ['giấy phép lao động|work permit', 'cấp giấy phép lao động cho người nước ngoài'],
  ['thất nghiệp|bảo hiểm thất nghiệp|bhtn', 'hưởng trợ cấp thất nghiệp'],
  ['xuất khẩu lao động|đi làm nước ngoài', 'người lao động đi làm việc ở nước ngoài theo hợp đồng'],
];

const land: readonly Said[] = [
  [
    'xây nhà|cất nhà|làm nhà|xin phép xây|xây dựng nhà|xây nhà ở|phép xây dựng|cấp phép xây dựng|gpxd|giấy phép xây|xin xây|nhà cấp 3|nhà cấp 4|nhà ở riêng lẻ|xây mới',
    'cấp giấy phép xây dựng mới đối với công trình nhà ở riêng lẻ',
  ],
  ['sửa nhà|cải tạo nhà|nâng tầng|cơi nới', 'cấp giấy phép xây dựng sửa chữa cải tạo nhà ở riêng lẻ'],
  ['dỡ nhà|di dời nhà|dời nhà', 'cấp giấy phép di dời công trình'],
  [
    'sổ đỏ|sổ hồng|bìa đỏ|gcn|gcnqsdđ|gcnqsdd|giấy chứng nhận đất|giấy tờ đất|giấy đất|quyền sử dụng đất|qsdđ|qsdd|sổ đất|bìa đất',
    'giấy chứng nhận quyền sử dụng đất quyền sở hữu tài sản gắn liền với đất',
  ],
  [
    'làm sổ đỏ|làm sổ hồng|ra sổ|cấp sổ đỏ|xin sổ đỏ|làm bìa đỏ|cấp sổ lần đầu|cấp gcn lần đầu|cấp sổ',
    'đăng ký đất đai tài sản gắn liền với đất cấp giấy chứng nhận lần đầu',
  ],
  ['mất sổ đỏ|mất sổ hồng|mất sổ|mất bìa đỏ', 'cấp lại giấy chứng nhận do bị mất'],
  ['đổi sổ đỏ|đổi sổ hồng|đổi sổ|đổi bìa', 'cấp đổi giấy chứng nhận quyền sử dụng đất'],
  [
    'sang tên|sang sổ|chuyển nhượng đất|bán đất|tặng cho đất|cho đất|sang nhượng|mua đất|chuyển tên sổ|thừa kế đất|bán nhà|mua nhà',
    'đăng ký biến động chuyển nhượng thừa kế tặng cho quyền sử dụng đất tài sản gắn liền với đất',
  ],
  ['tách thửa|tách sổ|chia đất|nhập thửa|gộp thửa|phân lô|tách đất', 'tách thửa hoặc hợp thửa đất'],
  [
    'lên thổ cư|chuyển thổ cư|chuyển mục đích|lên đất ở|chuyển đất vườn|chuyển đất ruộng|đất nông nghiệp sang',
    'chuyển mục đích sử dụng đất',
  ],
  [
    'thế chấp|vay ngân hàng|gdbđ|cầm cố sổ',
    'đăng ký biện pháp bảo đảm bằng quyền sử dụng đất tài sản gắn liền với đất',
  ],
  ['xóa thế chấp|xóa chấp|giải chấp', 'xóa đăng ký biện pháp bảo đảm bằng quyền sử dụng đất'],
  ['đính chính|sai sổ đỏ|sai thông tin trên sổ', 'đính chính giấy chứng nhận đã cấp'],
  ['tranh chấp đất|lấn đất|tranh chấp ranh', 'giải quyết tranh chấp đất đai hòa giải'],
  ['bđs|bất động sản|dự án bđs', 'nhà ở dự án bất động sản'],
  ['thuê đất|thuê đất nhà nước', 'giao đất cho thuê đất'],
  ['nhà ở xã hội|mua nhà xã hội', 'nhà ở xã hội'],
];

const care: readonly Said[] = [
  ['hộ nghèo|cận nghèo|xác nhận nghèo|sổ hộ nghèo', 'công nhận hộ nghèo hộ cận nghèo'],
  ['mai táng|tiền tuất|tử tuất|tang lễ|ma chay|chôn cất', 'hỗ trợ chi phí mai táng'],
  ['khuyết tật|tàn tật|nkt|giấy khuyết tật', 'xác định mức độ khuyết tật cấp giấy xác nhận khuyết tật'],
  [
    'trợ cấp|tiền già|trợ cấp người già|người cao tuổi|trợ cấp xã hội|tcxh|trợ giúp xã hội|trợ cấp 80 tuổi|người già',
    'trợ cấp xã hội hàng tháng',
  ],
  ['bảo trợ|bảo trợ xã hội', 'đối tượng bảo trợ xã hội'],
  ['bhyt|thẻ bảo hiểm y tế|bảo hiểm y tế', 'cấp thẻ bảo hiểm y tế'],
  ['bhxh|sổ bảo hiểm|bảo hiểm xã hội', 'bảo hiểm xã hội'],
  ['bảo hiểm một lần|rút bảo hiểm|bhxh một lần|rút bhxh', 'hưởng bảo hiểm xã hội một lần'],
  ['thai sản|nghỉ sinh|tiền thai sản', 'hưởng chế độ thai sản'],
  ['lương hưu|nghỉ hưu|về hưu', 'hưởng lương hưu'],
  ['liệt sĩ|thương binh|người có công|chất độc da cam|gia đình chính sách', 'người có công với cách mạng'],
  ['chuyển trường|nhập học|xin học', 'chuyển trường học sinh tuyển sinh'],
  ['bằng tốt nghiệp|mất bằng|cấp lại bằng|bằng cấp', 'văn bằng chứng chỉ'],
  ['thpt|cấp ba', 'trung học phổ thông'],
  ['học phí|miễn học phí', 'miễn giảm học phí hỗ trợ chi phí học tập'],
];

const roads: readonly Said[] = [
  ['gplx|bằng lái|blx|bằng lái xe|bằng xe máy|bằng xe|giấy phép lái|bằng ô tô', 'giấy phép lái xe'],
  ['thi bằng lái|học lái xe|thi lấy bằng', 'sát hạch cấp giấy phép lái xe'],
  ['bằng lái quốc tế|idp|bằng quốc tế', 'cấp giấy phép lái xe quốc tế'],
  ['đổi bằng lái|đổi bằng|bằng lái hết hạn|đổi gplx', 'đổi giấy phép lái xe'],
  ['mất bằng lái|mất gplx', 'cấp lại giấy phép lái xe'],
  [
    'biển số|cà vẹt|đăng ký xe|mua xe|cavet|đăng ký xe máy|đăng ký ô tô|xe mới',
    'đăng ký cấp biển số xe lần đầu',
  ],
  ['sang tên xe|bán xe|mua xe cũ|chuyển tên xe', 'đăng ký sang tên di chuyển xe'],
  ['đăng kiểm', 'cấp giấy chứng nhận kiểm định'],
  ['pccc|phòng cháy', 'phòng cháy chữa cháy'],
  ['đấu nối|vỉa hè|lòng đường', 'sử dụng tạm thời lòng đường vỉa hè'],
];

const short: readonly Said[] = [
  ['ks|gks|đkks|dkks', 'khai sinh'],
  ['kt|gkt', 'khai tử'],
  ['đkkh|dkkh', 'đăng ký kết hôn'],
  ['xnhn|xntthn|xnttn', 'xác nhận tình trạng hôn nhân'],
  ['tlks', 'bản sao trích lục khai sinh'],
  ['hkd', 'hộ kinh doanh'],
  ['dn|dnghiep', 'doanh nghiệp'],
  ['cty', 'công ty'],
  ['ubnd', 'ủy ban nhân dân'],
  ['cđct', 'chế độ chính sách'],
  ['gp', 'giấy phép'],
  ['gcn', 'giấy chứng nhận'],
  ['đk', 'đăng ký'],
  ['tnhh', 'trách nhiệm hữu hạn'],
  ['trách nhiệm hữu hạn', 'tnhh'],
  ['ctcp', 'công ty cổ phần'],
  ['csvn', 'việt nam'],
  ['vn', 'việt nam'],
  ['nn', 'nước ngoài'],
  ['hđ', 'hợp đồng'],
  ['bđs', 'bất động sản'],
  ['tc', 'tố cáo'],
  ['kn', 'khiếu nại'],
  ['shk', 'đăng ký thường trú'],
  ['thẻ căn cước công dân', 'thẻ căn cước'],
  ['tt', 'thủ tục'],
  ['vlxd', 'vật liệu xây dựng'],
  ['bảo hiểm y tế', 'bhyt'],
  ['bảo hiểm xã hội', 'bhxh'],
  ['bảo hiểm thất nghiệp', 'bhtn'],
  ['xkl|xklđ', 'đi làm việc ở nước ngoài'],
];

export const saidOfWork: readonly Said[] = [...work, ...land, ...care, ...roads, ...short];
