import { applyZh } from './apply';
import { authorityZh } from './authority';
import { bulkZh } from './bulk';
import { attachmentZh } from './attachment';
import { calendarZh } from './calendar';
import { campaignZh } from './campaign';
import { catalogZh } from './catalog';
import { categoryZh } from './category';
import { changeZh } from './change';
import { commonZh } from './common';
import { demandZh } from './demand';
import { departmentZh } from './department';
import { differenceZh } from './difference';
import { editingZh } from './editing';
import { faultZh } from './fault';
import { findingZh } from './finding';
import { frameZh } from './frame';
import { freshnessZh } from './freshness';
import { grantZh } from './grant';
import { homeZh } from './home';
import { identifierZh } from './identifier';
import { importZh } from './import';
import { libraryZh } from './library';
import { channelZh } from './channel';
import { replacementZh } from './replacement';
import { mappingZh } from './mapping';
import { menuZh } from './menu';
import { metadataZh } from './metadata';
import { monitoringZh } from './monitoring';
import { nodeZh } from './node';
import { noticeZh } from './notice';
import { objectionZh } from './objection';
import { openingZh } from './opening';
import { proposalZh } from './proposal';
import { referenceZh } from './reference';
import { requestZh } from './request';
import { controlZh } from './control';
import { parkedZh } from './parked';
import { historyZh } from './history';
import { proofZh } from './proof';
import { runZh } from './run';
import { runEventZh } from './runEvent';
import { serviceZh } from './service';
import { sheetZh } from './sheet';
import { statisticsZh } from './statistics';
import { systemZh } from './system';
import { taskZh } from './task';
import { upkeepZh } from './upkeep';
import { zhCodes } from './zhCodes';

/** Chinese: the first language of the portal. */
export const zh = {
  ...zhCodes,
  ...applyZh,
  ...authorityZh,
  ...bulkZh,
  ...attachmentZh,
  ...calendarZh,
  ...campaignZh,
  ...catalogZh,
  ...categoryZh,
  ...changeZh,
  ...commonZh,
  ...demandZh,
  ...departmentZh,
  ...differenceZh,
  ...editingZh,
  ...faultZh,
  ...findingZh,
  ...frameZh,
  ...freshnessZh,
  ...grantZh,
  ...homeZh,
  ...identifierZh,
  ...importZh,
  ...libraryZh,
  ...mappingZh,
  ...channelZh,
  ...replacementZh,
  ...menuZh,
  ...metadataZh,
  ...monitoringZh,
  ...nodeZh,
  ...noticeZh,
  ...objectionZh,
  ...openingZh,
  ...proposalZh,
  ...referenceZh,
  ...requestZh,
  ...controlZh,
  ...parkedZh,
  ...historyZh,
  ...proofZh,
  ...runZh,
  ...runEventZh,
  ...serviceZh,
  ...sheetZh,
  ...statisticsZh,
  ...systemZh,
  ...taskZh,
  ...upkeepZh,
};
