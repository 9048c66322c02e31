package dev.cutover.oldsystem;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(20)
@Tag("slow")
class OperationsTest {
    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World("operations");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anOrderLivesThroughAllItsStates() {
        var placed = world.write("place-order", "hhNo: 1, custNo: 2, sku: 'S1', qty: 3, unitC: 250, note: 'ü 😀'");
        assertThat(placed.body().path("amtC").asLong()).isEqualTo(750);
        assertThat(placed.http().headers().firstValue("X-Served-By")).contains("old");
        long number = placed.body().path("ordNo").asLong();
        assertThat(number).isGreaterThanOrEqualTo(100_000_000);
        String order = "hhNo: 1, ordNo: " + number;
        assertThat(world.write("delete-order", order).rc()).isEqualTo(22);
        assertThat(world.write("cancel-order", order).body().path("st").asText())
                .isEqualTo("C");
        assertThat(world.write("cancel-order", order).rc()).isEqualTo(22);
        assertThat(world.write("delete-order", order).rc()).isZero();
        assertThat(world.write("delete-order", order).rc()).isEqualTo(11);
        String again = order + ", custNo: 2, sku: 'S2', qty: 1, unitC: 9, note: null";
        assertThat(world.write("recreate-order", again).body().path("st").asText())
                .isEqualTo("O");
        assertThat(world.write("recreate-order", again).rc()).isEqualTo(22);
        assertThat(world.write("pay-order", order).body().path("amtC").asLong()).isEqualTo(9);
        var orders = world.post("/shop/read-orders", "hhNo: 1, custNo: 2").body();
        assertThat(orders.path("ver").asLong()).isEqualTo(5);
        assertThat(orders.path("orders")).hasSize(1);
        assertThat(orders.path("orders").get(0).path("st").asText()).isEqualTo("P");
    }

    @Test
    void anEmailChangesUnlessItIsTaken() {
        assertThat(world.write("change-email", "hhNo: 2, custNo: 4, email: 'c5@h2.example'")
                        .rc())
                .isEqualTo(21);
        assertThat(world.write("change-email", "hhNo: 2, custNo: 4, email: 'c4@h2.example'")
                        .rc())
                .isZero();
        assertThat(world.write("change-email", "hhNo: 2, custNo: 4, email: 'x@h2.example'")
                        .rc())
                .isZero();
        var customer = world.post("/shop/read-customer", "hhNo: 2, custNo: 4").body();
        assertThat(customer.path("email").asText()).isEqualTo("x@h2.example");
        assertThat(customer.path("ver").asLong()).isEqualTo(2);
    }

    @Test
    void aTransferKeepsTheSumAndNeverOverdraws() {
        String sum = "select sum(credit_c) from cust where hh_no = 5";
        long before = world.number(sum);
        world.around.jdbi().useHandle(db -> db.execute("update cust set credit_c = 0 where cust_no = 14"));
        long left = world.number(sum);
        var moved = world.write("transfer-credit", "hhNo: 5, fromCust: 13, toCust: 14, amtC: 100");
        assertThat(moved.body().path("toCreditC").asLong()).isEqualTo(100);
        assertThat(world.write("transfer-credit", "hhNo: 5, fromCust: 14, toCust: 13, amtC: 101")
                        .rc())
                .isEqualTo(20);
        assertThat(world.number(sum)).isEqualTo(left).isLessThan(before);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            10 | place-order     | hhNo: 9, custNo: 1, sku: 'S', qty: 1, unitC: 1
            10 | place-order     | hhNo: 999, custNo: 1, sku: 'S', qty: 1, unitC: 1
            10 | change-email    | hhNo: 9, custNo: 1, email: 'c2@h1.example'
            10 | transfer-credit | hhNo: 9, fromCust: 27, toCust: 1, amtC: 1
            10 | recreate-order  | hhNo: 9, custNo: 1, ordNo: 9, sku: 'S', qty: 1, unitC: 1
            11 | pay-order       | hhNo: 9, ordNo: 8
            11 | cancel-order    | hhNo: 9, ordNo: 8
            30 | place-order     | hhNo: 9, custNo: 27, sku: 'S', qty: 0, unitC: 1
            30 | place-order     | hhNo: 9, custNo: 27, sku: 'S', qty: 1, unitC: 1.5
            30 | place-order     | hhNo: 9, custNo: 27, sku: 'S', qty: 9, unitC: 99999999999999999
            30 | transfer-credit | hhNo: 9, fromCust: 27, toCust: 27, amtC: 1
            30 | transfer-credit | hhNo: 9, fromCust: 27, toCust: 26, amtC: 0
            30 | change-email    | hhNo: 9, custNo: 27, email: ' '
            30 | cancel-order    | hhNo: '9', ordNo: 9
            """)
    void aRefusalChangesNothing(int rc, String operation, String fields) {
        long entries = world.number("select count(*) from jnl where hh_no = 9");
        var answer = world.write(operation, fields);
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.rc()).isEqualTo(rc);
        assertThat(world.number("select count(*) from jnl where hh_no = 9")).isEqualTo(entries);
        assertThat(world.number("select ver from hh where hh_no = 9")).isZero();
    }

    @Test
    void aMissingCustomerCannotBeRead() {
        assertThat(world.post("/shop/read-customer", "hhNo: 9, custNo: 1").rc()).isEqualTo(10);
        assertThat(world.post("/shop/read-orders", "hhNo: 9, custNo: 1").rc()).isEqualTo(10);
    }

    @Test
    void aLargeNoteIsKeptAndATooLargeOneRefused() {
        String order = "{\"opId\":\"%d\",\"hhNo\":6,\"custNo\":16,\"sku\":\"S\",\"qty\":1,\"unitC\":1,\"note\":\"%s\"}";
        var large = world.postJson("/shop/place-order", order.formatted(World.operation(), "x".repeat(7 << 20)));
        assertThat(large.rc()).isZero();
        assertThat(world.number("select max(length(note)) from ord where hh_no = 6"))
                .isEqualTo(7 << 20);
        var tooLarge = world.postJson("/shop/place-order", order.formatted(World.operation(), "x".repeat(9 << 20)));
        assertThat(tooLarge.rc()).isEqualTo(30);
    }

    @Test
    void healthNamesWhatIsMissing() {
        assertThat(world.page("/health")).contains("DOWN").contains("kafka");
    }
}
