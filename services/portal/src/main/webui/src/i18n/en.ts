import { applyEn } from './apply';
import { authorityEn } from './authority';
import { bulkEn } from './bulk';
import { attachmentEn } from './attachment';
import { calendarEn } from './calendar';
import { campaignEn } from './campaign';
import { catalogEn } from './catalog';
import { categoryEn } from './category';
import { changeEn } from './change';
import { commonEn } from './common';
import { demandEn } from './demand';
import { departmentEn } from './department';
import { differenceEn } from './difference';
import { editingEn } from './editing';
import { enCodes } from './enCodes';
import { faultEn } from './fault';
import { findingEn } from './finding';
import { frameEn } from './frame';
import { freshnessEn } from './freshness';
import { grantEn } from './grant';
import { homeEn } from './home';
import { identifierEn } from './identifier';
import { importEn } from './import';
import { libraryEn } from './library';
import { channelEn } from './channel';
import { replacementEn } from './replacement';
import { mappingEn } from './mapping';
import { menuEn } from './menu';
import { metadataEn } from './metadata';
import { monitoringEn } from './monitoring';
import { nodeEn } from './node';
import { noticeEn } from './notice';
import { objectionEn } from './objection';
import { openingEn } from './opening';
import { proposalEn } from './proposal';
import { referenceEn } from './reference';
import { requestEn } from './request';
import { controlEn } from './control';
import { parkedEn } from './parked';
import { historyEn } from './history';
import { proofEn } from './proof';
import { runEn } from './run';
import { runEventEn } from './runEvent';
import { serviceEn } from './service';
import { sheetEn } from './sheet';
import { statisticsEn } from './statistics';
import { systemEn } from './system';
import { taskEn } from './task';
import { upkeepEn } from './upkeep';
import type { zh } from './zh';

/** English: the second language; it has exactly the keys of the first. */
export const en: Record<keyof typeof zh, string> = {
  ...enCodes,
  ...applyEn,
  ...authorityEn,
  ...bulkEn,
  ...attachmentEn,
  ...calendarEn,
  ...campaignEn,
  ...catalogEn,
  ...categoryEn,
  ...changeEn,
  ...commonEn,
  ...demandEn,
  ...departmentEn,
  ...differenceEn,
  ...editingEn,
  ...faultEn,
  ...findingEn,
  ...frameEn,
  ...freshnessEn,
  ...grantEn,
  ...homeEn,
  ...identifierEn,
  ...importEn,
  ...libraryEn,
  ...mappingEn,
  ...channelEn,
  ...replacementEn,
  ...menuEn,
  ...metadataEn,
  ...monitoringEn,
  ...nodeEn,
  ...noticeEn,
  ...objectionEn,
  ...openingEn,
  ...proposalEn,
  ...referenceEn,
  ...requestEn,
  ...controlEn,
  ...parkedEn,
  ...historyEn,
  ...proofEn,
  ...runEn,
  ...runEventEn,
  ...serviceEn,
  ...sheetEn,
  ...statisticsEn,
  ...systemEn,
  ...taskEn,
  ...upkeepEn,
};
