import { applyZh } from './apply';
import { authorityZh } from './authority';
import { bulkZh } from './bulk';
import { catalogZh } from './catalog';
import { commonZh } from './common';
import { demandZh } from './demand';
import { differenceZh } from './difference';
import { editingZh } from './editing';
import { findingZh } from './finding';
import { frameZh } from './frame';
import { grantZh } from './grant';
import { homeZh } from './home';
import { importZh } from './import';
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
import { runZh } from './run';
import { serviceZh } from './service';
import { statisticsZh } from './statistics';
import { taskZh } from './task';
import { zhCodes } from './zhCodes';

/** Chinese: the first language of the portal. */
export const zh = {
  ...zhCodes,
  ...applyZh,
  ...authorityZh,
  ...bulkZh,
  ...catalogZh,
  ...commonZh,
  ...demandZh,
  ...differenceZh,
  ...editingZh,
  ...findingZh,
  ...frameZh,
  ...grantZh,
  ...homeZh,
  ...importZh,
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
  ...runZh,
  ...serviceZh,
  ...statisticsZh,
  ...taskZh,
};
