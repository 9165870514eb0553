/** Several targets of a service, and the channels of a run. */
export const channelZh = {
  'targets.title': '更多目标与通道数',
  'targets.lead':
    '同样的行可以送到同一部门的多张表。各目标互不影响：一个目标停机，其他目标照常接收。',
  'targets.lanes': '每个目标的通道数',
  'targets.lanesHint':
    '大表可用多个通道并行传送；改变通道数在下次运行时生效，变更捕获会因此重新复制全表',
  'targets.add': '增加一个目标',
  'targets.remove': '删除目标 {number}',
  'targets.node': '目标 {number} 的节点',
  'targets.table': '目标 {number} 的表',
  'channel.title': '通道',
  'channel.target': '目标',
  'channel.lane': '通道',
  'channel.laneOf': '第 {lane} 条，共 {lanes} 条',
  'channel.state': '状态',
  'channel.movedAt': '最近进展',
  'channel.restart': '单独重新启动',
  'channel.restartQuestion': '该通道从已提交的位置继续，其他通道不受影响。是否重新启动？',
  'channel.notEnded': '只有失败或已停止的通道可以重新启动，且运行尚未结束',
  'channel.backlog': '积压处理',
  'channel.backlogNever': '一直等待',
  'channel.backlogOf': '{minutes} 分钟没有进展即放弃并告警',
  'channel.backlogField': '放弃积压前等待（分钟）',
  'channel.backlogHint': '不填表示一直等待；放弃后由下次运行重新传送',
  'reconciliation.startOf': '核对目标 {number}',
  'plan.targets': '同样写入另外 {count} 个目标：{targets}',
  'plan.lanes': '每个目标由 {lanes} 条通道并行传送',
};

/** The same in English. */
export const channelEn: Record<keyof typeof channelZh, string> = {
  'targets.title': 'More targets, and lanes',
  'targets.lead':
    'The same rows can go to several tables of the department. No target holds up another: when one is down, the others go on.',
  'targets.lanes': 'Lanes to each target',
  'targets.lanesHint':
    'A large table can go by several lanes side by side; a change counts from the next run on, and has change capture copy the table anew',
  'targets.add': 'Add a target',
  'targets.remove': 'Remove target {number}',
  'targets.node': 'Node of target {number}',
  'targets.table': 'Table of target {number}',
  'channel.title': 'Channels',
  'channel.target': 'Target',
  'channel.lane': 'Lane',
  'channel.laneOf': '{lane} of {lanes}',
  'channel.state': 'State',
  'channel.movedAt': 'Last moved',
  'channel.restart': 'Start again alone',
  'channel.restartQuestion':
    'The channel goes on after what is committed; the others are not touched. Start it again?',
  'channel.notEnded':
    'Only a channel that has failed or was stopped can be started again, while its run is under way',
  'channel.backlog': 'Backlog',
  'channel.backlogNever': 'Waited for without end',
  'channel.backlogOf': 'Given up with an alarm when nothing has moved for {minutes} minutes',
  'channel.backlogField': 'Minutes before a backlog is given up',
  'channel.backlogHint': 'Empty: never; the next run brings the rows anew',
  'reconciliation.startOf': 'Reconcile target {number}',
  'plan.targets': 'Write them likewise to {count} more: {targets}',
  'plan.lanes': 'By {lanes} lanes side by side to each target',
};
