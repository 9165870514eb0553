/** The console. */
export const homeZh = {
  'home.greeting': '您好，{name}',
  'home.todo': '待办事项',
  'home.noTodo': '您的角色没有待办事项。',
  'home.separated': '三员岗位不接触业务数据',
  'home.separatedDetail':
    '系统管理员、安全管理员、审计管理员只管理平台本身，不能查看目录、供需和交换内容。',
  'home.catalogue': '目录概况',
  'home.published': '已发布资源',
  'home.items': '数据项',
  'home.bySharing': '按共享类型',
  'home.byOpenness': '按开放类型',
  'home.byLibrary': '按信息库',
  'home.byDepartment': '按部门',
  'home.group': '分组',
  'home.share': '占比',
  'home.shareOf': '{name}占比',
  'home.resources': '资源数',
  'home.exchange': '交换概况',
  'home.openMonitoring': '进入平台监控',
};

export const homeEn: Record<keyof typeof homeZh, string> = {
  'home.greeting': 'Welcome, {name}',
  'home.todo': 'To do',
  'home.noTodo': 'Your roles have nothing to decide.',
  'home.separated': 'Your role sees no business data',
  'home.separatedDetail':
    'System, security and audit administrators look after the platform itself; catalogue, requests and exchange are not shown to them.',
  'home.catalogue': 'Catalogue',
  'home.published': 'Published resources',
  'home.items': 'Data items',
  'home.bySharing': 'By sharing type',
  'home.byOpenness': 'By openness',
  'home.byLibrary': 'By library',
  'home.byDepartment': 'By department',
  'home.group': 'Group',
  'home.share': 'Share',
  'home.shareOf': 'Share of {name}',
  'home.resources': 'Resources',
  'home.exchange': 'Exchange',
  'home.openMonitoring': 'Open monitoring',
};
