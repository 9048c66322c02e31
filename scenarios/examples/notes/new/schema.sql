-- The new system's database: other names, decimal money, removal by time; it starts closed and empty.
create table serving (open boolean not null);
insert into serving values (false);

create table accounts (
    number integer primary key,
    partner integer not null,
    display_name text not null,
    balance numeric(12, 2) not null,
    revision integer not null
);

create table entries (
    entry bigserial primary key,
    reference bigint not null,
    account integer not null,
    body text not null,
    removed_at timestamptz
);
create index on entries (reference);

create table transfers (
    transfer bigserial primary key,
    reference bigint not null,
    sender integer not null,
    receiver integer not null,
    amount numeric(12, 2) not null
);
create index on transfers (reference);
