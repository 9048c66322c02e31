package dev.cutover.oldsystem.prices;

import org.jdbi.v3.core.Jdbi;

/** Third step: applies an update if it is newer than what is there; so it may come twice, and late. */
final class Persist {
    private final Jdbi jdbi;

    Persist(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void persist(PriceUpdate update) {
        jdbi.useHandle(db -> db.execute("""
                insert into price as p (sku, cents, seq) values (?, ?, ?)
                on conflict (sku) do update set cents = excluded.cents, seq = excluded.seq where p.seq < excluded.seq""", update.sku(), update.cents(), update.seq()));
    }
}
