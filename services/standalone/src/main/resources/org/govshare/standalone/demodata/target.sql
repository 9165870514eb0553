create table enterprise (
  taxpayer_id       varchar(18)  primary key,
  taxpayer_name     varchar(200) not null,
  taxpayer_type     varchar(4)   not null,
  legal_person      varchar(100) not null,
  capital           numeric(18,2),
  founded_on        date         not null,
  state             varchar(1)   not null,
  place             varchar(500) not null,
  scope             text         not null,
  region            varchar(6)   not null,
  staff             integer,
  source_updated_at timestamptz  not null
);
comment on table enterprise is '企业信息（由交换平台写入；演示用合成数据）';
comment on column enterprise.taxpayer_id is '统一社会信用代码';
comment on column enterprise.taxpayer_name is '企业名称';
comment on column enterprise.taxpayer_type is '企业类型';
comment on column enterprise.legal_person is '法定代表人';
comment on column enterprise.capital is '注册资本（万元）';
comment on column enterprise.founded_on is '成立日期';
comment on column enterprise.state is '登记状态';
comment on column enterprise.place is '住所';
comment on column enterprise.scope is '经营范围';
comment on column enterprise.region is '行政区划代码';
comment on column enterprise.staff is '从业人数';
comment on column enterprise.source_updated_at is '来源更新时间';
