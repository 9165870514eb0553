/** What befell the channels of runs, and the alarm of a backlog that was dropped. */
export const runEventZh = {
  'runEvent.title': '事件',
  'runEvent.ofService': '各次运行的事件',
  'runEvent.none': '没有事件：各通道没有失败、停止或等待过。',
  'runEvent.at': '时间',
  'runEvent.what': '发生了什么',
  'runEvent.who': '人员或节点',
  'runEvent.channel': '通道',
  'runEvent.channelOf': '{target}，第 {lane} 条通道',
  'runEvent.alarm': '告警',
  'runEvent.FAILED': '通道失败：{reason}。',
  'runEvent.STOPPED': '通道停止：{reason}。',
  'runEvent.RESTARTED': '运维员单独重新启动了通道，从已提交的位置继续。',
  'runEvent.WITHHELD': '来源前置机不放行：{reason}。',
  'runEvent.RELEASED': '来源前置机已放行，继续发送。',
  'runEvent.BACKLOG_DROPPED':
    '在规定时间内没有任何进展，已放弃发往该目标的积压数据，由下次运行重新传送。',
  'runEvent.STOOD_BY': '前置机暂停收发：{reason}。',
  'runEvent.WENT_ON': '前置机的租约已续期，继续收发。',
  'runEvent.dropped': '有积压数据被放弃',
  'runEvent.droppedOf':
    '{time} 有目标在规定时间内没有任何进展，发往它的数据已被放弃，此后还没有一次运行完成。请先查明该目标的前置机和数据库，再启动运行，数据会重新传送。',
  'runEvent.openRun': '查看该次运行',
};

export const runEventEn: Record<keyof typeof runEventZh, string> = {
  'runEvent.title': 'Events',
  'runEvent.ofService': 'Events of its runs',
  'runEvent.none': 'No event: no channel has failed, stopped or waited.',
  'runEvent.at': 'When',
  'runEvent.what': 'What happened',
  'runEvent.who': 'Who, or which node',
  'runEvent.channel': 'Channel',
  'runEvent.channelOf': '{target}, lane {lane}',
  'runEvent.alarm': 'Alarm',
  'runEvent.FAILED': 'The channel failed: {reason}.',
  'runEvent.STOPPED': 'The channel stopped: {reason}.',
  'runEvent.RESTARTED':
    'An operator started the channel again alone; it goes on after what is committed.',
  'runEvent.WITHHELD': "The source's node does not let it send: {reason}.",
  'runEvent.RELEASED': "The source's node lets it send again.",
  'runEvent.BACKLOG_DROPPED':
    'Nothing moved for as long as the service allows. What waited for this target was dropped; the next run brings it anew.',
  'runEvent.STOOD_BY': 'The node stood by: {reason}.',
  'runEvent.WENT_ON': "The node's lease was renewed; it goes on.",
  'runEvent.dropped': 'A backlog was dropped',
  'runEvent.droppedOf':
    "At {time} nothing had moved to a target for as long as the service allows. What waited for it was dropped, and no run has completed since. Look after the target's node and database, then start a run: it brings the rows anew.",
  'runEvent.openRun': 'See that run',
};
