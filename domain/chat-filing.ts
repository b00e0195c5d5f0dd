// The part of the conversation in which a citizen files: which procedure, what is asked, what is sent.

import { say } from './chat-replies.ts';
import type { Turn } from './chat-step.ts';

/** "Nộp hồ sơ" without a procedure. */
export function askWhatToFile(): Turn {
  return {
    state: { kind: 'asked_what_to_file' },
    reply: say(
      'Anh/Chị muốn nộp hồ sơ thủ tục nào? Gõ tên thủ tục, ví dụ: khai sinh, kết hôn, hộ kinh doanh.',
      ['Gặp cán bộ', 'Menu'],
    ),
  };
}
