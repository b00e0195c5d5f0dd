// The phrases by which citizens say what they want, as patterns over the regular form of a message.

/** Whole messages (without colouring words) that mean one thing. */
export const exactPhrases = {
  menu: set(
    'menu|0|quay lai|tro ve|tro lai|back|ve dau|bat dau|bat dau lai|start|help|giup|giup toi|giup minh|tro giup|huong dan|can giup do|can giup|ho tro|tu van|chuc nang|ban lam duoc gi|kha nang|ho tro gi|ai dang chat voi toi|toi dang noi chuyen voi ai|ban giup gi duoc|ban la ai|ban la gi|ban la bot a|ban la bot|ban co phai robot khong|co phai bot khong|ban la nguoi hay may|lam duoc gi|danh muc|trang chu',
  ),
  cancel: set(
    'huy|huy bo|bo qua|thoi|thoi khoi|khoi|dung|dung lai|ngung|thoat|cancel|stop|exit|huy lenh|khong lam nua|tam biet|hen gap lai|gap lai sau|hen lan khac|luc khac|luc khac noi tiep|khi khac|di day|bai bai|pp|good bye|bye|bye bye|goodbye',
  ),
  yes: set(
    'noi dung|noi dung do|dung do|dung vay|on|on do|nghe on|nghe on do|duoc do|chot|co|dong y|duoc|ok|oke|okie|okay|yes|y|u|uh|um|vang|da|dung|dung roi|phai|phai roi|chuan|chinh xac|tat nhien|chac chan|chac chan roi|co chu|dong y lien ket|hoan toan dong y|nhat tri|xac nhan|da duoc|da vang|da co|lien ket|lien ket di|ok em|ok ban',
  ),
  done: set(
    'xong|xong roi|da xong|gui xong|gui xong roi|da gui xong|da gui het|gui het roi|het roi|du roi|gui du roi|da gui du|bo sung xong|bo sung xong roi|da bo sung|da bo sung xong',
  ),
  no: set(
    'khong bao gio|khong doi nao|khong nghi the|toi khong nghi the|toi khong nghi vay|phan doi|khong duoc|khong thich|khong he|khong|no|khong dong y|khong dau|thoi khong|chua|khong can|khong muon|khong phai|sai|sai roi|khong dung|tu choi|dung lien ket|khong lien ket',
  ),
  thanks: set(
    'cam on|cam on nhieu|cam on ban|cam on ad|thank|thanks|thank you|tks|thanks ban|ok cam on|da cam on|cam on can bo|cam on rat nhieu|biet on|tot lam|tuyet voi|tot qua|hay qua|rat tot|lam tot lam|good job|camon|cam on nhieu lam|cam on a|cam on em|cam on anh|cam on chi',
  ),
  greeting: set(
    'choi toi hoi|xin chao|chao|chao ban|chao anh|chao chi|chao em|chao ad|chao admin|chao can bo|chao ho tro|xin chao ban|alo|hello|hi|hey|hi ad|hello ad|chao buoi sang|chao buoi chieu|cho toi hoi|cho hoi|cho em hoi|cho minh hoi|toi muon hoi|em muon hoi|co ai khong|ad oi|can bo oi|em oi|chao trung tam|good morning|hi hi',
  ),
  status: set(
    'ho so|ho so toi|ho so em|ho so minh|tra cuu|ma ho so|ho so truc tuyen|trang thai|tien do|xem ho so|kiem tra|theo doi|toi dau|den dau|xong chua|ket qua|hen tra|bao gio xong|khi nao xong|ra chua|co chua|lay chua',
  ),
} as const;

/** Surely about where a dossier is. */
export const surelyStatus: readonly RegExp[] = [
  /\btra cuu (?!dia chi|thong tin (?:don vi|ca nhan)|thu tuc|van ban|quy hoach|ho tich|ma so thue|nop thue|dau gia|doanh nghiep|nghia vu)/,
  /\b(?:toi|den|di|ve) dau (?:roi|vay|the|r)\b|\b(?:toi|den) dau$|\b(?:ho so|giay|don)(?: \w+){0,8} (?:toi|den|o|dang o) (?:dau|khau nao|buoc nao|phong nao|bo phan nao)\b/,
  /\b(?:xong|ra|duyet|ky|xu ly|giai quyet|tiep nhan|nhan|lay|tra|co ket qua|hoan thanh|hoan tat|in|cap)(?: duoc)?(?: xong)?(?: roi)? chua\b/,
  /\b(?:xong|duoc|co|lam) (?:roi )?chua\b/,
  /\b(?:khi nao|bao gio|chung nao|hoi nao|luc nao|hom nao|ngay nao|bua nao|may gio)(?: \w+){0,4} (?:lay|nhan|xong|co ket qua|tra|ra|co giay|co so|duyet)\b(?!(?: \w+)* (?:le phi|tro cap lan dau))/,
  /\b(?:lay|nhan|xong|co|tra|ra)(?: \w+){0,3} (?:khi nao|bao gio|chung nao|hom nao|ngay nao)\b/,
  /\b(?:tre|qua|tre qua|sai|lo|loi|thieu) hen\b|\bqua han\b|\bcham (?:tre|qua|the|vay)\b|\bsao (?:ma )?(?:lau|cham|tre)\b|\blau (?:qua|the|vay|roi)\b|\bdoi (?:lau|mai|hoai|ca)\b|\bcho (?:lau|mai|hoai|ca thang)\b/,
  /\bhen (?:\w+ ){0,6}(?:chua|khong|ma)\b/,
  /\bai (?:dang |la nguoi )?(?:giu|cam|xu ly|thu ly|phu trach|giai quyet|lam)\b|\b(?:can bo|phong|bo phan) nao (?:dang )?(?:giu|cam|xu ly|thu ly)\b/,
  /\b(?:dang )?o (?:buoc|khau|bo phan|phong|giai doan|cho) (?:nao|may|gi)\b|\bdang o dau\b/,
  /\btrang thai\b|\btinh trang (?:ho so|giay|don|cua ho so|xu ly)\b|\b(?:tien do|tien trinh)\b/,
  /\b(?:theo doi|kiem tra|check|xem|xem lai|coi|coi lai|tim|tim kiem|tim lai|lich su|tra|hoi ve|hoi) (?:giup |dum |gium |ho )?(?:toi |em |minh |cho toi |cho em )?(?:lai |cac |bo )?ho so\b(?! gom| can)/,
  /\bho so (?:\w+ ){0,4}(?:cua (?:toi|em|minh|con|chau|anh|chi|ba|me|chong|vo|bo|nha|gia dinh|bac|co|chu|ong))\b/,
  /\bho so (?:toi|em|minh|nha) (?:\w+ )*(?:sao|the nao|ra sao|roi|chua|vay|gi)\b|\bho so (?:em|toi|minh) nop\b/,
  /\bho so (?:ra sao|sao roi|the nao roi|nhu the nao$|co ma|cu$|da nop|da dang ky|nop hom|nop ngay|nop tu)\b/,
  /\b(?:quen|mat|tim lai|xin lai) ma ho so\b/,
  /\bcon (?:may|bao nhieu|bao lau)(?: ngay)?(?: lam viec)? (?:nua)?\b|\b(?:may|bao nhieu) ngay nua\b|\bcon (?:may|bao nhieu) ngay\b/,
  /\bchua (?:thay|nghe)(?: \w+)? (?:gi|goi|bao|tra|nhan|nhac|ket qua|tin|ai)\b|\bchua (?:thay|nhan duoc) (?:ket qua|giay|so|tin)\b|\bchua duoc (?:tra|nhan|giai quyet|xu ly)\b|\bchua co (?:ket qua|giay|gi het|tin)\b/,
  /\b(?:thieu|con thieu|bo sung) (?:giay|giay to|cai|them)? ?(?:gi|nao)\b/,
  /\b(?:lay|nhan) (?:duoc )?(?:ket qua|giay|so)? ?(?:duoc )?(?:chua|bao gio|khi nao)\b|\bco (?:lay|nhan) duoc (?:chua|khong)\b|\bden (?:lay|nhan) (?:ket qua|duoc chua)\b/,
];

/** Surely about what one needs for a procedure, not about a dossier already filed. */
export const surelyPapers: readonly RegExp[] = [
  /\bcan (?:\w+ ){0,5}(?:gi|nhung gi|giay to gi|giay to nao)\b|\bgiay to (?:gi|nao|can|gom)\b|\bgom (?:co |nhung |cac )*(?:gi|giay)\b/,
  /\bho so (?:\w+ ){0,8}(?:gom|can (?:nop|co|nhung|chuan bi)|bao gom)\b|\bthanh phan ho so\b/,
  /\b(?:le phi|phi)(?: \w+){0,4} bao nhieu\b|\bbao nhieu tien\b|\bton (?:bao nhieu|tien)\b|\bmat phi\b|\bco mat tien\b|\bmuc (?:thu|phi|le phi)\b/,
  /\b(?:lam|nop|dang ky|xin|khai|bao tu)(?: \w+){0,6} o dau\b|\bnop (?:ho so )?(?:o dau|cho ai|tai dau)\b/,
  /\b(?:mat|trong) (?:bao lau|may ngay)\b|\bthoi (?:han|gian) (?:giai quyet|xu ly|thuc hien|cap)\b|\btrinh tu\b|\bdieu kien\b|\bcach thuc\b|\bphai lam (?:sao|gi|the nao)\b|\blam (?:the nao|sao) de\b|\bmau don\b|\bto khai\b/,
  /\b(?:thu tuc|quy trinh)\b/,
  /\bhoi giay to\b|\bhoi thu tuc\b|^(?:chi |le )?phi\b|^neu\b.*\b(?:nop|can|khong the|den yeu cau|den uy ban)\b|\btinh trang hon nhan\b(?=.* o dau)/,
];

/** Words of a procedure without any sign of a filed dossier. */
export const maybePapers: readonly RegExp[] = [
  /\b(?:lam|muon|xin|dang ky|cap|nop) (?:\w+ )*(?:khai sinh|ket hon|khai tu|ho khau|tam tru|thuong tru|can cuoc|so do|giay phep|trich luc|chung thuc|sao y|doc than|ho kinh doanh|tro cap|xac nhan)\b/,
  /\bdang ky\b|\bxin cap\b|\bcap lai\b|\bnop ho so\b|\blam ho so\b|\bsang ten\b|\btach thua\b|\bbao tu\b|\bcong chung\b|\bchung thuc\b/,
];

export const petition: readonly RegExp[] = [
  /\bphan anh\b|\bkien nghi\b|\bkhieu nai\b|\bgop y\b|\bphan nan\b|\bbuc xuc\b|\bphan hoi\b|\bden bu thai do\b|\bthai do\b|\bdon thu\b|\by kien dong gop\b|\bde xuat cai tien\b/,
];

export const human: readonly RegExp[] = [
  /\bgap (?:duoc )?(?:truc tiep )?(?:can bo|nhan vien|nguoi|ai do|lanh dao|tu van)\b|\b(?:noi chuyen|trao doi|chat) (?:truc tiep )?(?:voi )?(?:can bo|nhan vien|nguoi)\b/,
  /^(?:email|lien lac|fax|zalo|dia chi|so may|ho tro ky thuat|gio lam|thoi gian lam viec|noi lam viec)$|\b(?:dia chi|thong tin)(?: cua)? (?:don vi|co quan|trung tam)\b|\bdon vi (?:\w+ ){0,3}thong tin\b/,
  /\b(?:cho|xin) (?:\w+ ){0,3}so (?:dien thoai|dt)\b|^so dien thoai|\bhotline\b|\bduong day nong\b|\blien he\b|\bso lien he\b|\bgoi (?:cho ai|so nao|dien)\b|\bkhong muon noi chuyen voi (?:may|bot)\b/,
  /\b(?:rut|huy|sua|chinh sua)(?: lai)? ho so\b/,
  /\b(?:may gio|gio nao|khi nao) (?:\w+ )?(?:nghi|mo cua|lam viec|dong cua)\b|\bgio (?:lam viec|hanh chinh|mo cua)\b|\b(?:thu (?:7|bay)|chu nhat|t7|cn) (?:co )?(?:lam|mo)\b|\bdia chi (?:trung tam|ubnd|uy ban|o dau)\b|^dia chi$/,
];

export const unlink: readonly RegExp[] = [/\b(?:huy|bo|ngung|xoa|go|ngat|thoi|cat|huy bo) lien ket\b/];

export const forget: readonly RegExp[] = [
  /^quen toi\b|\bquen (?:toi|minh|em) di\b|\bxoa (?:het |toan bo |moi )?(?:du lieu|thong tin|tin nhan|lich su)(?: chat)?(?: cua)? (?:toi|minh|em)\b/,
];

/** Words that name no procedure, taken out of a status question before looking at what is left. */
export const statusWords: ReadonlySet<string> = set(
  'ho so toi em minh anh chi cua cho hoi xin muon tra cuu kiem xem coi theo doi den o dau dang roi chua xong duoc co khong khi nao bao gio may ngay hom lay nhan ket qua ai giu xu ly sao lau qua tre hen han vay the la gi thi ma da nop nay a ah oi nha nhe ad voi giup dum gium lai tinh trang thai tien do trinh bo phan buoc khau con nua bi thieu sung giay to ra den di ve luc chung hoi bua mai cai va thay bao goi tin chao ban trung tam phuong xa ben ma so phan nghe moi lam viec bang phai cu het tu ngay thang nam tuan roi ky duyet tra',
  ' ',
);

function set(words: string, separator = '|'): ReadonlySet<string> {
  return new Set(words.split(separator));
}
