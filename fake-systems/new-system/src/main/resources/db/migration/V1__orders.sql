create table household (
  id      bigint primary key,
  version bigint not null default 0
);

create table customer (
  id            bigint primary key,
  household_id  bigint not null references household,
  full_name     text,
  email         text not null unique,
  credit        numeric(19,2) not null,
  registered_at timestamptz
);

create sequence order_number_seq start 500000000;

create table purchase_order (
  id           uuid primary key,
  order_number bigint not null unique,
  household_id bigint not null references household,
  customer_id  bigint not null references customer,
  sku          text not null,
  quantity     int not null,
  unit_price   numeric(19,2) not null,
  total        numeric(19,2) not null,
  placed_at    timestamptz not null,
  status       text not null,
  note         text,
  operation_id bigint not null
);
create index purchase_order_customer on purchase_order (customer_id);

-- No unique index on operation_id, idempotency_key or version: a double application must be visible, not hidden.
create table ledger_entry (
  id              bigserial primary key,
  household_id    bigint not null,
  version         bigint not null,
  operation_id    bigint not null,
  idempotency_key text not null,
  kind            text not null,
  customer_id     bigint,
  order_number    bigint,
  amount          numeric(19,2),
  from_credit     numeric(19,2),
  to_credit       numeric(19,2),
  email           text,
  occurred_at     timestamptz not null
);
create index ledger_entry_version on ledger_entry (household_id, version);
create index ledger_entry_key on ledger_entry (idempotency_key);

create table price (
  sku      text primary key,
  amount   numeric(19,2) not null,
  sequence bigint not null
);

create table fence (
  bucket int primary key,
  epoch  bigint not null
);
