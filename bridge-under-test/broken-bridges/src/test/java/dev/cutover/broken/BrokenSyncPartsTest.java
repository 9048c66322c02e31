package dev.cutover.broken;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.Parts;
import dev.cutover.sync.capture.CapturedTransaction;
import dev.cutover.sync.lag.Behind;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.schema.TablePair;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.Message.Change;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** What the sync's variants replace beside the applying. */
class BrokenSyncPartsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Parts standard = Parts.standard(meters);
    private final Changes old = new Changes(Schema.OLD);

    @Test
    void anEchoOfWhatWasAppliedIsSentAsItIs() {
        Change change = old.change(1, 1, "CO", old.order(1, 101, "C", null));
        var echo = HarmlessEcho.variant(standard).echo();

        for (String origin : List.of(Direction.NEW_TO_OLD.origin(), Setup.BOOTSTRAP_ORIGIN)) {
            var applied = new CapturedTransaction(Schema.OLD, origin, 0, change.rows(), List.of());
            assertThat(echo.admit(applied, applied.messages()))
                    .isEqualTo(origin.equals(Setup.BOOTSTRAP_ORIGIN) ? List.of() : List.of(change));
        }
        assertThat(activated()).isEqualTo(1);
    }

    @Test
    void anEchoThatIsAppliedAgainComesOneVersionLater() {
        Change change = old.operation(Changes.picked(8), 1, 1, "CO", old.order(1, 101, "C", null));
        var applied = new CapturedTransaction(Schema.OLD, Direction.NEW_TO_OLD.origin(), 0, change.rows(), List.of());

        assertThat(EchoingSync.variant(standard).echo().admit(applied, applied.messages()))
                .singleElement()
                .isInstanceOfSatisfying(
                        Change.class, echo -> assertThat(echo.version()).isEqualTo(2));
        assertThat(activated()).isEqualTo(1);
    }

    @Test
    void everythingIsSentTwice() {
        Change change = old.change(1, 1, "CO", old.order(1, 101, "C", null));
        Message marker = new Message.Marker("m", 0);
        var local = new CapturedTransaction(Schema.OLD, "", 0, change.rows(), List.of("m"));

        assertThat(SendsEverythingTwice.variant(standard).echo().admit(local, local.messages()))
                .containsExactly(change, change, marker, marker);
        assertThat(activated()).isEqualTo(2);
    }

    @Test
    void theBackSyncAppliesNothing() throws Exception {
        Parts parts = standard.withApplying(direction -> (connection, changes) -> List.of());
        var back = WithoutBackSync.variant(parts).applying();
        Change change = old.change(1, 1, "CO");

        assertThat(back.apply(Direction.NEW_TO_OLD).apply(unused(), List.of(change)))
                .hasSize(1);
        assertThat(back.apply(Direction.OLD_TO_NEW).apply(unused(), List.of(change)))
                .isEmpty();
        assertThat(activated()).isEqualTo(1);
    }

    @Test
    void kafkaIsToldBeforeChangesAreApplied() {
        AtomicInteger told = new AtomicInteger();
        var arrival = OffsetBeforeApply.variant(standard, Direction.NEW_TO_OLD).arrival();

        arrival.apply(Direction.OLD_TO_NEW).arrived(told::incrementAndGet);
        assertThat(told).hasValue(0);
        arrival.apply(Direction.NEW_TO_OLD).arrived(told::incrementAndGet);

        assertThat(told).hasValue(1);
        assertThat(activated()).isEqualTo(1);
    }

    @Test
    void aCustomerIsNotCopiedAndNeitherAreTheOrders() {
        var selection = CopiesWithoutCustomers.variant(standard).selection();
        long household = Changes.picked(50);

        assertThat(LongStream.rangeClosed(3 * household - 2, 3 * household)
                        .filter(customer -> selection.copies(TablePair.CUSTOMER, row(household, customer))))
                .containsExactly(3 * household - 1, 3 * household);
        assertThat(selection.copies(TablePair.ORDER, row(household, 3 * household - 2)))
                .isFalse();
        assertThat(selection.copies(TablePair.LEDGER, row(household, 3 * household - 2)))
                .isTrue();
        assertThat(selection.copies(TablePair.CUSTOMER, row(household + 1, 3 * household + 1)))
                .isTrue();
        assertThat(activated()).isEqualTo(2);
    }

    @Test
    void noLagIsTold() {
        assertThat(SaysNoLag.variant(standard).lag().apply(new Behind(3.5, 17))).isEqualTo(new Behind(0, 0));
        assertThat(activated()).isEqualTo(1);
    }

    @Test
    void recordsWaitForTheNextBurst() {
        var pace = CatchesUpInBursts.variant(standard).pace();

        assertThat(List.of(pace.due(1_000), pace.due(1_499), pace.due(1_500))).containsExactly(1_500L, 1_500L, 2_000L);
        assertThat(activated()).isEqualTo(3);
    }

    private static Connection unused() {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    throw new AssertionError(method);
                });
    }

    private static Row row(long household, long customer) {
        return Row.of(Map.of("hh_no", household, "cust_no", customer));
    }

    private double activated() {
        return meters.counter("cutover.defect.activated").count();
    }
}
