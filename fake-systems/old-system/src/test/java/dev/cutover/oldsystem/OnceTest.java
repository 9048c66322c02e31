package dev.cutover.oldsystem;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.WireMock;
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

/** Retries, fences, payments and concurrent writes: everything happens once, in order. */
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

    private static long openOrder(int household) {
        return world.write(
                        "place-order",
                        "hhNo: %d, custNo: %d, sku: 'S', qty: 1, unitC: 5".formatted(household, 3 * household))
                .body()
                .path("ordNo")
                .asLong();
    }

    @Test
    void aRetryFindsItsFirstResult() {
        String order = "opId: '%d', hhNo: 1, custNo: 1, sku: 'S', qty: 2, unitC: 5".formatted(World.operation());
        var first = world.post("/shop/place-order", order);
        world.write("change-email", "hhNo: 1, custNo: 1, email: 'y@h1.example'");
        var retry = world.post("/shop/place-order", order);
        assertThat(first.replayed()).isFalse();
        assertThat(retry.replayed()).isTrue();
        assertThat(retry.body()).isEqualTo(first.body());
        assertThat(world.number("select count(*) from ord where hh_no = 1 and op_id > 0"))
                .isEqualTo(1);
    }

    @Test
    void aPaymentIsChargedOnceHoweverOftenItIsRetried() {
        long order = openOrder(2);
        String pay = "opId: '%d', hhNo: 2, ordNo: %d".formatted(World.operation(), order);
        assertThat(world.post("/shop/pay-order", pay).rc()).isZero();
        assertThat(world.post("/shop/pay-order", pay).replayed()).isTrue();
        var charge = WireMock.postRequestedFor(WireMock.urlEqualTo("/charges"))
                .withHeader("X-Caller", WireMock.equalTo("old"))
                .withRequestBody(WireMock.equalToJson(
                        "{\"household\":2,\"orderNumber\":%d,\"amountCents\":5}".formatted(order)));
        world.around.mustHaveChargedOnce(charge);
    }

    @Test
    void aDeclinedOrUnansweredPaymentLeavesTheOrderOpen() {
        String pay = "hhNo: 3, ordNo: " + openOrder(3);
        world.around.paymentsAnswer(402, 0);
        assertThat(world.write("pay-order", pay).rc()).isEqualTo(23);
        world.around.paymentsAnswer(201, 1_500);
        var unknown = world.write("pay-order", pay);
        assertThat(unknown.status()).isEqualTo(503);
        assertThat(unknown.rc()).isEqualTo(51);
        assertThat(world.number("select ver from hh where hh_no = 3")).isEqualTo(1);
        world.around.paymentsAnswer(201, 0);
        assertThat(world.write("pay-order", pay).rc()).isZero();
    }

    @Test
    void aFenceWaitsForAWriteInProgressAndThenRefusesItsEpoch() {
        long order = openOrder(4);
        world.around.paymentsAnswer(201, 400);
        int charges = world.around.charges();
        var paying = CompletableFuture.supplyAsync(
                () -> world.write("pay-order", "hhNo: 4, ordNo: " + order, "X-Bucket", "9", "X-Epoch", "1"));
        Awaitility.await()
                .until(() ->
                        world.number("select count(*) from pg_locks where locktype = 'advisory' and objid = 9") > 0);
        var fence = world.post("/admin/fence", "bucket: 9, epoch: 2");
        assertThat(fence.body().path("epoch").asLong()).isEqualTo(2);
        assertThat(world.number("select count(*) from ord where st = 'P' and ord_no = " + order))
                .as("the write had ended when the fence answered")
                .isEqualTo(1);
        assertThat(paying.join().rc()).isZero();
        assertThat(world.around.charges()).isEqualTo(charges + 1);
    }

    @Test
    void aLowerEpochIsRefusedBeforeAnythingElseAndAFenceIsNeverLowered() {
        assertThat(world.post("/admin/fence", "bucket: 5, epoch: 7").rc()).isZero();
        assertThat(world.post("/admin/fence", "bucket: 5, epoch: 3")
                        .body()
                        .path("epoch")
                        .asLong())
                .isEqualTo(7);
        assertThat(world.write("cancel-order", "nonsense: 1", "X-Bucket", "5", "X-Epoch", "6")
                        .rc())
                .isEqualTo(40);
        assertThat(world.write("cancel-order", "nonsense: 1", "X-Bucket", "5", "X-Epoch", "7")
                        .rc())
                .isEqualTo(30);
        assertThat(world.write("cancel-order", "hhNo: 5, ordNo: 99", "X-Bucket", "64", "X-Epoch", "7")
                        .rc())
                .isEqualTo(30);
        assertThat(world.write("cancel-order", "hhNo: 5, ordNo: 99", "X-Bucket", "6", "X-Epoch", "0")
                        .rc())
                .isEqualTo(11);
    }

    @Test
    void concurrentWritesOfAHouseholdGetVersionsWithoutGaps() {
        List<CompletableFuture<Integer>> writes = IntStream.range(0, 60)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> world.settled(
                                "transfer-credit",
                                "hhNo: 8, fromCust: %d, toCust: %d, amtC: 1".formatted(22 + i % 2, 23 - i % 2))
                        .rc()))
                .toList();
        assertThat(writes).allSatisfy(write -> assertThat(write.join()).isZero());
        List<Long> versions = world.around
                .jdbi()
                .withHandle(db -> db.select("select ver from jnl where hh_no = 8 order by jno")
                        .mapTo(Long.class)
                        .list());
        assertThat(versions)
                .containsExactlyElementsOf(LongStream.rangeClosed(1, 60).boxed().toList());
        assertThat(world.number("select ver from hh where hh_no = 8")).isEqualTo(60);
    }
}
