// The few words every page needs at once, in both languages: names, and what is said when nothing else can be.

export const alwaysVi = {
  product: 'Một Cửa',
  silent: {
    unreachable: 'Chưa kết nối được với máy chủ. Những gì Anh/Chị đã nhập vẫn còn; xin thử lại sau ít phút.',
    unexpected:
      'Việc này chưa làm được. Nội dung đã nhập vẫn còn; xin thử lại, nếu vẫn vậy hãy báo quản trị viên.',
  },
  retry: 'Thử lại',
  notFound: {
    title: 'Không có trang này',
    text: 'Đường dẫn có thể đã gõ thiếu hoặc trang đã chuyển đi.',
  },
  broken: {
    title: 'Trang này chưa hiện được',
    text: 'Dữ liệu của Anh/Chị không mất. Xin tải lại trang; nếu vẫn vậy hãy báo quản trị viên.',
    reload: 'Tải lại trang',
  },
  firstPage: 'Về trang đầu',
};

export type AlwaysWords = typeof alwaysVi;

export const alwaysEn: AlwaysWords = {
  product: 'Một Cửa',
  silent: {
    unreachable: 'The server cannot be reached. What you typed is kept; please try again in a few minutes.',
    unexpected: 'This could not be done. What you typed is kept; try again, or tell your administrator.',
  },
  retry: 'Try again',
  notFound: {
    title: 'There is no such page',
    text: 'The address may be incomplete, or the page has moved.',
  },
  broken: {
    title: 'This page could not be shown',
    text: 'Your data is safe. Please reload; if it stays like this, tell your administrator.',
    reload: 'Reload',
  },
  firstPage: 'Back to the first page',
};
