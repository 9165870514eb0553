/** Services that replace the content of their targets. */
export const replacementZh = {
  'replacement.field': '目标表中的其他行',
  'replacement.no': '保留：按键更新或新增',
  'replacement.yes': '全量替换：目标与源端完全一致',
  'replacement.noHint': '源端已没有的行仍留在目标表中',
  'replacement.yesHint':
    '全部行到齐之前，读者看到的仍是原内容；随后在一个事务内替换，源端已没有的行被删除。目标表的授权、视图、外键不变。任何一行不合格，运行失败，原内容保留',
  'replacement.noKey': '没有键：整表读取',
  'replacement.noKeyHint': '没有键的表不能断点续传：中断后从头读取；只能使用一个通道',
  'plan.replace': '全部行到齐后，在一个事务内替换 {to} 的全部内容；源端没有的行被删除。',
};

/** The same in English. */
export const replacementEn: Record<keyof typeof replacementZh, string> = {
  'replacement.field': 'Other rows of the target',
  'replacement.no': 'Stay: rows are changed or added by their key',
  'replacement.yes': 'Are replaced: the target holds what the source does',
  'replacement.noHint': 'Rows that the source does not have any more stay at the target',
  'replacement.yesHint':
    'Readers see the former content until all rows are there; then it is replaced in one transaction, and rows that the source does not have are deleted. Grants, views and foreign keys stay. One row that does not fit fails the run, and the former content stays',
  'replacement.noKey': 'No key: the table is read as a whole',
  'replacement.noKeyHint':
    'Without a key a copy that breaks off begins anew, and there is one lane only',
  'plan.replace':
    'When all are there, they take the place of everything in {to}, in one transaction; rows that the source does not have are deleted.',
};
