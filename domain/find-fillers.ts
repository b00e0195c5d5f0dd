// The words around a question: who asks, what of a procedure they ask for. They name no procedure.

import { phrase, type Syllable } from './find-syllables.ts';

/** Phrases taken out as a whole, before single words are weighed. */
const phrases = `cần những giấy tờ gì|cần giấy tờ gì|cần giấy tờ nào|giấy tờ gì|giấy tờ nào|những giấy tờ|gồm những gì|bao gồm những gì|gồm những
giấy tờ|thành phần hồ sơ|trình tự thực hiện|trình tự thủ tục|cách thức thực hiện|cơ quan có thẩm quyền|cơ quan nào|thẩm quyền giải quyết|có thẩm quyền
thời hạn giải quyết|thời gian giải quyết|thời gian xử lý|mất bao lâu|bao lâu|bao nhiêu tiền|bao nhiêu ngày|bao nhiêu lâu|bao nhiêu|mấy ngày|lệ phí|chi phí|mức phí|phí bao nhiêu
ở đâu|nộp ở đâu|tại đâu|đến đâu|nơi nào|chỗ nào|như thế nào|thế nào|làm sao|làm thế nào|ra sao|phải làm gì|cần làm gì|làm gì
điều kiện gì|điều kiện nào|yêu cầu gì|căn cứ pháp lý|văn bản nào|văn bản quy phạm pháp luật|quy định tại văn bản|quy định về|quy định ở|quy định như thế nào|mẫu đơn|mẫu tờ khai|tờ khai|biểu mẫu
thủ tục hành chính|thủ tục|quy trình|quá trình|hồ sơ|cho tôi hỏi|cho em hỏi|cho hỏi|xin hỏi|tôi muốn hỏi|tôi muốn|em muốn|mình muốn|tôi cần|em cần|tôi có thể|có thể|có được không|được không|phải không|đúng không|có phải|hay không|là gì
chuẩn bị những gì|cần chuẩn bị|chuẩn bị|mang theo|cần mang|cần nộp|phải nộp|bao nhiêu bản|bắt buộc|có cần|có bắt buộc|khi nào|bao giờ|vì sao|tại sao|trường hợp nào|những trường hợp
hướng dẫn|giúp tôi|giúp em|xin cảm ơn|cảm ơn|trực tuyến|qua mạng|online|đối tượng thực hiện|đối tượng nào|đối tượng|kết quả|sau khi|trước khi|khi đi|đi làm`;

/** Single words that say little; their weight in a question is a small part of the others'. */
const words = `tôi em anh chị mình bạn ạ à nhé nha với và là thì mà có không được bị cho của ở tại từ đến về này kia đó ấy những các một vài mỗi gì nào sao ai đâu
thế vậy rồi chưa đã đang sẽ muốn cần phải nên hãy xin hỏi biết giúp hộ làm lấy khi nếu để do bởi vì như cũng còn hay hoặc nhưng theo trong ngoài trên dưới
người tiền phí ngày tháng năm lâu mấy bao nhiêu gồm hồ sơ giấy tờ thủ tục quy trình định nộp ra vào đi lên xuống lại thực hiện hành chính đối việc trường hợp bác cô chú dạ vâng ơi thưa chúng ta họ nó nhà cái con`;

const taken: ReadonlyMap<string, readonly (readonly Syllable[])[]> = byFirst(
  phrases.split(/[|\n]/).map((each) => phrase(each)),
);
const faint: ReadonlySet<string> = new Set(words.split(/\s+/).map((word) => phrase(word)[0]?.accented ?? ''));
const faintFolded: ReadonlySet<string> = new Set(
  words.split(/\s+/).map((word) => phrase(word)[0]?.folded ?? ''),
);

/** How many syllables from here on are a phrase that names nothing; 0 when none. */
export function fillerAt(text: readonly Syllable[], at: number, fits: FitsAt): number {
  const candidates = taken.get(text[at]?.folded ?? '') ?? [];
  return candidates.find((each) => fits(text, each, at))?.length ?? 0;
}

type FitsAt = (text: readonly Syllable[], wanted: readonly Syllable[], at: number) => boolean;

/** True for words that people put around what they mean. */
export function isFaint({ accented, folded }: Syllable): boolean {
  return accented === folded ? faintFolded.has(folded) : faint.has(accented);
}

function byFirst(rows: readonly (readonly Syllable[])[]): Map<string, (readonly Syllable[])[]> {
  const first = new Map<string, (readonly Syllable[])[]>();
  for (const row of rows) {
    const key = row[0]?.folded ?? '';
    const found = first.get(key);
    if (found === undefined) first.set(key, [row]);
    else found.push(row);
  }
  for (const list of first.values()) list.sort((one, other) => other.length - one.length);
  return first;
}
