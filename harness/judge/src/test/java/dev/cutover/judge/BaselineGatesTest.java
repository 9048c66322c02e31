package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Facts;
import dev.cutover.judge.gate.BaselineGates;
import dev.cutover.judge.gate.BaselineLimits;
import dev.cutover.record.evidence.Operation;
import dev.cutover.record.journal.Cause;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport.Gate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Three phases of ten seconds: old, half, new; the change to half takes half a second from second 10 on, that to new from second 20 on. */
class BaselineGatesTest {
    private static final long MS = 1_000_000;
    private static final long SECOND = 1_000 * MS;
    private static final int PER_SECOND = 100;

    private static World run(UnaryOperator<Operation> change) {
        World world = new World();
        world.phases = List.of("old-only", "half", "new-only");
        world.events.removeIf(event -> event.kind().equals("routing"));
        world.routing(1, "old", 0);
        for (int phase = 0; phase < 3; phase++) {
            String name = world.phases.get(phase);
            world.event(10 * phase * SECOND, "phase", Map.of("phase", name, "state", "begin"));
            world.event((10 * phase + 10) * SECOND - 1, "phase", Map.of("phase", name, "state", "end"));
        }
        change(world, 10 * SECOND, "split", 0.5);
        change(world, 20 * SECOND, "new", 1);
        Random random = new Random(1);
        for (int id = 1; id <= 30 * PER_SECOND; id++) {
            world.operations.add(change.apply(operation(id, random)));
        }
        return world;
    }

    private static void change(World world, long ns, String mode, double share) {
        for (String state : List.of("requested", "effective")) {
            world.event(
                    state.equals("requested") ? ns : ns + SECOND / 2,
                    "routing",
                    Map.of("state", state, "mode", mode, "newShare", share));
        }
    }

    /** Mostly 10 to 40 ms, one in a hundred up to 350; a tenth of the payments are refused; a few keys are hot. */
    private static Operation operation(int id, Random random) {
        long invoked = id * (SECOND / PER_SECOND);
        int kind = random.nextInt(3);
        int key = (int) (200 * Math.pow(random.nextDouble(), 3));
        long took = (random.nextInt(100) == 0 ? 350 : 10 + random.nextInt(30)) * MS;
        boolean refused = kind == World.PAY && random.nextInt(10) == 0;
        Operation o = Operation.of(id, kind, key, refused ? Outcome.REFUSED : Outcome.OK, invoked, invoked + took);
        return with(o, o.outcome(), took, 1, 0, Cause.NONE);
    }

    private static Operation with(Operation o, Outcome outcome, long tookNs, int attempts, int mask, int cause) {
        int phase = (int) Math.min(2, o.invokedNs() / (10 * SECOND));
        return new Operation(
                o.id(),
                1,
                o.kind(),
                o.key(),
                outcome,
                o.invokedNs(),
                o.invokedNs() + tookNs,
                phase,
                phase,
                0,
                0,
                0,
                cause,
                attempts,
                mask);
    }

    private static Operation slower(Operation o, long ns) {
        return with(o, o.outcome(), o.endedNs() - o.invokedNs() + ns, o.attempts(), o.faultMask(), o.cause());
    }

    private static Operation lost(Operation o, int mask, int cause) {
        return with(o, Outcome.UNKNOWN, 4 * SECOND, 3, mask, cause);
    }

    private static boolean at(Operation o, long fromSecond, long untilSecond) {
        return o.invokedNs() >= fromSecond * SECOND && o.invokedNs() < untilSecond * SECOND;
    }

    private static List<Gate> gates(World world) {
        return BaselineGates.of(new Facts(world.evidence()), BaselineLimits.DEFAULT);
    }

    private static void allPass(World world) {
        assertThat(gates(world))
                .isNotEmpty()
                .allSatisfy(gate -> assertThat(gate.result()).as("%s", gate).isEqualTo(Result.PASS));
    }

    private static void onlyFails(World world, String... wanted) {
        List<Gate> gates = gates(world);
        assertThat(gates)
                .filteredOn(gate -> gate.result() == Result.FAIL)
                .extracting(gate -> gate.gate() + " " + gate.phase())
                .as("%s", gates)
                .containsExactlyInAnyOrder(wanted);
    }

    @Test
    void aSteadyRunPassesEveryGate() {
        World world = run(o -> o);
        allPass(world);
        assertThat(gates(world))
                .extracting(Gate::gate)
                .containsOnly(
                        "p99-against-baseline",
                        "unknown-against-baseline",
                        "refused-against-baseline",
                        "longest-without-ok",
                        "attempts-against-baseline");
    }

    @Test
    void aSecondMoreIsTooSlow() {
        onlyFails(run(o -> at(o, 10, 20) ? slower(o, SECOND) : o), "p99-against-baseline half");
        onlyFails(
                run(o -> slower(o, SECOND)),
                "p99-against-baseline old-only",
                "p99-against-baseline half",
                "p99-against-baseline new-only");
        onlyFails(run(o -> o.id() % 20 == 0 && at(o, 20, 30) ? slower(o, SECOND) : o), "p99-against-baseline new-only");
    }

    @ParameterizedTest
    @CsvSource({"1, 350", "350, 1", "350, 350"})
    void whatABusyMachineDoesPasses(long baselineMs, long laterMs) {
        allPass(run(o -> slower(o, (at(o, 0, 10) ? baselineMs : laterMs) * MS)));
    }

    @Test
    void oneStallIsNotASlowBridge() {
        allPass(run(o -> at(o, 15, 16) ? slower(o, SECOND) : o));
    }

    @Test
    void aRoutingChangeMayTakeItsTime() {
        allPass(run(o -> o.invokedNs() >= 20 * SECOND && o.invokedNs() < 20 * SECOND + SECOND / 2
                ? slower(with(o, o.outcome(), 0, 2, 0, 0), SECOND)
                : o));
    }

    @Test
    void blackHolesAreSeen() {
        onlyFails(
                run(o -> at(o, 20, 30) && o.id() % 10 == 0 ? lost(o, 0, Cause.TIMEOUT) : o),
                "unknown-against-baseline new-only",
                "attempts-against-baseline new-only");
        assertThat(gates(run(o -> o.id() % 2 == 0 ? lost(o, 0, Cause.TIMEOUT) : o)))
                .filteredOn(gate -> gate.result() == Result.FAIL)
                .extracting(gate -> gate.gate() + " " + gate.phase())
                .contains("unknown-against-baseline old-only");
    }

    @Test
    void whatAFaultExplainsIsLeftOut() {
        allPass(run(o -> at(o, 23, 26) ? lost(o, 4, Cause.TIMEOUT) : o));
        World world = run(o -> at(o, 23, 26) ? lost(o, 0, Cause.TIMEOUT) : o);
        onlyFails(world, "unknown-against-baseline new-only", "attempts-against-baseline new-only");
        allPass(world.event(23 * SECOND, "fault", Map.of("id", "f", "state", "intent"))
                .event(25 * SECOND, "fault", Map.of("id", "f", "state", "healed")));
    }

    @Test
    void whatTheInjectorDidNotSendOrHearIsLeftOut() {
        allPass(run(o -> at(o, 23, 26) ? lost(o, 0, Cause.INJECTOR) : o));
        allPass(run(o -> at(o, 23, 26) ? with(o, Outcome.INVOKED, SECOND, 1, 0, 0) : o));
    }

    @Test
    void inventedRefusalsAreSeen() {
        onlyFails(
                run(o -> at(o, 10, 30) && o.kind() == World.READ && o.id() % 6 == 0
                        ? with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0)
                        : o),
                "refused-against-baseline half",
                "refused-against-baseline new-only",
                "refused-against-baseline ");
        allPass(run(o -> o.kind() == World.READ && o.id() % 6 == 0 ? with(o, Outcome.REFUSED, 20 * MS, 1, 0, 0) : o));
    }

    @Test
    void triesOnceMore() {
        onlyFails(
                run(o -> at(o, 10, 20) && o.id() % 5 == 0 ? with(o, o.outcome(), 90 * MS, 2, 0, 0) : o),
                "attempts-against-baseline half");
    }

    @Test
    void aKeyThatIsNeverReleasedIsSeen() {
        UnaryOperator<Operation> stuck = o -> o.key() == 17 && at(o, 10, 30) ? lost(o, 0, Cause.TIMEOUT) : o;
        onlyFails(run(stuck), "longest-without-ok ");
        assertThat(gates(run(stuck)))
                .filteredOn(gate -> gate.gate().equals("longest-without-ok"))
                .singleElement()
                .satisfies(gate -> assertThat(gate.detail()).isEqualTo("key 17"));
        // Answered now and then, it is not stuck.
        allPass(run(o -> o.key() == 17 && at(o, 10, 30) && o.id() % 2 == 0 ? lost(o, 0, Cause.TIMEOUT) : o));
    }

    @Test
    void onABusyMachineNothingFails() {
        World world = run(o -> at(o, 10, 20) ? slower(o, SECOND) : o)
                .event(15 * SECOND, "sample", Map.of("phase", "half", "busy", 0.99, "stolen", 0.0));
        assertThat(gates(world))
                .filteredOn(gate -> gate.phase().equals("half") && gate.gate().startsWith("p99"))
                .singleElement()
                .satisfies(gate -> {
                    assertThat(gate.result()).isEqualTo(Result.UNKNOWN);
                    assertThat(gate.detail()).contains("99.0 % busy");
                });
        world.events.removeIf(event -> event.kind().equals("sample"));
        onlyFails(
                world.event(15 * SECOND, "sample", Map.of("phase", "half", "busy", 0.96, "stolen", 0.1)),
                "p99-against-baseline half");
    }

    @Test
    void withoutABaselineNothingIsExamined() {
        World early = run(o -> o).routing(5 * SECOND, "dual", 0);
        assertThat(gates(early))
                .hasSize(5)
                .allSatisfy(gate -> assertThat(gate.result()).isEqualTo(Result.UNKNOWN));
        World quiet = run(o -> at(o, 0, 10) ? lost(o, 1, Cause.TIMEOUT) : o);
        assertThat(gates(quiet))
                .hasSize(5)
                .allSatisfy(gate -> assertThat(gate.detail()).startsWith("the baseline phase old-only has 0 answers"));
        World stays = run(o -> o);
        stays.events.removeIf(event -> event.kind().equals("routing") && event.ns() > 2);
        assertThat(gates(stays)).isEmpty();
    }

    @Test
    void aPhaseThatAFaultExplainsHasNoGates() {
        World world = run(o -> at(o, 20, 30) ? lost(o, 1, Cause.TIMEOUT) : o);
        allPass(world);
        assertThat(gates(world))
                .extracting(Gate::phase)
                .doesNotContain("new-only")
                .contains("half");
    }
}
