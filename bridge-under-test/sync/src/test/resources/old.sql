create table hh   (hh_no bigint primary key, ver bigint not null default 0);
create table cust (cust_no bigint primary key, hh_no bigint not null references hh, name text, email text not null unique, credit_c bigint not null,
                   reg_dt char(8), memo text);
create sequence ord_seq start 100000000;
create table ord  (ord_no bigint primary key, hh_no bigint not null references hh, cust_no bigint not null references cust, sku text not null, qty int not null,
                   unit_c bigint not null, amt_c bigint not null, ord_dt char(8) not null, st char(1) not null, note text, op_id bigint not null);
create table jnl  (jno bigserial primary key, hh_no bigint not null, ver bigint not null, op_id bigint not null, kind char(2) not null,
                   cust_no bigint, ord_no bigint, amt_c bigint, from_c bigint, to_c bigint, email text, dt char(8) not null);
create index on jnl (hh_no, ver);
create index on jnl (op_id);
create table price (sku text primary key, cents bigint not null, seq bigint not null);
create table fence (bucket int primary key, epoch bigint not null);
