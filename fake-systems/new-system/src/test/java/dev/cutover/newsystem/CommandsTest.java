package dev.cutover.newsystem;

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
class CommandsTest {
    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World("commands");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @Test
    void anOrderLivesThroughAllItsStates() {
        var placed = world.command(
                "POST /households/1/orders {'customerId':2,'sku':'S','quantity':3,'unitPrice':2.5,'note':'ü 😀'}");
        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.http().headers().firstValue("X-Served-By")).contains("new");
        assertThat(placed.http().body())
                .contains("\"unitPrice\":2.50", "\"total\":7.50", "\"status\":\"OPEN\"", "\"householdVersion\":1");
        long number = placed.body().path("orderNumber").asLong();
        assertThat(number).isGreaterThanOrEqualTo(500_000_000);
        String order = " /households/1/orders/" + number;
        assertThat(world.command("DELETE" + order).problem()).isEqualTo("order-state");
        assertThat(world.command("POST" + order + "/cancellation")
                        .body()
                        .path("status")
                        .asText())
                .isEqualTo("CANCELLED");
        assertThat(world.command("POST" + order + "/cancellation").problem()).isEqualTo("order-state");
        assertThat(world.command("DELETE" + order).status()).isEqualTo(200);
        assertThat(world.command("DELETE" + order).problem()).isEqualTo("order-not-found");
        String again = "PUT" + order + " {'customerId':2,'sku':'S2','quantity':1,'unitPrice':0.09,'note':null}";
        assertThat(world.command(again).status()).isEqualTo(201);
        assertThat(world.command(again).problem()).isEqualTo("order-state");
        assertThat(world.command("POST" + order + "/payment").http().body()).contains("\"total\":0.09", "PAID");
        var orders = world.get("/households/1/customers/2/orders").body();
        assertThat(orders.path("householdVersion").asLong()).isEqualTo(5);
        assertThat(orders.path("orders")).hasSize(1);
        assertThat(orders.path("orders").get(0).path("status").asText()).isEqualTo("PAID");
    }

    @Test
    void aTransferMovesCreditAndSaysBothBalances() {
        var moved = world.command("POST /households/2/transfers {'from':4,'to':5,'amount':999.99}");
        assertThat(moved.status()).isEqualTo(201);
        assertThat(moved.http().body()).contains("\"fromCredit\":0.01", "\"toCredit\":1999.99");
        var customer = world.get("/households/2/customers/5");
        assertThat(customer.http().body()).contains("\"credit\":1999.99", "\"householdVersion\":1");
    }

    @Test
    void anEmailChanges() {
        String path = "/households/3/customers/7";
        var changed = world.command("PUT " + path + "/email {'email':'x@h3.example'}");
        assertThat(changed.body().path("email").asText()).isEqualTo("x@h3.example");
        assertThat(world.get(path).body().path("email").asText()).isEqualTo("x@h3.example");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            404 customer-not-found  | POST   /households/9/orders {'customerId':1,'sku':'S','quantity':1,'unitPrice':1}
            404 customer-not-found  | POST   /households/999/orders {'customerId':1,'sku':'S','quantity':1,'unitPrice':1}
            404 customer-not-found  | PUT    /households/9/customers/1/email {'email':'n@h1.example'}
            404 customer-not-found  | POST   /households/9/transfers {'from':27,'to':1,'amount':1}
            404 customer-not-found  | PUT    /households/9/orders/9 {'customerId':1,'sku':'S','quantity':1,'unitPrice':1}
            404 order-not-found     | POST   /households/9/orders/8/payment
            404 order-not-found     | POST   /households/9/orders/8/cancellation
            404 order-not-found     | DELETE /households/9/orders/8
            409 order-state         | DELETE /households/9/orders/9
            409 order-state         | PUT    /households/9/orders/8 {'customerId':27,'sku':'S','quantity':1,'unitPrice':1}
            409 email-taken         | PUT    /households/9/customers/27/email {'email':'c26@h9.example'}
            422 insufficient-credit | POST   /households/9/transfers {'from':27,'to':26,'amount':1000.01}
            400 malformed           | POST   /households/9/transfers {'from':27,'to':27,'amount':1}
            400 malformed           | POST   /households/9/transfers {'from':27,'to':26,'amount':0.00}
            400 malformed           | POST   /households/9/transfers {'from':27,'to':26,'amount':0.001}
            400 malformed           | POST   /households/9/transfers {'from':27,'to':26,'amount':1e999999999}
            400 malformed           | POST   /households/9/orders {'customerId':27,'sku':'S','quantity':0,'unitPrice':1}
            400 malformed           | POST   /households/9/orders [1]
            400 malformed           | POST   /households/nine/orders {}
            """)
    void aRefusalIsAProblemAndChangesNothing(String expected, String command) {
        long entries = world.number("select count(*) from ledger_entry");
        var answer = world.command(command);
        assertThat(answer.status() + " " + answer.problem()).isEqualTo(expected);
        assertThat(answer.http().headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(answer.body().path("status").asInt()).isEqualTo(answer.status());
        assertThat(world.version(9)).isZero();
        assertThat(world.number("select count(*) from ledger_entry where household_id in (9, 999)"))
                .isZero();
        assertThat(entries).isEqualTo(world.number("select count(*) from ledger_entry"));
    }

    @Test
    void whoIsMissingCannotBeRead() {
        assertThat(world.get("/households/9/customers/1").problem()).isEqualTo("customer-not-found");
        assertThat(world.get("/households/9/customers/1/orders").problem()).isEqualTo("customer-not-found");
        assertThat(world.get("/households/999/customers/1").problem()).isEqualTo("customer-not-found");
    }

    @Test
    void aCommandWithoutItsHeadersIsMalformed() {
        var answer = world.command(0, "POST /households/9/transfers {'from':27,'to':26,'amount':1}");
        assertThat(answer.problem()).isEqualTo("malformed");
        assertThat(answer.body().path("detail").asText()).contains("Operation-Id");
    }

    @Test
    void healthNamesWhatIsMissing() {
        assertThat(world.page("/health")).contains("DOWN");
    }
}
