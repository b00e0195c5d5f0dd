// Words of signing in with Zalo and of the page “Hồ sơ của tôi”.

import { useLanguage } from './language.ts';

const vi = {
  title: 'Hồ sơ của tôi',
  lead: 'Đăng nhập bằng Zalo để xem các hồ sơ Anh/Chị đang theo dõi trên Zalo.',
  what: 'Trung tâm chỉ nhận tên và mã Zalo của Anh/Chị, không nhận số điện thoại hay danh bạ. Đăng nhập không mở thêm hồ sơ nào ngoài những hồ sơ Anh/Chị đã nối.',
  signIn: 'Đăng nhập bằng Zalo',
  guest:
    'Mini App chưa nhận ra Anh/Chị nên chưa xem được hồ sơ. Anh/Chị khép Mini App, mở lại trong Zalo, hoặc tra cứu bằng mã hồ sơ.',
  signOut: 'Đăng xuất',
  signedInAs: (name: string) => `Đang đăng nhập: ${name}`,
  nameless: 'tài khoản Zalo của Anh/Chị',
  none: 'Chưa có hồ sơ nào nối với Zalo này.',
  howTo:
    'Để nối: quét mã QR trên giấy tiếp nhận, mở trang hồ sơ rồi bấm “Nhận tin trên Zalo”; hoặc gửi ảnh mã QR vào Zalo của Trung tâm.',
  notLinked:
    'Zalo chưa cho biết Anh/Chị là ai trong khung chat của Trung tâm. Anh/Chị nhắn cho Trung tâm một tin trên Zalo, rồi đăng nhập lại.',
  chat: 'Hỏi về hồ sơ này trên Zalo',
  openOa: 'Mở Zalo của Trung tâm',
  mustDo: 'Việc Anh/Chị cần làm:',
  busy: 'Đang hoàn tất đăng nhập với Zalo…',
  declined: 'Zalo báo chưa đồng ý đăng nhập. Anh/Chị có thể thử lại hoặc tra cứu bằng mã hồ sơ.',
  failed: 'Chưa đăng nhập được',
  again: 'Đăng nhập lại',
};

const en: typeof vi = {
  title: 'My dossiers',
  lead: 'Sign in with Zalo to see the dossiers you follow on Zalo.',
  what: 'The office receives your name and Zalo id only, neither your number nor your contacts. Signing in opens no dossier but those you linked.',
  signIn: 'Sign in with Zalo',
  guest:
    'The Mini App does not know who you are, so it cannot show dossiers. Close it and open it again in Zalo, or look a dossier up by its code.',
  signOut: 'Sign out',
  signedInAs: (name) => `Signed in: ${name}`,
  nameless: 'your Zalo account',
  none: 'No dossier is linked to this Zalo yet.',
  howTo:
    'To link one: scan the QR code on the receipt, open its page and choose to be told on Zalo; or send a photo of the code to the office on Zalo.',
  notLinked:
    'Zalo has not said who you are in the chat of the office. Send the office a message on Zalo, then sign in again.',
  chat: 'Ask about it on Zalo',
  openOa: 'Open the office on Zalo',
  mustDo: 'What you need to do:',
  busy: 'Finishing the sign-in with Zalo…',
  declined: 'Zalo says the sign-in was not agreed to. You can try again, or look a dossier up by its code.',
  failed: 'Not signed in yet',
  again: 'Sign in again',
};

export function useMineWords(): typeof vi {
  return useLanguage() === 'en' ? en : vi;
}
