/** Texts of the classification. */
export const categoryZh = {
  'category.title': '分类管理',
  'category.lead': '类、项、目、细目四级；代码由上级代码决定，建立后不变',
  'category.search': '名称或代码',
  'category.below': '“{name}”的下级分类',
  'category.add': '增加大类',
  'category.addBelow': '增加下级',
  'category.addBelowOf': '增加下级：{name}',
  'category.changeOf': '编辑“{name}”',
  'category.position': '排序号',
  'category.positionHint': '在同级中的位置，0 到 9999；不填则排在最后',
  'category.codeHint': '六位数字，前几位与上级相同；不填则自动取下一个',
  'category.resources': '已发布资源',
  'category.standing': '使用中',
  'category.retired': '已停用',
  'category.retire': '停用',
  'category.retireQuestion': '停用“{name}”后，不能再用它编目；已有资源仍归在其中。',
  'category.reinstate': '恢复',
  'category.reinstateQuestion': '恢复“{name}”，可以重新用它编目。',
};

export const categoryEn: Record<keyof typeof categoryZh, string> = {
  'category.title': 'Classification',
  'category.lead':
    'Four levels; a code follows from the one above and never changes once it is given',
  'category.search': 'Name or code',
  'category.below': 'Categories below {name}',
  'category.add': 'Add at the top',
  'category.addBelow': 'Add below',
  'category.addBelowOf': 'Add below “{name}”',
  'category.changeOf': 'Edit “{name}”',
  'category.position': 'Position',
  'category.positionHint': 'Its place among its neighbours, 0 to 9999; the last if left empty',
  'category.codeHint': 'Six digits that begin as the one above; the next free one if left empty',
  'category.resources': 'Published resources',
  'category.standing': 'In use',
  'category.retired': 'Retired',
  'category.retire': 'Retire',
  'category.retireQuestion':
    'Nothing new will be compiled under “{name}”; what is there stays where it is.',
  'category.reinstate': 'Reinstate',
  'category.reinstateQuestion': 'Resources can be compiled under “{name}” again.',
};
