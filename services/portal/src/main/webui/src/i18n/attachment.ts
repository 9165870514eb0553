/** Texts of attachments. */
export const attachmentZh = {
  'attachment.title': '附件',
  'attachment.none': '没有附件。',
  'attachment.name': '文件名',
  'attachment.size': '大小',
  'attachment.by': '上传人',
  'attachment.at': '上传时间',
  'attachment.choose': '选择文件',
  'attachment.hint': 'PDF、OFD、办公文档、图片或文本，不超过 50 MiB',
  'attachment.add': '上传附件',
  'attachment.refused': '不接收此类文件。可以上传：{endings}',
  'attachment.deleteQuestion': '删除附件“{name}”，删除后不能恢复。',
};

export const attachmentEn: Record<keyof typeof attachmentZh, string> = {
  'attachment.title': 'Attachments',
  'attachment.none': 'There are no attachments.',
  'attachment.name': 'File',
  'attachment.size': 'Size',
  'attachment.by': 'Uploaded by',
  'attachment.at': 'Uploaded at',
  'attachment.choose': 'Choose a file',
  'attachment.hint': 'PDF, OFD, office documents, pictures or text, up to 50 MiB',
  'attachment.add': 'Upload',
  'attachment.refused': 'Files of this kind are not taken. Taken are: {endings}',
  'attachment.deleteQuestion': 'Removes the attachment “{name}” for good.',
};
