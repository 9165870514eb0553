/** Texts of the tree of departments. */
export const departmentZh = {
  'department.lead': '部门按上下级排列；部门代码与统一身份认证一致',
  'department.search': '名称、代码或序号',
  'department.below': '“{name}”的下级部门',
  'department.children': '下级部门',
  'department.noChildren': '没有下级部门。',
  'department.noOffices': '还没有登记处室。',
  'department.abolish': '撤销部门',
  'department.abolishQuestion':
    '撤销“{name}”后，它不能再编目、发布和申请；已发布的资源保留。请写明依据。',
  'department.reinstate': '恢复部门',
  'department.reinstateQuestion': '恢复“{name}”，可以重新编目、发布和申请。',
  'department.abolitionReason': '撤销依据',
  'department.abolishedAt': '撤销时间',
  'departmentState.ACTIVE': '有效',
  'departmentState.ABOLISHED': '已撤销',
};

export const departmentEn: Record<keyof typeof departmentZh, string> = {
  'department.lead':
    "Departments below those they belong to; the code is the one in their people's accounts",
  'department.search': 'Name, code or serial',
  'department.below': 'Departments below {name}',
  'department.children': 'Departments below',
  'department.noChildren': 'There are none below it.',
  'department.noOffices': 'No offices are registered.',
  'department.abolish': 'Abolish',
  'department.abolishQuestion':
    '“{name}” will compile, publish and request nothing more; what it has published stays. State the decree.',
  'department.reinstate': 'Reinstate',
  'department.reinstateQuestion': '“{name}” may compile, publish and request again.',
  'department.abolitionReason': 'Reason of abolition',
  'department.abolishedAt': 'Abolished at',
  'departmentState.ACTIVE': 'Active',
  'departmentState.ABOLISHED': 'Abolished',
};
