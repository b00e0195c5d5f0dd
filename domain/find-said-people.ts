// What people say of births, marriages, deaths, papers and where they live, for what the catalogue writes.

/** Whatever of the first is said, the second is meant as well. Alternatives are divided by `|`. */
export type Said = readonly [said: string, means: string];

const people: readonly Said[] = [
  [
    'cưới|lấy vợ|lấy chồng|lập gia đình|thành hôn|kết hôn dân sự|hôn thú|giấy hôn thú|hôn lễ|giá thú|lấy nhau',
    'đăng ký kết hôn',
  ],
  [
    'sinh con|sinh em bé|đẻ con|mới sinh|mới đẻ|khai sanh|sinh bé|sanh con|có em bé|sinh đôi|giấy chứng sinh|chứng sinh|trẻ sơ sinh|sơ sinh|đặt tên cho con|sinh cháu',
    'đăng ký khai sinh',
  ],
  [
    'chứng tử|báo tử|giấy chứng tử|qua đời|từ trần|người chết|đã chết|bị chết|mới mất|vừa mất|ba tôi mất|mẹ tôi mất|bố tôi mất|người thân mất|người thân tôi mất|ông tôi mất|bà tôi mất|chết|giấy báo tử|tử vong',
    'đăng ký khai tử',
  ],
  [
    'độc thân|chưa vợ|chưa chồng|chưa kết hôn lần nào|giấy độc thân|xác nhận hôn nhân|xác nhận đã ly hôn|tình trạng độc thân',
    'cấp giấy xác nhận tình trạng hôn nhân',
  ],
  [
    'giấy khai sinh bị hư hỏng|giấy khai sinh bị rách|trích lục|trích lục khai sinh|trích lục khai tử|trích lục kết hôn|trích lục ghi chú',
    'bản sao trích lục hộ tịch',
  ],
  [
    'mất giấy khai sinh|bản sao giấy khai sinh|bản sao khai sinh|bản sao giấy chứng tử|bản sao khai tử|bản sao kết hôn|bản sao giấy kết hôn',
    'cấp bản sao trích lục hộ tịch bản sao giấy khai sinh',
  ],
  [
    'sai tên|sai ngày sinh|sai năm sinh|sửa tên|đổi tên|đổi họ|sửa năm sinh|sửa ngày sinh|sai giấy khai sinh|sửa giấy khai sinh|sửa khai sinh|chỉnh sửa khai sinh|cải chính|đổi dân tộc|sai thông tin|sửa thông tin|ghi sai|thay đổi họ tên|đổi tên đệm|chữ đệm|chỉnh sửa hộ tịch|xác định lại dân tộc|chuyển giới',
    'thay đổi cải chính bổ sung thông tin hộ tịch',
  ],
  [
    'nhận con ruột|nhận cha ruột|nhận cha|nhận con|nhận mẹ|cha con|thừa nhận|adn|xét nghiệm huyết thống|giám định gen|ngoài giá thú|quan hệ huyết thống',
    'nhận cha mẹ con',
  ],
  [
    'con nuôi|nuôi con nuôi|nhận con nuôi|nhận nuôi|xin con nuôi|nuôi trẻ|trẻ mồ côi|nhận làm con|cha mẹ nuôi|nhận trẻ|bé bị bỏ rơi|xin trẻ',
    'việc nuôi con nuôi',
  ],
  [
    'nuôi con nuôi nước ngoài|con nuôi nước ngoài|con nuôi có yếu tố nước ngoài|người nước ngoài nhận con nuôi|làm con nuôi nước ngoài',
    'giải quyết việc nuôi con nuôi có yếu tố nước ngoài',
  ],
  [
    'người giám hộ|được giám hộ|bảo hộ|trông nom trẻ|giám hộ đương nhiên|giám hộ cử|cử người giám hộ|mất năng lực hành vi',
    'đăng ký giám hộ',
  ],
  [
    'ghi chú ly hôn|ghi chú việc ly hôn|ghi chú li hôn|ly hôn ở nước ngoài|ly hôn với người nước ngoài',
    'ghi vào sổ hộ tịch việc ly hôn hủy việc kết hôn',
  ],
  [
    'ghi chú kết hôn|ghi chú việc kết hôn|kết hôn ở nước ngoài|cưới ở nước ngoài',
    'ghi vào sổ hộ tịch việc kết hôn của công dân việt nam đã được giải quyết ở nước ngoài',
  ],
  ['ly hôn|ly dị|li hôn', 'việc ly hôn'],
  ['ghi chú hộ tịch|ghi chú các việc hộ tịch', 'ghi vào sổ hộ tịch việc hộ tịch khác của công dân'],
  ['ghi chú', 'ghi vào sổ hộ tịch'],
  ['việt kiều|ngoại quốc|foreign|quốc tế|con lai|người tây', 'có yếu tố nước ngoài'],
  ['tại nhà|tận nhà|đến nhà|không đi lại được|không thể đi lại', 'lưu động'],
  ['cha mẹ chưa kết hôn|bố mẹ chưa kết hôn|chưa đăng ký kết hôn', 'khai sinh kết hợp nhận cha mẹ con'],
  [
    'người lớn chưa có khai sinh|khai sinh cho người lớn|người lớn|đã có giấy tờ tùy thân',
    'khai sinh cho người đã có hồ sơ giấy tờ cá nhân',
  ],
  ['tố cáo', 'giải quyết tố cáo'],
  ['khiếu nại', 'giải quyết khiếu nại'],
];

const papers: readonly Said[] = [
  [
    'sao y|sao y bản chính|bản photo|photo|photocopy|phô tô|bản sao công chứng|công chứng bản sao|công chứng giấy tờ|chứng thực giấy tờ|chứng thực bản sao|sao y chứng thực|công chứng bằng|chứng thực bằng|công chứng căn cước',
    'chứng thực bản sao từ bản chính giấy tờ văn bản',
  ],
  ['công chứng', 'chứng thực bản sao'],
  [
    'làm giấy ủy quyền|chứng thực ủy quyền|công chứng ủy quyền|xác nhận giấy ủy quyền|hợp đồng ủy quyền|xác nhận chữ ký|chứng chữ ký|chữ kí|điểm chỉ|lăn tay|sơ yếu lý lịch|lý lịch xin việc',
    'chứng thực chữ ký trong các giấy tờ văn bản',
  ],
  [
    'dịch thuật|bản dịch|người dịch|tự dịch|giấy tờ dịch|phiên dịch|dịch giấy tờ|ngôn ngữ hiếm|thông thạo ngôn ngữ|chứng thực bản dịch|công chứng bản dịch',
    'chứng thực chữ ký người dịch',
  ],
  [
    'hợp đồng mua bán|chứng thực hợp đồng|công chứng hợp đồng|hợp đồng tặng cho|hợp đồng thuê nhà|hợp đồng chuyển nhượng|mua bán xe',
    'chứng thực giao dịch liên quan đến tài sản',
  ],
  ['hợp đồng', 'giao dịch'],
  ['hôn nhân', 'kết hôn'],
  ['thừa kế', 'di sản'],
  ['từ chối thừa kế|không nhận thừa kế|từ chối tài sản|không nhận di sản', 'từ chối nhận di sản'],
  [
    'chia thừa kế|chia di sản|chia tài sản thừa kế|phân chia thừa kế|chia đất thừa kế|thỏa thuận chia',
    'văn bản phân chia di sản',
  ],
  ['khai nhận thừa kế|nhận thừa kế|hưởng thừa kế|khai nhận', 'văn bản khai nhận di sản'],
  ['lập di chúc|viết di chúc|để lại tài sản|di chúc', 'chứng thực di chúc'],
  [
    'hủy hợp đồng|sửa hợp đồng|sửa đổi hợp đồng|thanh lý hợp đồng|phụ lục hợp đồng|bổ sung hợp đồng|chấm dứt hợp đồng',
    'sửa đổi bổ sung hủy bỏ giao dịch',
  ],
  [
    'sai hợp đồng|lỗi hợp đồng|lỗi chính tả|sửa lỗi|sai sót|lỗi kỹ thuật|đánh máy sai',
    'sửa lỗi sai sót trong giao dịch',
  ],
  ['bản sao hợp đồng', 'cấp bản sao có chứng thực từ bản chính giao dịch đã được chứng thực'],
  ['sổ gốc|trích sao bằng|bản sao bằng tốt nghiệp', 'cấp bản sao từ sổ gốc'],
  ['tổ chức nộp thuế', 'đăng ký thuế tổ chức'],
  [
    'hạnh kiểm|lý lịch tư pháp|lltp|tiền án|tiền sự|án tích|không có tiền án|phiếu lý lịch',
    'cấp phiếu lý lịch tư pháp',
  ],
  ['phiếu số 1|phiếu số 2', 'phiếu lý lịch tư pháp'],
];

const residence: readonly Said[] = [
  [
    'hộ khẩu|sổ hộ khẩu|nhập khẩu vào|nhập hộ khẩu|chuyển hộ khẩu|chuyển khẩu|nhập khẩu về|chuyển đến ở|nhập tịch về nhà',
    'đăng ký thường trú',
  ],
  ['cắt khẩu|cắt hộ khẩu|xóa hộ khẩu|xóa khẩu', 'xóa đăng ký thường trú'],
  ['tách khẩu|tách hộ khẩu|tách sổ hộ khẩu|ra ở riêng', 'tách hộ'],
  [
    'ở trọ|thuê trọ|phòng trọ|nhà trọ|kt3|tạm trú dài hạn|khách thuê|người thuê nhà|ở thuê',
    'đăng ký tạm trú',
  ],
  ['khách đến ở|khách sạn|lưu trú|ở qua đêm|ở lại nhà', 'thông báo lưu trú'],
  ['vắng nhà|đi vắng|tạm vắng', 'khai báo tạm vắng'],
  [
    'giấy xác nhận cư trú|xác nhận cư trú|ct07|xác nhận nơi ở|xác nhận thường trú|xác nhận nơi cư trú',
    'xác nhận thông tin về cư trú',
  ],
  ['chủ hộ', 'điều chỉnh thông tin về cư trú chủ hộ'],
  [
    'cccd|chứng minh nhân dân|cmnd|cmt|chứng minh thư|căn cước công dân|thẻ căn cước|căn cước gắn chip|gắn chip|thẻ chip|chứng minh',
    'cấp thẻ căn cước',
  ],
  [
    'đổi cmnd|đổi chứng minh|đổi cccd|cccd hết hạn|căn cước hết hạn|cmnd sang|đổi căn cước|lên căn cước',
    'cấp đổi thẻ căn cước',
  ],
  ['mất cccd|mất căn cước|mất cmnd|làm lại cccd|làm lại căn cước|mất chứng minh', 'cấp lại thẻ căn cước'],
  [
    'vneid|định danh điện tử|định danh mức 2|mức độ 2|tài khoản định danh|tài khoản vneid|định danh mức hai|định danh',
    'cấp tài khoản định danh điện tử mức độ 02',
  ],
  ['passport|hộ chiếu|đi nước ngoài|làm hộ chiếu|xuất cảnh', 'cấp hộ chiếu phổ thông ở trong nước'],
  ['visa|thị thực', 'cấp thị thực'],
  ['nghĩa vụ quân sự|đi lính|nhập ngũ|đi bộ đội|nvqs', 'đăng ký nghĩa vụ quân sự'],
  ['con dấu|khắc dấu', 'đăng ký mẫu con dấu'],
];

export const saidOfPeople: readonly Said[] = [...people, ...papers, ...residence];
