"""What one side holds in terms that both understand: read by kind and id, written by name. Here is all that differs between the two."""

# Nothing known is null, a date is as long as what is known of it, times are UTC to the second, yes and no are booleans.
READ = {
    "old": {
        "card": "select card, partner, holder, nullif(replace(cast(since as char), '-00', ''), '0000') as since,"
        " paused <> 0 as paused, ceiling, deposit, revision from card where card in %s order by card",
        "loan": "select ref, card, title, nullif(cast(due as char), '0000-00-00') as due,"
        " nullif(cast(returned as char), '0000-00-00 00:00:00') as returned from loan where ref in %s order by id",
        "label": "select ref, card, label from label where ref in %s order by id",
        "gift": "select ref, card, partner, amount from gift where ref in %s order by id",
    },
    "new": {
        "card": "select number as card, partner, holder, since, paused, ceiling, deposit, revision from cards"
        " where number in %s order by number",
        "loan": "select reference as ref, number as card, title, due::text as due,"
        " to_char(returned at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS') as returned from loans where reference in %s order by loan",
        "label": "select reference as ref, number as card, label from labels where reference in %s order by entry",
        "gift": "select reference as ref, sender as card, receiver as partner, amount from transfers"
        " where reference in %s order by transfer",
    },
}

# Each kind's statements make one row there equal, whether it was there or not.
WRITE = {
    "old": {
        "card": [
            "insert into card (card, partner, holder, since, paused, ceiling, deposit, revision, here) values (%(card)s, %(partner)s,"
            " %(holder)s, coalesce(left(concat(%(since)s, '-00-00'), 10), '0000-00-00'), %(paused)s, %(ceiling)s, %(deposit)s,"
            " %(revision)s, 0) on duplicate key update partner = values(partner), holder = values(holder), since = values(since),"
            " paused = values(paused), ceiling = values(ceiling), deposit = values(deposit), revision = values(revision)"
        ],
        "loan": [
            "update loan set returned = coalesce(%(returned)s, '0000-00-00 00:00:00') where ref = %(ref)s and card = %(card)s",
            "insert into loan (ref, card, title, due, returned) select %(ref)s, %(card)s, %(title)s, coalesce(%(due)s, '0000-00-00'),"
            " coalesce(%(returned)s, '0000-00-00 00:00:00') from dual"
            " where not exists (select 1 from loan where ref = %(ref)s and card = %(card)s)",
        ],
        "label": ["insert ignore into label (ref, card, label) values (%(ref)s, %(card)s, %(label)s)"],
        "gift": [
            "insert into gift (ref, card, partner, amount) select %(ref)s, %(card)s, %(partner)s, %(amount)s from dual"
            " where not exists (select 1 from gift where ref = %(ref)s and card = %(card)s)"
        ],
    },
    "new": {
        "card": [
            "insert into cards (number, partner, holder, since, paused, ceiling, deposit, revision) values (%(card)s, %(partner)s,"
            " %(holder)s, %(since)s, (%(paused)s)::integer::boolean, %(ceiling)s, %(deposit)s, %(revision)s) on conflict (number)"
            " do update set partner = excluded.partner, holder = excluded.holder, since = excluded.since, paused = excluded.paused,"
            " ceiling = excluded.ceiling, deposit = excluded.deposit, revision = excluded.revision"
        ],
        "loan": [
            "update loans set returned = %(returned)s::timestamp at time zone 'UTC' where reference = %(ref)s and number = %(card)s",
            "insert into loans (reference, number, title, due, returned) select %(ref)s, %(card)s, %(title)s, %(due)s::date,"
            " %(returned)s::timestamp at time zone 'UTC'"
            " where not exists (select 1 from loans where reference = %(ref)s and number = %(card)s)",
        ],
        "label": [
            "insert into labels (reference, number, label) values (%(ref)s, %(card)s, %(label)s) on conflict do nothing"
        ],
        "gift": [
            "insert into transfers (reference, sender, receiver, amount) select %(ref)s, %(card)s, %(partner)s, %(amount)s"
            " where not exists (select 1 from transfers where reference = %(ref)s and sender = %(card)s)"
        ],
    },
}
