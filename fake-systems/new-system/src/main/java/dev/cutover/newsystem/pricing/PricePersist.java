package dev.cutover.newsystem.pricing;

import org.jdbi.v3.core.Jdbi;

/** Persist: keeps the newest price; older and repeated ones change nothing. */
final class PricePersist {
    private final Jdbi jdbi;

    PricePersist(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    void persist(NewPrice price) {
        jdbi.useHandle(db -> db.execute("""
                insert into price (sku, amount, sequence) values (?, ?, ?)
                on conflict (sku) do update set amount = excluded.amount, sequence = excluded.sequence
                where excluded.sequence > price.sequence""", price.sku(), price.amount(), price.sequence()));
    }
}
