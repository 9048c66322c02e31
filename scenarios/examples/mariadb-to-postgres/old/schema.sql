-- The old system's database. A statement ends where a line ends in a semicolon: the server reads this file itself, before it opens its port.
flush privileges;
create database app;
create user app@'%' identified by 'app';
grant all on app.* to app@'%';
use app;

-- Dates may be zero or partly so: '0000-00-00' is unknown, '1987-00-00' is some day of that year.
create table card (
    card int primary key,
    partner int not null,
    -- Partners share one of 100 buckets, by which cards move.
    bucket int as ((card + 1) div 2 % 100) stored,
    holder varchar(80) not null,
    since date not null default '0000-00-00',
    paused tinyint(1) not null default 0,
    ceiling decimal(12, 2) not null,
    deposit decimal(12, 2) not null,
    revision int not null default 0,
    -- Whether this system may write the card.
    here tinyint(1) not null default 1
);

create table loan (
    id bigint auto_increment primary key,
    ref bigint not null,
    card int not null,
    title varchar(80) not null,
    due date not null default '0000-00-00',
    returned datetime not null default '0000-00-00 00:00:00',
    key (ref)
);

-- By the collation, 'Café', 'CAFE' and 'cafe ' are one label.
create table label (
    id bigint auto_increment primary key,
    ref bigint not null,
    card int not null,
    label varchar(80) not null,
    key (ref),
    unique key (card, label)
);

create table gift (
    id bigint auto_increment primary key,
    ref bigint not null,
    card int not null,
    partner int not null,
    amount decimal(12, 2) not null,
    key (ref)
);

-- What the sync has yet to copy: which row, not what it says. Its own writes are not listed; it says that they are its own by @sync.
create table change_log (
    seq bigint auto_increment primary key,
    kind varchar(10) not null,
    id bigint not null,
    card int not null,
    bootstrap tinyint(1) not null default 0,
    at timestamp(6) not null default now(6)
);
create definer = app@'%' trigger card_made after insert on card for each row
    insert into change_log (kind, id, card) select 'card', new.card, new.card from dual where @sync is null;
create definer = app@'%' trigger card_changed after update on card for each row
    insert into change_log (kind, id, card) select 'card', new.card, new.card from dual where @sync is null;
create definer = app@'%' trigger loan_made after insert on loan for each row
    insert into change_log (kind, id, card) select 'loan', new.ref, new.card from dual where @sync is null;
create definer = app@'%' trigger loan_changed after update on loan for each row
    insert into change_log (kind, id, card) select 'loan', new.ref, new.card from dual where @sync is null;
create definer = app@'%' trigger label_made after insert on label for each row
    insert into change_log (kind, id, card) select 'label', new.ref, new.card from dual where @sync is null;
create definer = app@'%' trigger gift_made after insert on gift for each row
    insert into change_log (kind, id, card) select 'gift', new.ref, new.card from dual where @sync is null;
