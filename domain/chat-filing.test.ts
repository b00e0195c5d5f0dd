// A citizen files in the chat: told first, asked one thing at a time, free to go back, stop and go on, and never filed twice.

import { describe, expect, it } from 'vitest';
import { facts, said, talk, units } from './chat.fixture.ts';
import {
  type Citizen,
  citizen,
  filing,
  here,
  newDraft,
  smallForm,
  wholeDraft,
} from './chat-filing.fixture.ts';
import { redactAnswer } from './chat-redact.ts';
import { listeningOf } from './chat-state.ts';
import { understand } from './chat-understand.ts';
import { answerAt } from './form-answers.ts';

const textOf = (who: Citizen, ...texts: string[]): string =>
  texts.map((text) => who.say(text).reply?.text ?? '').at(-1) ?? '';
/** Up to the first question of the small form. */
const begun = (): Citizen => {
  const who = citizen({ form: smallForm });
  textOf(who, 'nộp hồ sơ khai sinh', '1', '1');
  return who;
};
const toPaper = (): Citizen => {
  const who = begun();
  textOf(who, 'Nguyễn Thị Mai', '999186012345', 'kien tuong', 'bỏ qua', 'nu');
  return who;
};

describe('before it begins', () => {
  it('says what is needed, how long, the cost, where it lands and who is asked, and asks consent first', () => {
    const who = citizen();
    const { reply } = who.say('muon lam giay khai sinh cho con');
    expect(reply?.text).toMatch(
      /Cần: \(1\) Tờ khai.*\(2\) Giấy chứng sinh\. Thời hạn: .*Phí, lệ phí: miễn phí\.\n.*gửi thẳng đến Trung tâm/s,
    );
    expect(reply?.text).toMatch(
      /người trả lời là người đi đăng ký khai sinh.*không bao giờ hỏi mật khẩu hay mã OTP/s,
    );
    expect(who.draft).toBeNull();
    textOf(who, 'Để sau');
    expect(who.draft).toBeNull();
  });

  it('without a name asks which procedure', () => {
    const who = citizen();
    who.say('menu');
    expect(textOf(who, '3')).toContain('thủ tục nào');
    expect(textOf(who, 'khai sinh')).toContain('Anh/Chị đồng ý khai?');
  });

  it('says honestly that a ministry deals with it elsewhere', () => {
    const place = {
      kind: 'ministry_system',
      name: 'hệ thống của Bộ Công an',
      url: 'https://bo.example.gov.vn',
    } as const;
    const who = citizen({ place });
    expect(textOf(who, 'nộp hồ sơ khai sinh')).toMatch(
      /không nộp được ở đây.*https:\/\/bo\.example\.gov\.vn/,
    );
    expect(who.draft).toBeNull();
  });
});

describe('question by question', () => {
  it('echoes what was understood and asks the next; a number, a label and no accents do', () => {
    const who = begun();
    expect(textOf(who, 'Nguyễn  Thị Mai')).toBe('Đã ghi Họ tên: Nguyễn Thị Mai.\nSố căn cước?');
    textOf(who, '999186012345', 'kien tuong', 'bỏ qua');
    for (const text of ['2', 'Nữ', 'nu', 'số 2']) {
      const other = citizen({ form: smallForm, draft: who.draft ?? newDraft });
      textOf(other, 'tiếp tục', text);
      expect(answerAt(other.draft?.answers ?? {}, 'sex'), text).toBe('female');
    }
  });

  it('of several places that share a name asks which', () => {
    const who = begun();
    expect(textOf(who, 'Mai Lan', '999186012345', 'tuyen')).toMatch(
      /1\. Xã Tuyên Bình.*\n2\. Xã Tuyên Thạnh/,
    );
    textOf(who, '2');
    expect(answerAt(who.draft?.answers ?? {}, 'place.commune')).toBe(units.find('tuyen thanh')[0]?.code);
  });

  it('“0” goes back one question and keeps the other answers', () => {
    const who = begun();
    expect(textOf(who, 'Mai Lan', '999186012345', '0')).toMatch(/^Quay lại câu trước\.\nSố căn cước\?/);
    expect(textOf(who, '0')).toContain('tên gì');
    expect(textOf(who, 'Mai Liên')).toContain('Nơi ở?');
    expect(who.draft?.answers).toMatchObject({ who: 'Mai Liên', number: '999186012345' });
  });

  it('names that read like commands are names', () => {
    for (const name of ['Dũng', 'Thôi Văn Đúng', 'Trần Thị Chào', 'Nguyễn Văn Xong']) {
      const who = begun();
      textOf(who, name);
      expect(answerAt(who.draft?.answers ?? {}, 'who')).toBe(name);
    }
  });

  it('a wrong answer is asked for again with the remedy; what is not optional cannot be passed over', () => {
    const who = begun();
    textOf(who, 'Mai Lan');
    expect(textOf(who, '99918601234')).toMatch(/12 chữ số.*11/);
    expect(textOf(who, 'bỏ qua')).toContain('bắt buộc');
  });

  it('an identity number is echoed by its end, and nothing of it is stored with the message', () => {
    const who = begun();
    textOf(who, 'Mai Lan');
    expect(redactAnswer('9 9 9/1 8 6/0 1 2/3 4 5', who.conversation.state)).toBe('[số giấy tờ]');
    const { reply, conversation } = who.say('999186012345');
    expect(reply?.text).not.toMatch(/\d{6}/);
    expect(JSON.stringify(conversation)).not.toContain('999186012345');
    expect(textOf(who, 'xem lại')).not.toContain('999186012345');
  });

  it('something else is answered, and the draft is kept and mentioned', () => {
    const who = begun();
    textOf(who, 'Mai Lan');
    expect(textOf(who, 'hồ sơ của tôi tới đâu rồi')).toMatch(/chưa liên kết.*mã NHAP-7K2Q-M4N9.*“tiếp tục”/s);
    expect(textOf(who, 'tiếp tục')).toContain('Số căn cước?');
    expect(textOf(who, 'gặp cán bộ')).toContain('“tiếp tục”');
  });
});

describe('the papers', () => {
  it('land where they are asked for, several of them, until “xong”', () => {
    const who = toPaper();
    expect(who.sendPhoto().reply?.text).toMatch(/^Đã nhận 1 ảnh cho “Giấy chứng sinh”.*nhiều nhất.*“xong”/s);
    expect(who.sendPhoto().reply?.text).toMatch(/^Đã nhận 2 ảnh/);
    expect(textOf(who, 'xong')).toMatch(/2 ảnh\.\nGhi chú thêm\?/);
  });

  it('hard to read are asked for again, kindly, and taken when sent again', () => {
    const who = toPaper();
    const blurred = { ok: false, doubtful: true, why: 'Ảnh này bị mờ.' } as const;
    expect(who.sendPhoto(blurred).reply?.text).toContain('Ảnh này bị mờ.');
    expect(who.sendPhoto(blurred).reply?.text).toMatch(/^Đã nhận 1 ảnh/);
  });

  it('“xong” without a photograph asks for it again, with the limits', () => {
    expect(textOf(toPaper(), 'xong')).toMatch(/Giấy chứng sinh\?.*dưới 10 MB/s);
  });
});

describe('stopping and going on', () => {
  it('“dừng” keeps it, says its code and until when; “tiếp tục” goes on', () => {
    const who = begun();
    textOf(who, 'Mai Lan');
    expect(textOf(who, 'dừng')).toMatch(/chưa nộp gì.*mã NHAP-7K2Q-M4N9\) đến thứ Năm, 24\/12/);
    expect(textOf(who, 'em muốn khai tiếp')).toMatch(/^Tiếp tục Đăng ký khai sinh.*\nSố căn cước\?/);
  });

  it('on the web with the same draft, at any moment; the address leaves no trace here', () => {
    for (const who of [begun(), toPaper()]) {
      const { reply, traceless, conversation } = who.say('làm tiếp trên web');
      expect(reply?.text).toMatch(/motcua\.test\/nop\/.*NHAP-7K2Q-M4N9/s);
      expect(traceless).toBe(true);
      expect(conversation.state.kind).toBe('answering');
    }
  });

  it('by its code: with a proof once it names somebody, told apart from a wrong one by nothing', () => {
    const asked = said('NHAP-7K2Q-M4N9', talk({ kind: 'idle' }), {
      filing: filing({ closed: { kind: 'needs_proof' } }),
    });
    expect(asked.conversation.state).toEqual({ kind: 'asked_draft_digits', code: 'NHAP-7K2Q-M4N9' });
    const wrong = said('012345', asked.conversation, {
      filing: filing({ closed: { kind: 'wrong', triesLeft: 2 } }),
    });
    expect(wrong.reply?.text).toContain('còn 2 lần');
    const right = said('012345', wrong.conversation, {
      filing: filing({ draft: { ...wholeDraft, passed: [] } }),
    });
    expect(right.conversation.state.kind).toBe('answering');
  });

  it('with a newer form says so, and goes on with the one it was begun with', () => {
    const draft = { ...wholeDraft, answers: { who: 'Mai Lan' }, olderForm: true };
    const { reply } = said('tiếp tục', talk({ kind: 'idle' }), { filing: filing({ draft }) });
    expect(reply?.text).toMatch(/Tờ khai có bản mới.*không phải khai lại/);
  });
});

describe('the last look', () => {
  const whole = (): Citizen => {
    const who = citizen({ form: smallForm, draft: wholeDraft });
    who.say('tiếp tục');
    return who;
  };

  it('lists the answers, what follows, when, the cost and who is told', () => {
    const { reply } = whole().say('xem lại');
    expect(reply?.text).toMatch(
      /1\. Người nộp hồ sơ: .*\n2\. Họ tên: Nguyễn Thị Mai\n3\. Số căn cước: số kết thúc bằng 345\n.*8 giờ làm việc.*Thời hạn: .*miễn phí.*Zalo này.*1\. Đồng ý nộp/s,
    );
  });

  it('“Đồng ý nộp” files once, follows the dossier by consent, and promises no code', () => {
    const who = whole();
    const { reply, effects } = who.say('Đồng ý nộp');
    expect(effects).toEqual([
      { kind: 'link', dossierId: 'd9', way: 'filed', consent: expect.stringContaining('Đồng ý nộp') },
    ]);
    expect(reply?.text).toMatch(/hồ sơ chờ tiếp nhận, chưa có mã hồ sơ/);
    expect(textOf(who, 'dong y nop', 'tiếp tục')).toContain('nộp rồi');
    expect(who.filed).toBe(1);
  });

  it.each(['ok', 'có', 'vâng', 'xong', 'cảm ơn', '🙂'])('“%s” files nothing', (text) => {
    const who = whole();
    expect(who.say(text).reply?.text).toContain('1. Đồng ý nộp');
    expect(who.filed).toBe(0);
  });

  it('one answer is changed by its number or name, and the list comes back', () => {
    const who = whole();
    expect(textOf(who, 'sửa 2')).toContain('tên gì');
    expect(textOf(who, 'Mai Liên')).toMatch(/2\. Họ tên: Mai Liên/);
    expect(textOf(who, '2', 'giới tính')).toContain('1. Nam');
    expect(textOf(who, 'nam')).toContain('Giới tính của trẻ: Nam');
  });

  it('where the law sends it to the national portal, hands over the package and files nothing', () => {
    const place = { ...here, kind: 'national_portal', name: 'Cổng Dịch vụ công quốc gia' } as const;
    const who = citizen({
      draft: { ...wholeDraft, plan: { ...wholeDraft.plan, place } },
      form: smallForm,
      place,
    });
    who.say('tiếp tục');
    expect(textOf(who, '1')).toContain('/nop/');
    expect(who.filed).toBe(0);
  });

  it('filed on another telephone meanwhile is said, whatever was typed', () => {
    const from = talk({ kind: 'checking', draftId: 'n1', labels: ['Đồng ý nộp', 'Sửa', 'Để sau'] });
    const { reply, effects } = said('1', from, { filing: filing({ draft: 'filed' }) });
    expect([reply?.text, effects]).toEqual([expect.stringContaining('không nộp lần nữa'), []]);
  });
});

it('while a question waits, a code or a look elsewhere is still understood', () => {
  const from = talk({ kind: 'answering', draftId: 'n1', path: 'who', words: true, labels: [] });
  const meaning = (text: string) => understand(text, listeningOf(from)).kind;
  expect(meaning('menu')).toBe('menu');
  expect(meaning('cho tôi gặp cán bộ')).toBe('human');
  expect(meaning('huỷ liên kết')).toBe('unlink');
  expect(meaning('đăng ký kết hôn')).toBe('form_reply');
  expect(facts().filing.draft).toBeNull();
});
