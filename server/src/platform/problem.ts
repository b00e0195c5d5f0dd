// RFC 9457 problem details: one table from the kind of refusal to its HTTP status and Vietnamese title.

/** A refusal that reaches a person: what happened, what was kept, what to do. Not a bug. */
export class Problem extends Error {
  readonly kind: ProblemKind;
  readonly detail: string;
  /** The field the sentence speaks of, as a JSON pointer-like path. */
  readonly fields: readonly FieldProblem[];
  readonly extra: Readonly<Record<string, unknown>>;

  constructor(
    kind: ProblemKind,
    detail: string,
    more: { fields?: readonly FieldProblem[]; extra?: Record<string, unknown> } = {},
  ) {
    // A refusal is no bug: nobody reads where it was made, and finding that out costs more than the answer.
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    super(detail);
    Error.stackTraceLimit = stackTraceLimit;
    this.kind = kind;
    this.detail = detail;
    this.fields = more.fields ?? [];
    this.extra = more.extra ?? {};
  }
}

export interface FieldProblem {
  field: string;
  message: string;
}

export const problemKinds = {
  bad_request: { status: 400, title: 'Yêu cầu chưa đúng' },
  invalid_fields: { status: 422, title: 'Có mục cần sửa' },
  not_signed_in: { status: 401, title: 'Chưa đăng nhập' },
  wrong_sign_in: { status: 401, title: 'Tên đăng nhập hoặc mật khẩu chưa đúng' },
  bad_signature: { status: 401, title: 'Chữ ký không đúng' },
  choose_password: { status: 403, title: 'Cần đặt mật khẩu riêng' },
  post_ended: { status: 403, title: 'Vị trí công tác đã hết hiệu lực' },
  not_allowed: { status: 403, title: 'Không thuộc quyền của Anh/Chị' },
  not_found: { status: 404, title: 'Không tìm thấy' },
  filed_before: { status: 409, title: 'Người này đã nộp thủ tục này' },
  step_has_passed: { status: 409, title: 'Hồ sơ đã thay đổi' },
  not_possible_now: { status: 409, title: 'Hồ sơ chưa làm việc này được' },
  key_reused: { status: 409, title: 'Mã chống gửi trùng đã dùng cho việc khác' },
  too_large: { status: 413, title: 'Nội dung quá lớn' },
  unsupported_type: { status: 415, title: 'Kiểu nội dung không nhận được' },
  too_many: { status: 429, title: 'Thử lại sau' },
  unexpected: { status: 500, title: 'Việc này chưa làm được' },
  unavailable: { status: 503, title: 'Tạm thời chưa phục vụ được' },
} as const;

export type ProblemKind = keyof typeof problemKinds;

/** The body sent for a problem, media type `application/problem+json`. */
export function problemBody(problem: Problem): Record<string, unknown> {
  const { status, title } = problemKinds[problem.kind];
  return {
    type: `urn:motcua:problem:${problem.kind}`,
    kind: problem.kind,
    title,
    status,
    detail: problem.detail,
    ...(problem.fields.length > 0 ? { fields: problem.fields } : {}),
    ...problem.extra,
  };
}
