-- The old system's database: one row for what is open, so that writes can be refused durably.
create table serving (open boolean not null);
insert into serving values (true);

create table account (
    id integer primary key,
    partner_id integer not null,
    name text not null,
    cents bigint not null,
    version integer not null default 0
);

create table note (
    id bigserial primary key,
    ref bigint not null,
    account integer not null,
    text text not null,
    gone boolean not null default false
);
create index on note (ref);

create table move (
    id bigserial primary key,
    ref bigint not null,
    account integer not null,
    partner integer not null,
    cents bigint not null
);
create index on move (ref);
