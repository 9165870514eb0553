create table enterprise_registration (
  uniscid                varchar(18)   primary key,
  enterprise_name        varchar(200)  not null,
  enterprise_type        varchar(4)    not null,
  legal_representative   varchar(100)  not null,
  registered_capital     numeric(18,2),
  capital_currency       varchar(3)    not null,
  established_on         date          not null,
  business_from          date          not null,
  business_to            date,
  registration_authority varchar(100)  not null,
  approved_on            date          not null,
  registration_status    varchar(1)    not null,
  address                varchar(500)  not null,
  business_scope         text          not null,
  region_code            varchar(6)    not null,
  industry_code          varchar(5)    not null,
  employees              integer,
  phone                  varchar(20),
  postcode               varchar(6),
  longitude              double precision,
  latitude               double precision,
  small_micro            boolean       not null,
  revoked_on             date,
  remark                 text,
  synthetic              boolean       not null default true,
  updated_at             timestamptz   not null
);
comment on table enterprise_registration is '企业登记信息（合成数据，不对应任何真实企业或个人）';
comment on column enterprise_registration.uniscid is '统一社会信用代码';
comment on column enterprise_registration.enterprise_name is '企业名称';
comment on column enterprise_registration.enterprise_type is '企业类型';
comment on column enterprise_registration.legal_representative is '法定代表人';
comment on column enterprise_registration.registered_capital is '注册资本（万元）';
comment on column enterprise_registration.capital_currency is '注册资本币种';
comment on column enterprise_registration.established_on is '成立日期';
comment on column enterprise_registration.business_from is '营业期限自';
comment on column enterprise_registration.business_to is '营业期限至';
comment on column enterprise_registration.registration_authority is '登记机关';
comment on column enterprise_registration.approved_on is '核准日期';
comment on column enterprise_registration.registration_status is '登记状态';
comment on column enterprise_registration.address is '住所';
comment on column enterprise_registration.business_scope is '经营范围';
comment on column enterprise_registration.region_code is '行政区划代码';
comment on column enterprise_registration.industry_code is '行业代码';
comment on column enterprise_registration.employees is '从业人数';
comment on column enterprise_registration.phone is '联系电话';
comment on column enterprise_registration.postcode is '邮政编码';
comment on column enterprise_registration.longitude is '经度';
comment on column enterprise_registration.latitude is '纬度';
comment on column enterprise_registration.small_micro is '是否小微企业';
comment on column enterprise_registration.revoked_on is '吊销日期';
comment on column enterprise_registration.remark is '备注';
comment on column enterprise_registration.synthetic is '合成数据标记';
comment on column enterprise_registration.updated_at is '更新时间';
