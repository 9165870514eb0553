/** The frame of every page: name, menu, signing in and out, and what is refused. */
export const frameZh = {
  'app.name': '政务信息资源交换共享平台',
  'app.operator': '省信息资源管理中心 运维',
  'app.language': '界面语言',
  'app.menu': '主菜单',
  'app.menuToggle': '展开或收起菜单',
  'app.content': '页面内容',
  'app.skip': '跳到页面内容',
  'app.path': '所在位置',

  'alert.danger': '错误：',
  'alert.warning': '提醒：',
  'alert.info': '提示：',

  'welcome.lead': '统一的信息资源目录、部门间共享申请与可核验的数据交换',
  'welcome.signIn': '登录平台',
  'welcome.hint': '使用本部门分配的账号登录。账号问题请联系本部门管理员或省信息资源管理中心。',
  'welcome.button': '登录',
  'welcome.failed': '登录没有完成，请重试。',

  'session.ended': '登录已失效',
  'session.endedDetail':
    '为了安全，长时间未操作或已退出的会话会结束。重新登录后回到本页面；正在填写的表单会自动保存并恢复。',
  'session.signInAgain': '重新登录',

  'user.noDepartment': '不隶属业务部门',
  'user.roles': '角色',
  'user.signOut': '退出登录',

  'menu.console': '控制台',
  'menu.catalogue': '资源目录',
  'menu.resources': '信息资源目录',
  'menu.compile': '资源编目',
  'menu.myRequests': '我的申请',
  'menu.approvals': '待办审批',
  'menu.grants': '授权管理',
  'menu.exchange': '数据交换',
  'menu.services': '交换服务',
  'menu.runs': '运行记录',
  'menu.domains': '业务域',
  'menu.nodes': '节点（前置机）',
  'menu.monitoring': '运行监控',
  'menu.platform': '平台监控',
  'menu.serviceMonitor': '服务监控',

  'forbidden.title': '此页面不对您的角色开放',
  'forbidden.needed': '需要以下角色之一：{roles}。',
  'forbidden.held': '您当前的角色：{roles}。',
  'forbidden.none': '无',
  'forbidden.help': '如工作需要，请联系本部门管理员，由安全管理员授予角色。',
  'notFound.title': '页面不存在',
  'notFound.detail': '地址可能已更改，请从菜单进入。',
};

export const frameEn: Record<keyof typeof frameZh, string> = {
  'app.name': 'Government Information Resource Exchange and Sharing Platform',
  'app.operator': 'Operated by the provincial information resource centre',
  'app.language': 'Language',
  'app.menu': 'Main menu',
  'app.menuToggle': 'Show or hide the menu',
  'app.content': 'Page content',
  'app.skip': 'Skip to content',
  'app.path': 'You are here',

  'alert.danger': 'Error:',
  'alert.warning': 'Warning:',
  'alert.info': 'Note:',

  'welcome.lead':
    'One catalogue, sharing requests between departments, and data exchange that can be verified',
  'welcome.signIn': 'Sign in',
  'welcome.hint':
    "Use the account your department gave you. For help with accounts, ask your department's administrator or the information resource centre.",
  'welcome.button': 'Sign in',
  'welcome.failed': 'Signing in did not complete; try again.',

  'session.ended': 'Your session has ended',
  'session.endedDetail':
    'Sessions end after a while or when you sign out elsewhere. After signing in you come back to this page; forms being filled in are saved as you type and come back.',
  'session.signInAgain': 'Sign in again',

  'user.noDepartment': 'No department',
  'user.roles': 'Roles',
  'user.signOut': 'Sign out',

  'menu.console': 'Console',
  'menu.catalogue': 'Catalogue',
  'menu.resources': 'Information resources',
  'menu.compile': 'Compile resources',
  'menu.myRequests': 'My requests',
  'menu.approvals': 'To decide',
  'menu.grants': 'Grants',
  'menu.exchange': 'Data exchange',
  'menu.services': 'Exchange services',
  'menu.runs': 'Runs',
  'menu.domains': 'Domains',
  'menu.nodes': 'Nodes',
  'menu.monitoring': 'Monitoring',
  'menu.platform': 'Platform',
  'menu.serviceMonitor': 'Services',

  'forbidden.title': 'This page is not for your role',
  'forbidden.needed': 'It needs one of these roles: {roles}.',
  'forbidden.held': 'Your roles: {roles}.',
  'forbidden.none': 'none',
  'forbidden.help':
    "If your work needs it, ask your department's administrator; the security administrator grants roles.",
  'notFound.title': 'No such page',
  'notFound.detail': 'The address may have changed; use the menu.',
};
