// What a page says before any script has run: the question, the status of a dossier, the five lines of a procedure.

import type { FindAnswer } from '../find/schema.ts';
import type { PublicProcedure } from '../processes/schema.ts';
import type { TrackingView } from '../tracking/schema.ts';
import { type Html, html } from './html.ts';

export interface FirstWords {
  title: string;
  body: Html;
}

const events = [
  ['Sinh con', 'sinh con'],
  ['Kết hôn', 'kết hôn'],
  ['Người thân qua đời', 'khai tử'],
  ['Mở quán, kinh doanh', 'mở quán'],
  ['Xây nhà, sửa nhà', 'xây nhà'],
  ['Sao y, chứng thực', 'chứng thực'],
] as const;

const frame = (office: string, body: Html): Html => html`<div class="mc-citizen mc-first">
<header><a href="/">${office}</a></header>
<main>${body}</main>
</div>`;

/** `found`: the answer to what was asked, where one office alone could answer. */
export function homeWords(
  office: { tenant: string; name: string } | undefined,
  q: string,
  found: FindAnswer | null,
): FirstWords {
  return {
    title: 'Một Cửa: tìm thủ tục, tra cứu hồ sơ',
    body: frame(
      office?.name ?? 'Một Cửa',
      html`<form action="/" role="search">
<h1><label for="q">Anh/Chị cần làm thủ tục gì?</label></h1>
<p><input id="q" name="q" type="search" value="${q}" maxlength="200"> <button>Tìm</button></p>
</form>
${found !== null && office !== undefined && foundList(office.tenant, found)}
<h2>Việc thường gặp</h2>
<ul>${events.map(([label, ask]) => html`<li><a href="/?q=${encodeURIComponent(ask)}">${label}</a></li>`)}</ul>
<p><a href="/tra-cuu">Tra cứu hồ sơ</a></p>
<p><a href="/tinh-ngay-hen">Tính ngày hẹn trả</a></p>
<p><a href="/ban-lam-viec">Vào bàn làm việc</a> (dành cho cán bộ)</p>`,
    ),
  };
}

function foundList(tenant: string, { rows, question }: FindAnswer): Html {
  const link = (code: string, label: string) =>
    html`<li><a href="/thu-tuc/${tenant}/${code}">${label}</a></li>`;
  return html`${question !== null && html`<p>${question.text}</p><ul>${question.options.map(({ code, label }) => link(code, label))}</ul>`}
${rows.length === 0 ? html`<p>Chưa tìm thấy thủ tục nào. Anh/Chị thử gõ cách khác, hoặc hỏi tại Trung tâm.</p>` : html`<ul>${rows.map(({ code, shortName }) => link(code, shortName))}</ul>`}`;
}

export function lookUpWords(office: string): FirstWords {
  return {
    title: 'Tra cứu hồ sơ',
    body: frame(
      office,
      html`<h1>Tra cứu hồ sơ</h1>
<p>Mở ứng dụng Máy ảnh của điện thoại, hoặc Quét QR trong Zalo, hướng vào mã trên giấy tiếp nhận rồi bấm đường dẫn hiện ra.</p>
<noscript><p>Tra cứu bằng mã hồ sơ cần JavaScript. Anh/Chị bật JavaScript, quét mã QR, hoặc gọi Trung tâm.</p></noscript>`,
    ),
  };
}

export function trackingWords(view: TrackingView): FirstWords {
  return {
    title: `Hồ sơ ${view.code ?? view.procedureName}`,
    body: frame(
      view.officeName,
      html`<p><strong>${view.procedureName}</strong><br>${view.code}</p>
<p><strong>${view.awaited.text}</strong></p>
<h1>${view.sentence}</h1>
${view.supplement !== null && html`<ol>${view.supplement.items.map(({ label, reason }) => html`<li><strong>${label}</strong>: ${reason}</li>`)}</ol>`}
<h2>Ngày hẹn</h2>
<p>${view.dueText}</p>
<h2>Diễn biến</h2>
<ol>${view.timeline.map(({ at, text }) => html`<li><time datetime="${at}">${dayAndTime(at)}</time> ${text}</li>`)}</ol>
<p>${view.officeName}, ${view.officeAddress}${view.officePhone !== null && html`, <a href="tel:${view.officePhone}">${view.officePhone}</a>`}</p>`,
    ),
  };
}

export function procedureWords(view: PublicProcedure): FirstWords {
  const list = (rows: readonly string[], none: string) =>
    rows.length === 0 ? html`<p>${none}</p>` : html`<ul>${rows.map((row) => html`<li>${row}</li>`)}</ul>`;
  return {
    title: view.name,
    body: frame(
      view.officeName,
      html`<p>${view.field} · ${view.code}</p>
<h1>${view.name}</h1>
<h2>Mất bao lâu</h2><p>${view.termText}</p>
<h2>Bao nhiêu tiền</h2>${list(view.fees, 'Không mất tiền.')}
<h2>Cần giấy tờ gì</h2>${list(view.papers, 'Hỏi Trung tâm để biết giấy tờ của trường hợp mình.')}
<h2>Làm ở đâu</h2><p>${view.officeName}</p>`,
    ),
  };
}

/** `25/11/2026, 17:00` */
function dayAndTime(at: string): string {
  const [year, month, day] = at.slice(0, 10).split('-');
  return `${day}/${month}/${year}, ${at.slice(11, 16)}`;
}
