// The page on which an administrator of the OA lets an app act for it.

import type { State } from './model.ts';
import type { GrantLink, OAuthError } from './oauth.ts';

const rights = [
  'Gửi tin nhắn tới người quan tâm và người đã tương tác',
  'Nhận tin nhắn và sự kiện qua webhook',
  'Xem thông tin người quan tâm và lịch sử trò chuyện',
];

/** The question, with what the app will be able to do. */
export function consentPage(state: State, link: GrantLink): string {
  return frame(
    'Cấp quyền cho ứng dụng',
    `<h1>Cấp quyền cho ứng dụng</h1>
<p>Ứng dụng <strong>${escape(state.app.id)}</strong> xin quản lý Official Account:</p>
<p class="oa"><img src="/phone/oa.svg" alt="" width="44" height="44"> <strong>${escape(state.oa.name)}</strong></p>
<ul>${rights.map((right) => `<li>${right}</li>`).join('')}</ul>
<form method="post">${hiddenInputs(link)}<button type="submit">Đồng ý cấp quyền</button></form>
<p class="small">Sau khi đồng ý, trình duyệt trở về ${escape(new URL(link.redirectUri).host)}.</p>`,
  );
}

/** Logging in to a web page with Zalo: whose phone agrees. */
export function loginPage(state: State, link: GrantLink): string {
  const choices = state.people.map(
    ({ id, name }, index) =>
      `<p><label><input type="radio" name="person" value="${escape(id)}"${index === 0 ? ' checked' : ''}> ${escape(name)}</label></p>`,
  );
  return frame(
    'Đăng nhập bằng Zalo',
    `<h1>Đăng nhập bằng Zalo</h1>
<p>Ứng dụng <strong>${escape(state.app.id)}</strong> xin biết tên và ảnh đại diện của Anh/Chị.</p>
<form method="post" action="/v4/permission">${hiddenInputs(link)}
${choices.length === 0 ? '<p>Chưa có ai trên máy thử. Xin thêm một người ở trang điện thoại rồi mở lại.</p>' : `${choices.join('')}<button type="submit">Đồng ý</button>`}</form>
<p class="small">Sau khi đồng ý, trình duyệt trở về ${escape(new URL(link.redirectUri).host)}.</p>`,
  );
}

/** Why there is nothing to agree to. */
export function consentRefusal(problem: OAuthError): string {
  const reason =
    problem.error === -14003
      ? 'Địa chỉ trở về (redirect_uri) khác với địa chỉ đã đăng ký của ứng dụng.'
      : 'Mã ứng dụng (app_id) không có trên hệ thống này.';
  return frame(
    'Chưa thể cấp quyền',
    `<h1>Chưa thể cấp quyền</h1><p>${reason}</p>
<p>Xin kiểm tra lại liên kết cấp quyền rồi mở lại.</p><p class="small">Mã ${problem.error ?? 'không có'}</p>`,
  );
}

function hiddenInputs(link: GrantLink): string {
  const hidden = [
    ['app_id', link.appId],
    ['redirect_uri', link.redirectUri],
    ['code_challenge', link.challenge ?? ''],
    ...(link.state === null ? [] : [['state', link.state]]),
  ];
  return hidden
    .map(([name, value]) => `<input type="hidden" name="${name}" value="${escape(value ?? '')}">`)
    .join('');
}

/** A plain page of the platform; `title` and `body` are HTML. */
export function frame(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="/phone/fonts.css"><link rel="stylesheet" href="/phone/consent.css"></head>
<body><main>${body}</main></body></html>`;
}

/** Text made safe inside HTML. */
export function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
