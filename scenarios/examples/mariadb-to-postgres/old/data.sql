-- 400 cards in pairs that give each other money, with what years of tolerance left: see the README. Card 0 is for sentinels.
-- What was there before the triggers is copied by the bootstrap.
set @sync = 1;

insert into card (card, partner, holder, since, paused, ceiling, deposit)
select seq, if(seq % 2 = 1, seq + 1, seq - 1), concat(elt(1 + seq % 4, 'Zoë', 'ZOE', 'Ænne ', 'Øl'), ' ', seq),
    elt(1 + seq % 5, '0000-00-00', '1987-00-00', '1999-12-00', '2024-02-29', '9999-12-31'), seq % 3,
    elt(1 + seq % 7, 9999999999.99, -9999999999.99, -0.00, -0.004, -0.005, 99999999999, 0.01), 1000.00
from seq_1_to_400;

insert into card (card, partner, holder, ceiling, deposit, here) values (0, 0, 'nobody', 0, 0, 0);

insert into loan (ref, card, title, due, returned)
select card, card, 'first', elt(1 + card % 3, '0000-00-00', '2032-02-29', '2031-01-31'),
    elt(1 + card % 2, '0000-00-00 00:00:00', '2020-03-29 02:30:00')
from card where card > 0;

insert into label (ref, card, label) select card, card, concat('Straße ', card) from card where card > 0;
