CREATE TABLE govshare.replica (
  number        integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  service_id    uuid NOT NULL,
  schema_name   text NOT NULL,
  table_name    text NOT NULL,
  key_columns   text[] NOT NULL,
  generation    bigint NOT NULL,
  copying       boolean NOT NULL,
  UNIQUE (service_id, schema_name, table_name)
);
COMMENT ON TABLE govshare.replica IS
  'Tables that change capture writes. replica_<number> holds, for each key that it has brought, the version of its row.';
