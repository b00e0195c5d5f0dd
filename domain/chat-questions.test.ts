// Questions in the chat: sent to the office in one message, answered at once when an answer was published.

import { describe, expect, it } from 'vitest';
import { facts, fresh, said } from './chat.fixture.ts';

const quoted = {
  title: 'Con chuyển trường có phải đổi nơi thường trú không?',
  answer: 'Không bắt buộc.',
  legalSource: 'Luật Cư trú 2020, Điều 20',
  publishedText: 'thứ Hai, 23/11',
};
const known = { asking: { ...facts().asking, quoted } };

describe('“gửi câu hỏi”', () => {
  const asked = said('gửi câu hỏi cho Trung tâm', fresh).conversation;
  it('takes the next message as the question and says by when it is answered', () => {
    const { reply, effects, conversation } = said(
      'con tôi học ở tỉnh khác thì có được bảo hiểm không',
      asked,
    );
    expect(effects).toEqual([{ kind: 'ask_question' }]);
    expect(reply?.text).toContain('trả lời trước 10 giờ thứ Tư, 2/12');
    expect(conversation.state.kind).toBe('idle');
  });
  it('wants more than a word, and lets go', () => {
    expect(said('ơ', asked)).toMatchObject({
      effects: [],
      conversation: { state: { kind: 'asked_question' } },
    });
    expect(said('huỷ', asked).conversation.state.kind).toBe('asked_menu');
  });
  it('keeps nothing of a denunciation', () => {
    expect(said('tôi tố cáo ông A nhận hối lộ', asked).effects).toEqual([{ kind: 'leave_no_trace' }]);
  });
});

describe('a published answer', () => {
  it('is quoted with its source when nothing else fits', () => {
    expect(said('con chuyển trường đổi nơi ở', fresh, known).reply?.text).toMatch(
      /^Con chuyển trường .* Không bắt buộc\. \(Căn cứ: Luật Cư trú 2020, Điều 20; Trung tâm trả lời thứ Hai, 23\/11\.\)/,
    );
  });
  it('is not in the way of a procedure that was found', () => {
    const procedures = [
      {
        code: '1.001193',
        hasForm: true,
        name: 'Đăng ký khai sinh',
        papers: ['Tờ khai'],
        termText: null,
        feeText: null,
      },
    ];
    const { reply } = said('làm khai sinh cần giấy gì', fresh, { ...known, procedures });
    expect(reply?.text).toMatch(/^Đăng ký khai sinh cần/);
  });
  it('is not taken for the answer to something that was asked', () => {
    const digits = said('000.00.27.H53-261120-0009', fresh).conversation;
    expect(said('tôi không nhớ số', digits, known).reply?.text).toContain('6 số cuối');
  });
});
