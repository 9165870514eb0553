/** Titles of the menu's groups. */
export const menuZh = {
  'menu.supplyAndDemand': '供需对接',
  'menu.organisation': '部门与系统',
  'menu.library': '标准与依据',
  'menu.administration': '平台管理',
};

export const menuEn: Record<keyof typeof menuZh, string> = {
  'menu.supplyAndDemand': 'Supply and demand',
  'menu.organisation': 'Departments and systems',
  'menu.library': 'Standards and legal bases',
  'menu.administration': 'Administration',
};
