package dev.cutover.newsystem;

import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Retries, fences, payments and concurrent commands: everything happens once, in order. */
@Timeout(20)
@Tag("slow")
class OnceTest {
    private static World world;

    @BeforeAll
    static void start() throws Exception {
        world = new World("once");
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void accept() {
        world.around.paymentsAnswer(201, 0);
    }

    @Test
    void aRetryFindsItsFirstResult() {
        long operation = World.operation();
        String order = "POST /households/1/orders {'customerId':1,'sku':'S','quantity':2,'unitPrice':5.01}";
        var first = world.command(operation, order);
        world.command("PUT /households/1/customers/1/email {'email':'y@h1.example'}");
        var retry = world.command(operation, order);
        assertThat(first.replayed()).isFalse();
        assertThat(retry.replayed()).isTrue();
        assertThat(retry.http().body()).isEqualTo(first.http().body());
        assertThat(world.number("select count(*) from purchase_order where household_id = 1 and operation_id > 0"))
                .isEqualTo(1);
    }

    @Test
    void aPaymentIsChargedOnceHoweverOftenItIsRetried() {
        long operation = World.operation();
        String pay = "POST /households/2/orders/2/payment";
        assertThat(world.command(operation, pay).status()).isEqualTo(200);
        assertThat(world.command(operation, pay).replayed()).isTrue();
        world.around.mustHaveChargedOnce(postRequestedFor(urlEqualTo("/charges"))
                .withHeader("X-Caller", equalTo("new"))
                .withHeader("Idempotency-Key", equalTo("" + operation))
                .withRequestBody(equalToJson("{\"household\":2,\"orderNumber\":2,\"amountCents\":500}")));
    }

    @Test
    void aDeclinedOrUnansweredPaymentLeavesTheOrderOpen() {
        String pay = "POST /households/3/orders/3/payment";
        world.around.paymentsAnswer(402, 0);
        assertThat(world.command(pay).problem()).isEqualTo("payment-declined");
        world.around.paymentsAnswer(201, 1_500);
        var unknown = world.command(pay);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.problem()).isEqualTo("dependency");
        assertThat(world.version(3)).isZero();
        world.around.paymentsAnswer(201, 0);
        assertThat(world.command(pay).status()).isEqualTo(200);
    }

    @Test
    void aFenceWaitsForACommandInProgress() {
        world.around.paymentsAnswer(201, 400);
        var paying = CompletableFuture.supplyAsync(
                () -> world.command("POST /households/4/orders/4/payment", "X-Bucket", "9", "X-Epoch", "1"));
        Awaitility.await()
                .until(() ->
                        world.number("select count(*) from pg_locks where locktype = 'advisory' and objid = 9") > 0);
        assertThat(world.command("PUT /admin/fences/9 {'epoch':2}")
                        .body()
                        .path("epoch")
                        .asLong())
                .isEqualTo(2);
        assertThat(world.number("select count(*) from purchase_order where status = 'PAID' and order_number = 4"))
                .as("the command had ended when the fence answered")
                .isEqualTo(1);
        assertThat(paying.join().status()).isEqualTo(200);
    }

    @Test
    void aLowerEpochIsRefusedBeforeAnythingElseAndAFenceIsNeverLowered() {
        assertThat(world.command("PUT /admin/fences/5 {'epoch':7}").status()).isEqualTo(200);
        assertThat(world.command("PUT /admin/fences/5 {'epoch':3}")
                        .body()
                        .path("epoch")
                        .asLong())
                .isEqualTo(7);
        String nonsense = "POST /households/5/transfers {'nonsense':1}";
        assertThat(world.command(nonsense, "X-Bucket", "5", "X-Epoch", "6").status())
                .isEqualTo(423);
        assertThat(world.command(nonsense, "X-Bucket", "5", "X-Epoch", "7").status())
                .isEqualTo(400);
        String transfer = "POST /households/5/transfers {'from':13,'to':14,'amount':1}";
        assertThat(world.command(transfer, "X-Bucket", "5", "X-Epoch", "6").problem())
                .isEqualTo("fenced");
        assertThat(world.command(transfer, "X-Bucket", "64", "X-Epoch", "7").problem())
                .isEqualTo("malformed");
        assertThat(world.version(5)).isZero();
        assertThat(world.command(transfer, "X-Bucket", "5", "X-Epoch", "7").status())
                .isEqualTo(201);
    }

    @Test
    void concurrentCommandsOfAHouseholdGetVersionsWithoutGaps() {
        List<CompletableFuture<Integer>> commands = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> world.settled(
                                "POST /households/8/transfers {'from':%d,'to':%d,'amount':0.01}"
                                        .formatted(22 + i % 2, 23 - i % 2))
                        .status()))
                .toList();
        assertThat(commands).allSatisfy(command -> assertThat(command.join()).isEqualTo(201));
        List<Long> versions = world.around
                .jdbi()
                .withHandle(db -> db.select("select version from ledger_entry where household_id = 8 order by id")
                        .mapTo(Long.class)
                        .list());
        assertThat(versions)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(world.version(8)).isEqualTo(60);
    }
}
