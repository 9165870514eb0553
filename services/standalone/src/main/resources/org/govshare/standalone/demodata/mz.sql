create table social_organisation (
  uniscid              varchar(18)  primary key,
  organisation_name    varchar(200) not null,
  organisation_type    varchar(20)  not null,
  legal_representative varchar(100) not null,
  supervisor           varchar(200),
  registered_capital   numeric(18,2),
  established_on       date         not null,
  address              varchar(500) not null,
  business_scope       text         not null,
  status               varchar(1)   not null,
  synthetic            boolean      not null default true,
  updated_at           timestamptz  not null
);
comment on table social_organisation is '社会组织登记信息（合成数据，不对应任何真实组织或个人）';
comment on column social_organisation.uniscid is '统一社会信用代码';
comment on column social_organisation.organisation_name is '社会组织名称';
comment on column social_organisation.organisation_type is '社会组织类型';
comment on column social_organisation.legal_representative is '法定代表人';
comment on column social_organisation.supervisor is '业务主管单位';
comment on column social_organisation.registered_capital is '注册资金（万元）';
comment on column social_organisation.established_on is '成立登记日期';
comment on column social_organisation.address is '住所';
comment on column social_organisation.business_scope is '业务范围';
comment on column social_organisation.status is '登记状态';
comment on column social_organisation.synthetic is '合成数据标记';
comment on column social_organisation.updated_at is '更新时间';

create table marriage_registration (
  certificate_no  varchar(24)  primary key,
  husband_name    varchar(100) not null,
  husband_id      varchar(18)  not null,
  wife_name       varchar(100) not null,
  wife_id         varchar(18)  not null,
  registered_on   date         not null,
  registry_office varchar(200) not null,
  kind            varchar(1)   not null,
  synthetic       boolean      not null default true,
  updated_at      timestamptz  not null
);
comment on table marriage_registration is '婚姻登记信息（合成数据，不对应任何真实个人）';
comment on column marriage_registration.certificate_no is '证件字号';
comment on column marriage_registration.husband_name is '男方姓名';
comment on column marriage_registration.husband_id is '男方公民身份号码';
comment on column marriage_registration.wife_name is '女方姓名';
comment on column marriage_registration.wife_id is '女方公民身份号码';
comment on column marriage_registration.registered_on is '登记日期';
comment on column marriage_registration.registry_office is '登记机关';
comment on column marriage_registration.kind is '业务类型（1结婚 2离婚）';
comment on column marriage_registration.synthetic is '合成数据标记';
comment on column marriage_registration.updated_at is '更新时间';

create table low_income_applicant (
  application_no  varchar(20)   primary key,
  applicant_name  varchar(100)  not null,
  applicant_id    varchar(18)   not null,
  household_size  integer       not null,
  monthly_income  numeric(18,2) not null,
  region_code     varchar(6)    not null,
  address         varchar(500)  not null,
  applied_on      date          not null,
  result          varchar(1),
  synthetic       boolean       not null default true,
  updated_at      timestamptz   not null
);
comment on table low_income_applicant is '低保申请人信息（合成数据，不对应任何真实个人）';
comment on column low_income_applicant.application_no is '申请编号';
comment on column low_income_applicant.applicant_name is '申请人姓名';
comment on column low_income_applicant.applicant_id is '申请人公民身份号码';
comment on column low_income_applicant.household_size is '家庭人口数';
comment on column low_income_applicant.monthly_income is '家庭月收入（元）';
comment on column low_income_applicant.region_code is '行政区划代码';
comment on column low_income_applicant.address is '家庭住址';
comment on column low_income_applicant.applied_on is '申请日期';
comment on column low_income_applicant.result is '审核结果';
comment on column low_income_applicant.synthetic is '合成数据标记';
comment on column low_income_applicant.updated_at is '更新时间';
