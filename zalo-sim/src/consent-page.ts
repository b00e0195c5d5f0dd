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
  const hidden = [
    ['app_id', link.appId],
    ['redirect_uri', link.redirectUri],
    ['code_challenge', link.challenge ?? ''],
    ...(link.state === null ? [] : [['state', link.state]]),
  ];
  const inputs = hidden.map(
    ([name, value]) => `<input type="hidden" name="${name}" value="${escape(value ?? '')}">`,
  );
  return frame(
    'Cấp quyền cho ứng dụng',
    `<h1>Cấp quyền cho ứng dụng</h1>
<p>Ứng dụng <strong>${escape(state.app.id)}</strong> xin quản lý Official Account:</p>
<p class="oa"><img src="/phone/oa.svg" alt="" width="44" height="44"> <strong>${escape(state.oa.name)}</strong></p>
<ul>${rights.map((right) => `<li>${right}</li>`).join('')}</ul>
<form method="post">${inputs.join('')}<button type="submit">Đồng ý cấp quyền</button></form>
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
<p>Xin kiểm tra lại liên kết cấp quyền rồi mở lại.</p><p class="small">Mã ${problem.error}</p>`,
  );
}

function frame(title: string, body: string): string {
  return `<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${title}</title><link rel="stylesheet" href="/phone/fonts.css"><link rel="stylesheet" href="/phone/consent.css"></head>
<body><main>${body}</main></body></html>`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (mark) => `&#${mark.charCodeAt(0)};`);
}
