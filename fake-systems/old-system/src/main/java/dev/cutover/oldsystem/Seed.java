package dev.cutover.oldsystem;

import dev.cutover.kit.program.Variables;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Fills an empty database; the same seed and number of households always give the same rows. Every edge value comes
 * round in a cycle of its own prime length, so that even a small shop has them all, in changing combinations.
 *
 * @param households how many an empty database is filled with; 0 = none
 */
record Seed(long seed, int households) {
    private static final String CUSTOMERS = """
            insert into cust (cust_no, hh_no, name, email, credit_c, reg_dt, memo)
            select n, hh, coalesce(names[1 + (n + turn) % 23], case (n + turn) % 23 when 0 then null else 'Customer ' || n end),
                   'c' || n || '@h' || hh || '.example',
                   case when n % 499 = 7 then 99999999999999999 when (n + turn) % 29 = 0 then 0
                        else 100000 + abs(hashint8extended(n, :seed) % 900001) end,
                   coalesce(days[1 + (n + turn) % 19], case (n + turn) % 19 when 0 then null
                        else to_char(date '2005-01-01' + abs(hashint8extended(-n, :seed) % 7000)::int, 'YYYYMMDD') end),
                   coalesce(memos[1 + (n + turn) % 11], case (n + turn) % 11 when 0 then null
                        else 'called ' || abs(hashint8extended(n, :seed) % 9) || ' times' end)
            from generate_series(1, 3 * :households::bigint) n,
                 lateral (select (n + 2) / 3 as hh, abs(hashint8extended(0, :seed) % 1000)) s (hh, turn),
                 (select array[null, '', 'Trailing ', 'Zoë 😀', 'NULL', 'O''Brien "Bob" \\ \\n', 'null', ' ', 'Ｗide Ａ', 'Ünïcode é'],
                         array[null, '19700101', '19691231', '20240229', '20240331', '20241027', '20231231'],
                         array[null, '', 'vip ', '𝄞 forte', 'NULL', 'two' || chr(10) || 'lines']) e (names, days, memos)""";

    private static final String ORDERS = """
            insert into ord (ord_no, hh_no, cust_no, sku, qty, unit_c, amt_c, ord_dt, st, note, op_id)
            select h, h, 3 * h, 'S' || 1 + abs(a % 50), qty, unit, qty * unit,
                   coalesce(days[1 + (h + turn) % 13], to_char(date '2022-01-01' + abs(b % 1000)::int, 'YYYYMMDD')),
                   substr('OOOPC', 1 + abs(a % 5)::int, 1),
                   coalesce(notes[1 + (h + turn) % 7], case (h + turn) % 7 when 0 then null else 'leave at door ' || abs(b % 90) end), 0
            from generate_series(1, :households::bigint) h,
                 lateral (select hashint8extended(h, :seed + 1), hashint8extended(h, :seed + 2)) r (a, b),
                 lateral (select 1 + abs(b % 9), 100 + abs(a % 49901), abs(hashint8extended(0, :seed) % 1000)) s (qty, unit, turn),
                 (select array['20240229', '20240331', '20241027', '20231231'],
                         array[null, '', 'ring twice ', 'gift 🎁', 'NULL']) e (days, notes)""";

    private static final String PRICES = """
            insert into price (sku, cents, seq)
            select 'S' || i, 100 + abs(hashint8extended(i, :seed + 3) % 49901), 0 from generate_series(1, 50) i""";

    static Seed from(Map<String, String> env) {
        Variables variables = new Variables(env);
        return new Seed(variables.number("SEED", Long.MIN_VALUE, Long.MAX_VALUE), (int)
                variables.number("SEED_HOUSEHOLDS", 0, 10_000_000));
    }

    void fill(Jdbi jdbi) {
        if (households == 0) {
            return;
        }
        jdbi.useTransaction(db -> {
            db.execute("lock table hh in exclusive mode");
            if (isEmpty(db)) {
                String all = "insert into hh (hh_no) select generate_series(1, :households::bigint)";
                for (String sql : new String[] {all, CUSTOMERS, ORDERS, PRICES}) {
                    insert(db, sql);
                }
            }
        });
    }

    private static boolean isEmpty(Handle db) {
        return db.select("select not exists (select from hh)")
                .mapTo(Boolean.class)
                .one();
    }

    private void insert(Handle db, String sql) {
        db.createUpdate(sql)
                .bind("seed", Math.floorMod(seed, 1L << 62)) // room for the sums in the statements
                .bind("households", households)
                .configure(org.jdbi.v3.core.statement.SqlStatements.class, c -> c.setUnusedBindingAllowed(true))
                .execute();
    }
}
