import { enCodes } from './enCodes';
import { applyEn } from './apply';
import { authorityEn } from './authority';
import { bulkEn } from './bulk';
import { catalogEn } from './catalog';
import { commonEn } from './common';
import { demandEn } from './demand';
import { differenceEn } from './difference';
import { editingEn } from './editing';
import { findingEn } from './finding';
import { frameEn } from './frame';
import { grantEn } from './grant';
import { homeEn } from './home';
import { importEn } from './import';
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
import { runEn } from './run';
import { serviceEn } from './service';
import { statisticsEn } from './statistics';
import { taskEn } from './task';
import type { zh } from './zh';

/** English: the second language; it has exactly the keys of the first. */
export const en: Record<keyof typeof zh, string> = {
  ...enCodes,
  ...applyEn,
  ...authorityEn,
  ...bulkEn,
  ...catalogEn,
  ...commonEn,
  ...demandEn,
  ...differenceEn,
  ...editingEn,
  ...findingEn,
  ...frameEn,
  ...grantEn,
  ...homeEn,
  ...importEn,
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
  ...runEn,
  ...serviceEn,
  ...statisticsEn,
  ...taskEn,
};
