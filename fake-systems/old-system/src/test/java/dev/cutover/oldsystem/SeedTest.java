package dev.cutover.oldsystem;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.kit.database.Database;
import dev.cutover.testing.Postgres;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
@Tag("slow")
class SeedTest {
    private static final int HOUSEHOLDS = 7_000;

    private static Jdbi seeded(String database, long seed, int households) {
        String url = Postgres.newDatabase(database);
        new Database(url).migrate();
        Jdbi jdbi = Jdbi.create(url);
        new Seed(seed, households).fill(jdbi);
        return jdbi;
    }

    private static String fingerprint(Jdbi jdbi) {
        return jdbi.withHandle(db -> String.join(
                " ",
                List.of("hh", "cust", "ord", "price").stream()
                        .map(table -> db.select(
                                        "select coalesce(md5(string_agg(t::text, '\n' order by t::text)), '') from "
                                                + table + " t")
                                .mapTo(String.class)
                                .one())
                        .toList()));
    }

    private static long count(Jdbi jdbi, String from) {
        return jdbi.withHandle(db ->
                db.select("select count(*) from " + from).mapTo(Long.class).one());
    }

    @Test
    void theSameSeedGivesTheSameRowsAndAnotherOneOthers() {
        String first = fingerprint(seeded("seed_a", 42, 200));
        Jdbi again = seeded("seed_b", 42, 200);
        assertThat(fingerprint(again)).isEqualTo(first);
        assertThat(fingerprint(seeded("seed_c", -43, 200))).isNotEqualTo(first);
        new Seed(99, 300).fill(again);
        assertThat(fingerprint(again))
                .as("a database that is not empty stays as it is")
                .isEqualTo(first);
    }

    @Test
    void aFullSizeShopHasEveryEdgeValue() {
        Jdbi jdbi = seeded("seed_full", 1, HOUSEHOLDS);
        assertThat(count(jdbi, "cust")).isEqualTo(3L * HOUSEHOLDS);
        assertThat(count(
                        jdbi,
                        "ord where ord_no = hh_no and cust_no = 3 * hh_no and op_id = 0 and amt_c = qty * unit_c"))
                .isEqualTo(HOUSEHOLDS);
        assertThat(
                        count(
                                jdbi,
                                "cust where hh_no = (cust_no + 2) / 3 and email = 'c' || cust_no || '@h' || hh_no || '.example'"))
                .isEqualTo(3L * HOUSEHOLDS);
        assertThat(count(jdbi, "price where seq = 0")).isEqualTo(50);
        assertThat(count(jdbi, "hh where ver = 0")).isEqualTo(HOUSEHOLDS);
        assertThat(List.of(
                        "cust where name is null",
                        "cust where name = ''",
                        "cust where name like '% '",
                        "cust where name ~ '[\\U00010000-\\U0010FFFF]'",
                        "cust where name = 'NULL'",
                        "cust where name like '%\"%\\\\%'",
                        "cust where reg_dt is null",
                        "cust where reg_dt = '19700101'",
                        "cust where reg_dt = '19691231'",
                        "cust where reg_dt = '20240229'",
                        "cust where reg_dt = '20240331'",
                        "cust where reg_dt = '20241027'",
                        "cust where reg_dt = '20231231'",
                        "cust where memo is null",
                        "cust where memo is not null",
                        "cust where credit_c = 0",
                        "cust where credit_c = 99999999999999999",
                        "cust where credit_c between 100000 and 1000000",
                        "ord where note is null",
                        "ord where note = ''",
                        "ord where note like '% '",
                        "ord where note ~ '[\\U00010000-\\U0010FFFF]'",
                        "ord where st = 'O'",
                        "ord where st = 'P'",
                        "ord where st = 'C'"))
                .allSatisfy(rows -> assertThat(count(jdbi, rows)).as(rows).isPositive());
    }
}
