-- The new system's database: other names, nulls where old has zeros, booleans, time zones. It begins empty, and may write no card.
create collation alike (provider = icu, locale = 'und-u-ks-level1', deterministic = false);

create table cards (
    number integer primary key,
    partner integer not null,
    bucket integer generated always as ((number + 1) / 2 % 100) stored,
    holder text not null,
    since text,                                 -- as much as is known: 1987, 1999-12 or 2024-02-29
    paused boolean not null,
    ceiling numeric(12, 2) not null,
    deposit numeric(12, 2) not null,
    revision integer not null,
    here boolean not null default false
);

create table loans (
    loan bigserial primary key,
    reference bigint not null,
    number integer not null,
    title text not null,
    due date,
    returned timestamptz(0)                     -- the other side has whole seconds
);
create index on loans (reference);

create table labels (
    entry bigserial primary key,
    reference bigint not null,
    number integer not null,
    label text not null
);
create index on labels (reference);

create table transfers (
    transfer bigserial primary key,
    reference bigint not null,
    sender integer not null,
    receiver integer not null,
    amount numeric(12, 2) not null
);
create index on transfers (reference);

-- As the old system's; the sync's own transactions are not listed.
create table change_log (
    seq bigserial primary key,
    kind text not null,
    id bigint not null,
    card integer not null,
    at timestamptz not null default clock_timestamp()
);

create function log_change() returns trigger language plpgsql as $$
begin
    if coalesce(current_setting('app.sync', true), '') = '' then
        insert into change_log (kind, id, card)
        select tg_argv[0], (to_jsonb(new) ->> tg_argv[1])::bigint, (to_jsonb(new) ->> tg_argv[2])::integer;
    end if;
    return null;
end
$$;
create trigger changed after insert or update on cards for each row execute function log_change('card', 'number', 'number');
create trigger changed after insert or update on loans for each row execute function log_change('loan', 'reference', 'number');
create trigger changed after insert on labels for each row execute function log_change('label', 'reference', 'number');
create trigger changed after insert on transfers for each row execute function log_change('gift', 'reference', 'sender');
