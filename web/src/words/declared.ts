// Words of the declaration on the desk's dossier page.

export const declaredWords = {
  filer: 'Người nộp',
  messagesTo: 'Người nhận tin',
  nothing: 'Không ghi',
  altered: 'Tờ khai này không khớp với sổ ghi của hồ sơ. Xin báo quản trị trước khi giải quyết.',
} as const;
