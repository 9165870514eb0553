-- One row per signed-in browser. The cookie's random identifier is not kept, only its hash;
-- the tokens are encrypted under a key that takes that identifier to derive.
create table session (
    id_hash      bytea primary key,
    subject      text not null,
    user_name    text not null,
    tokens       bytea not null,
    created_at   timestamptz not null,
    refreshed_at timestamptz not null,
    expires_at   timestamptz not null,
    constraint session_id_hash_length check (octet_length(id_hash) = 32)
);

create index session_subject on session (subject);
create index session_expires_at on session (expires_at);
