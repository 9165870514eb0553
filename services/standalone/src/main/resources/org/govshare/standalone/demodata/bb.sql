create table institution (
  uniscid              varchar(18)  primary key,
  institution_name     varchar(200) not null,
  legal_representative varchar(100) not null,
  organizer            varchar(200) not null,
  funding_source       varchar(20)  not null,
  initial_capital      numeric(18,2),
  purpose              text         not null,
  address              varchar(500) not null,
  valid_from           date         not null,
  valid_to             date         not null,
  status               varchar(1)   not null,
  synthetic            boolean      not null default true,
  updated_at           timestamptz  not null
);
comment on table institution is '事业单位法人登记信息（合成数据，不对应任何真实单位或个人）';
comment on column institution.uniscid is '统一社会信用代码';
comment on column institution.institution_name is '事业单位名称';
comment on column institution.legal_representative is '法定代表人';
comment on column institution.organizer is '举办单位';
comment on column institution.funding_source is '经费来源';
comment on column institution.initial_capital is '开办资金（万元）';
comment on column institution.purpose is '宗旨和业务范围';
comment on column institution.address is '住所';
comment on column institution.valid_from is '有效期自';
comment on column institution.valid_to is '有效期至';
comment on column institution.status is '登记状态';
comment on column institution.synthetic is '合成数据标记';
comment on column institution.updated_at is '更新时间';
