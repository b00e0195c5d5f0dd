// Wishes in a citizen's own words: read, said back, and never mistaken for something else.

import { describe, expect, it, test } from 'vitest';
import { birth, fresh, said } from './chat.fixture.ts';
import { understand } from './chat-understand.ts';

const read = (text: string) => understand(text);
const wish = (notices: string | null, nightAllowed: boolean | null = null) => ({
  kind: 'wishes',
  notices,
  nightAllowed,
});

test.each([
  ['chỉ báo khi cần', wish('important')],
  ['Chi bao tin khi co ket qua', wish('important')],
  ['chỉ nhắn khi cần thiết thôi nhé', wish('important')],
  ['chỉ nhận tin quan trọng', wish('important')],
  ['báo ít thôi', wish('important')],
  ['tắt thông báo', wish('none')],
  ['tat tin nhan', wish('none')],
  ['đừng nhắn gì nữa', wish('none')],
  ['ngừng nhận tin', wish('none')],
  ['đừng gửi tin nữa', wish('none')],
  ['tôi không muốn nhận thông báo', wish('none')],
  ['huỷ đăng ký nhận tin', wish('none')],
  ['báo mọi thay đổi', wish('all')],
  ['bật lại thông báo', wish('all')],
  ['báo hết mọi bước cho tôi', wish('all')],
  ['nhắn bình thường lại', wish('all')],
  ['nhận tất cả tin', wish('all')],
  ['nhắn cả ban đêm', wish(null, true)],
  ['gui tin ca ban dem cung duoc', wish(null, true)],
  ['đừng nhắn ban đêm', wish(null, false)],
  ['không gửi tin buổi tối', wish(null, false)],
])('%s', (text, intent) => expect(read(text)).toEqual(intent));

test.each([
  ['sao tôi không nhận tin gì', 'unknown'],
  ['huỷ liên kết', 'unlink'],
  ['hồ sơ của tôi chưa thấy báo gì', 'status'],
  ['khi nào có kết quả thì báo', 'status'],
  ['ban đêm có làm việc không', 'unknown'],
])('%s is not a wish', (text, kind) => expect(read(text).kind).toBe(kind));

describe('a wish', () => {
  it('is set, said back with the way to take it back, and unlinks nothing', () => {
    const { reply, effects } = said('chỉ báo khi cần', fresh, { linked: [birth] });
    expect(effects).toEqual([{ kind: 'set_wishes', notices: 'important', nightAllowed: null }]);
    expect(reply?.text).toContain('báo mọi thay đổi');
  });

  it('can be taken back by the very words it is answered with', () => {
    for (const text of [
      'chỉ báo khi cần',
      'tắt thông báo',
      'báo mọi thay đổi',
      'nhắn cả ban đêm',
      'đừng nhắn ban đêm',
    ]) {
      const quoted = /"([^"]+)"/.exec(said(text, fresh).reply?.text ?? '')?.[1] ?? '';
      const back = read(quoted);
      expect(back.kind, quoted).toBe('wishes');
      expect(back).not.toEqual(read(text));
    }
  });
});
