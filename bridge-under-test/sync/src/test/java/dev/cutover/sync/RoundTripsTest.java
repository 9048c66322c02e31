package dev.cutover.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.sync.apply.ApplyResult;
import dev.cutover.sync.apply.VersionedApplying;
import dev.cutover.sync.schema.Database;
import dev.cutover.sync.schema.Direction;
import dev.cutover.sync.schema.Row;
import dev.cutover.sync.schema.Schema;
import dev.cutover.sync.schema.Setup;
import dev.cutover.sync.stream.Message;
import dev.cutover.sync.stream.RowChange;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A batch must not need a round trip for each change: over a link 20 ms late the sync would fall behind for ever. */
@Tag("slow")
class RoundTripsTest {
    private static final int CHANGES = 60;

    @Test
    void a_batch_is_applied_in_a_few_round_trips() throws Exception {
        try (TestPostgres postgres = new TestPostgres()) {
            String url = postgres.database("new");
            new Setup(new Database(Schema.NEW, url)).run();
            Rig.execute(url, "insert into household select n, 0 from generate_series(1, " + CHANGES + ") n");
            AtomicInteger statements = new AtomicInteger();
            try (Connection connection = DriverManager.getConnection(url)) {
                connection.setAutoCommit(false);
                List<ApplyResult> results = new VersionedApplying(Direction.OLD_TO_NEW)
                        .apply(
                                counting(connection, statements),
                                LongStream.rangeClosed(1, CHANGES)
                                        .mapToObj(RoundTripsTest::cancellation)
                                        .toList());
                connection.commit();

                assertThat(results).hasSize(CHANGES).allMatch(ApplyResult.Applied.class::isInstance);
            }
            assertThat(statements.get()).isLessThanOrEqualTo(3);
            assertThat(Rig.rows(url, "select count(*), sum(version) from household where version = 1"))
                    .containsExactly(CHANGES + "|" + CHANGES);
        }
    }

    private static Message.Change cancellation(long household) {
        Map<String, @Nullable Object> row = new HashMap<>();
        for (String absent : List.of("cust_no", "amt_c", "from_c", "to_c", "email")) {
            row.put(absent, null);
        }
        row.putAll(Map.of(
                "hh_no",
                household,
                "ver",
                1L,
                "op_id",
                household,
                "kind",
                "CO",
                "ord_no",
                household,
                "dt",
                "20261122"));
        return new Message.Change(household, 1, household, 0, List.of(new RowChange("jnl", null, Row.of(row))));
    }

    private static Connection counting(Connection connection, AtomicInteger statements) {
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (self, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        statements.incrementAndGet();
                    }
                    return method.invoke(connection, arguments);
                });
    }
}
