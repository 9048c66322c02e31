package dev.cutover.scenarios.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.cutover.judge.HealthLimits;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.InjectorHealth;
import dev.cutover.scenarios.load.TinyShop.Manner;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("slow")
class InjectorProcessTest {
    private static final Duration READY = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    @ParameterizedTest(name = "keep-alive: {0}")
    @ValueSource(booleans = {false, true})
    void theJournalSaysWhatTheServerSaw(boolean keepAlive) throws IOException {
        try (TinyShop shop = new TinyShop(InjectorProcessTest::unreliable);
                InjectorRun run = run(shop, 150, keepAlive)) {
            run.injector.awaitReady(READY);
            await().atMost(Duration.ofSeconds(25)).until(() -> shop.requests.get() > 900);
            run.injector.stop(Duration.ofSeconds(15));

            List<JournalSlot> slots = JournalSlot.readAll(run.journal);
            assertThat(slots).hasSizeGreaterThan(700);
            assertThat(slots.stream().map(JournalSlot::kind))
                    .contains(IntStream.range(0, 9).boxed().toArray(Integer[]::new));
            assertThat(slots.stream().map(JournalSlot::operation)).doesNotHaveDuplicates();
            assertThat(slots).allSatisfy(slot -> agrees(slot, shop.received.getOrDefault(slot.operation(), List.of())));
            assertThat(shop.received.keySet())
                    .isSubsetOf(slots.stream().map(JournalSlot::operation).collect(Collectors.toSet()));
            assertThat(slots.stream().map(slot -> Cause.describe(slot.cause())).distinct())
                    .contains("none", "timeout", "connection-lost", "http-500", "rc-11", "rc-20");
            InjectorHealth health = run.injector.health();
            assertThat(HealthLimits.DEFAULT.judge(health).reasons()).isEmpty();
            assertThat(health.operations()).isEqualTo(slots.size());
            assertThat(health.attempts()).isEqualTo(shop.requests.get());
            assertThat(shop.connections.size() > shop.requests.get() / 2)
                    .as("%s connections for %s requests", shop.connections.size(), shop.requests)
                    .isEqualTo(!keepAlive);
        }
    }

    private InjectorRun run(TinyShop shop, int rate, boolean keepAlive) throws IOException {
        return new InjectorRun(
                shop.uri(),
                ReferenceLoad.load(
                        "load.at-most=30s", "load.operations-per-second=" + rate, "load.keep-alive=" + keepAlive),
                ReferenceLoad.keys(500, directory),
                directory);
    }

    /** Some operations fail in their first attempt, some in all of them. */
    private static Manner unreliable(long operation, int attempt) {
        return switch ((int) (operation % 64)) {
            case 10 -> Manner.ERROR;
            case 11 -> Manner.HANG_UP;
            case 12 -> Manner.HANG;
            case 20 -> attempt == 1 ? Manner.ERROR : Manner.ANSWER;
            case 21 -> attempt == 1 ? Manner.HANG_UP : Manner.ANSWER;
            case 22 -> attempt == 1 ? Manner.HANG : Manner.ANSWER;
            default -> Manner.ANSWER;
        };
    }

    private static void agrees(JournalSlot slot, List<Manner> manners) {
        assertThat(manners).as("attempts of %s", slot).hasSize(slot.attempts());
        assertThat(manners.subList(0, manners.size() - 1)).doesNotContain(Manner.ANSWER);
        boolean answered = manners.get(manners.size() - 1) == Manner.ANSWER;
        switch (slot.outcome()) {
            case OK -> assertThat(answered).isTrue();
            case REFUSED -> assertThat(manners).containsExactly(Manner.ANSWER);
            case UNKNOWN -> assertThat(answered && manners.size() == 1).isFalse();
            case EMPTY, INVOKED -> throw new AssertionError("unfinished after an orderly stop: " + slot);
        }
        assertThat(slot.key()).isBetween(1, 500);
        assertThat(slot.servedBy()).isEqualTo((byte) (answered || manners.getLast() == Manner.ERROR ? 1 : 0));
    }

    @Test
    void whatWasAcknowledgedSurvivesKill() throws IOException {
        try (TinyShop shop = new TinyShop((operation, attempt) -> Manner.ANSWER);
                InjectorRun run = run(shop, 200, true)) {
            run.injector.awaitReady(READY);
            await().atMost(Duration.ofSeconds(25)).until(() -> shop.requests.get() > 400);
            assertThat(run.injector.died()).isFalse();

            ProcessHandle process = ProcessHandle.of(run.injector.pid()).orElseThrow();
            process.destroyForcibly();
            process.onExit().join();

            assertThat(run.injector.died()).isTrue();
            List<JournalSlot> slots = JournalSlot.readAll(run.journal);
            long acknowledged = slots.stream()
                    .filter(slot -> slot.outcome() == Outcome.OK || slot.outcome() == Outcome.REFUSED)
                    .count();
            // A user sends its next operation only once the last is in the journal: only those in flight may lack an
            // outcome.
            assertThat(shop.received.keySet())
                    .isSubsetOf(slots.stream().map(JournalSlot::operation).collect(Collectors.toSet()));
            assertThat(acknowledged).isGreaterThan(shop.requests.get() - 60L);
            assertThat(slots).allSatisfy(slot -> assertThat(slot.outcome()).isNotEqualTo(Outcome.UNKNOWN));
        }
    }
}
