package dev.cutover.newsystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A shadow is answered like the real thing, and leaves no trace. */
@Timeout(20)
@Tag("slow")
class ShadowTest {
    private static final String[] SHADOW = {"X-Shadow", "true", "X-Effects", "suppress"};
    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World("shadow");
        world.command("POST /households/2/orders/2/cancellation");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    private static String everything() {
        return world.around
                .jdbi()
                .withHandle(db -> db.select("""
                        select md5(string_agg(t, '|' order by t)) from (
                            select h::text t from household h union all select c::text from customer c
                            union all select o::text from purchase_order o union all select l::text from ledger_entry l) all_rows""").mapTo(String.class).one());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "POST /households/1/orders {'customerId':2,'sku':'S','quantity':3,'unitPrice':2.5,'note':'n'}",
                "PUT /households/1/orders/77 {'customerId':2,'sku':'S','quantity':3,'unitPrice':2.5,'note':'n'}",
                "PUT /households/1/customers/1/email {'email':'s@h1.example'}",
                "POST /households/1/transfers {'from':1,'to':2,'amount':5}",
                "POST /households/1/orders/1/payment",
                "POST /households/1/orders/1/cancellation",
                "DELETE /households/2/orders/2",
            })
    void aShadowAnswersAndLeavesNoTrace(String command) {
        String before = everything();
        long version = world.version(command.contains("/households/2/") ? 2 : 1);
        int charges = world.around.charges();
        var answer = world.command(command, SHADOW);
        assertThat(answer.status()).isIn(200, 201);
        assertThat(answer.body().path("householdVersion").asLong()).isEqualTo(version + 1);
        assertThat(everything()).isEqualTo(before);
        assertThat(world.around.charges()).isEqualTo(charges);
        assertThat(
                        world.number(
                                "select count(*) from pg_stat_activity where state like 'idle in transaction%' and datname = 'shadow'"))
                .isZero();
    }

    @Test
    void whatAShadowDidCanStillBeDoneForReal() {
        long operation = World.operation();
        String pay = "POST /households/3/orders/3/payment";
        assertThat(world.command(operation, pay, SHADOW).replayed()).isFalse();
        var real = world.command(operation, pay);
        assertThat(real.replayed()).isFalse();
        assertThat(real.status()).isEqualTo(200);
        assertThat(world.version(3)).isEqualTo(1);
        assertThat(world.around.charges()).isEqualTo(1);
    }

    @Test
    void aShadowIsRefusedLikeTheRealThing() {
        assertThat(world.command("POST /households/4/transfers {'from':10,'to':11,'amount':5000}", SHADOW)
                        .problem())
                .isEqualTo("insufficient-credit");
    }
}
