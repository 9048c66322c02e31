package dev.cutover.bridge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.bridge.adapter.Json;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("slow")
class SingleOwnerTest {
    private static final int CLIENTS = 16;

    private final Map<String, String> servedBy = new ConcurrentHashMap<>();
    private final Map<Long, AtomicLong> insideOld = new ConcurrentHashMap<>();
    private final Map<Long, AtomicLong> insideNew = new ConcurrentHashMap<>();
    private final AtomicLong twoOwners = new AtomicLong();
    private final AtomicLong operations = new AtomicLong();

    @Test
    void noRequestIsServedByTwoOwnersAndNoHouseholdByBothAtOnce(@TempDir Path state) throws Exception {
        AtomicBoolean stop = new AtomicBoolean();
        try (World world = new World(state);
                ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            world.old.behave(asked -> serve(asked.json().path("opId").asText(), household(asked), "old"));
            world.replacement.behave(asked -> serve(asked.header("Operation-Id"), household(asked), "new"));
            List<Future<Long>> answered = new ArrayList<>();
            for (int client = 0; client < CLIENTS; client++) {
                answered.add(clients.submit(() -> load(world, stop)));
            }
            for (String target :
                    List.of("{\"mode\":\"new\"}", "{\"mode\":\"split\",\"newShare\":0.3}", "{\"mode\":\"old\"}")) {
                assertThat(world.route(target).statusCode()).as(target).isEqualTo(200);
            }
            stop.set(true);
            long sum = 0;
            for (Future<Long> each : answered) {
                sum += each.get();
            }
            assertThat(sum).isGreaterThan(100).isEqualTo(servedBy.size());
        }
        assertThat(servedBy.values()).contains("old", "new");
        assertThat(twoOwners).hasValue(0);
    }

    private long load(World world, AtomicBoolean stop) throws Exception {
        long answered = 0;
        for (; !stop.get(); answered++) {
            long operation = operations.incrementAndGet();
            var answer = world.ask(
                    "pay-order", "{\"opId\":\"" + operation + "\",\"hhNo\":" + (operation % 200 + 1) + ",\"ordNo\":1}");
            assertThat(answer.path("rc").asInt()).as(answer.toString()).isZero();
        }
        return answered;
    }

    private FakeSystem.Reply serve(String operation, long household, String side) {
        AtomicLong here = inside(side.equals("old") ? insideOld : insideNew, household);
        AtomicLong there = inside(side.equals("old") ? insideNew : insideOld, household);
        here.incrementAndGet();
        if (servedBy.put(operation, side) != null || there.get() > 0) {
            twoOwners.incrementAndGet();
        }
        here.decrementAndGet();
        return new FakeSystem.Reply(
                200,
                side.equals("old")
                        ? Json.object().put("rc", 0).put("ver", 1)
                        : Json.object()
                                .put("orderNumber", 1)
                                .put("total", 1)
                                .put("status", "PAID")
                                .put("householdVersion", 1));
    }

    private static AtomicLong inside(Map<Long, AtomicLong> counts, long household) {
        return counts.computeIfAbsent(household, unused -> new AtomicLong());
    }

    private static long household(FakeSystem.Asked asked) throws java.io.IOException {
        return asked.body().isEmpty()
                ? Long.parseLong(asked.path().split("/", -1)[2])
                : asked.json().path("hhNo").asLong();
    }
}
