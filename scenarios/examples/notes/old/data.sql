-- 400 accounts in pairs that send each other money, each with a note.
insert into account
select n, case when n % 2 = 1 then n + 1 else n - 1 end, 'account ' || n, 100000
from generate_series(1, 400) n;

insert into note (ref, account, text)
select 0, id, 'opened' from account;
