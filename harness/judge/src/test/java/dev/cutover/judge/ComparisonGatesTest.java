package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.CanaryEvent;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.VerdictReport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonGatesTest {
    private static final long DUAL_NS = 10_000;

    /** In dual from 10,000 to 20,000: twenty operations that old answered, all of them compared but five. */
    private static World world() {
        World world = TinyWorlds.good();
        world.without(RoutingEvent.class)
                .routing(DUAL_NS, RoutingMode.DUAL, 0)
                .routing(2 * DUAL_NS, RoutingMode.NEW, 1);
        for (int n = 0; n < 20; n++) {
            answered(world, 100 + n, ServedBy.OLD, Outcome.OK, DUAL_NS + 100L * n + 10);
        }
        TinyWorlds.account(world, 20, 15, 0);
        return world;
    }

    private static void answered(World world, long id, ServedBy by, Outcome outcome, long at) {
        world.operation(id, World.READ, 1, outcome, at, at + 10).by(by, 0);
    }

    private static void planted(World world, int asked, boolean reported) {
        Owes owes = Owes.like(world.obligations);
        owes.canaries = 1;
        world.obligations = owes.made();
        world.event(DUAL_NS + 5_000, new CanaryEvent("only", asked, asked, reported, "detail"));
    }

    private static void finds(String gate, Result result, String value, Consumer<World> change) {
        World world = world();
        change.accept(world);
        VerdictReport.Gate found = Judge.judge(world.evidence()).gates().stream()
                .filter(one -> one.gate().equals(gate))
                .findFirst()
                .orElseThrow();
        assertThat(found.result()).as(found.toString()).isEqualTo(result);
        assertThat(found.value()).contains(value);
    }

    @Test
    void allThatOldAnsweredIsAccountedFor() {
        finds("comparisons", Result.PASS, "0 of 15 different", world -> {});
        finds("comparisons", Result.FAIL, "0 of 15 different", world -> TinyWorlds.account(world, 19, 15, 0));
        finds("comparisons", Result.PASS, "0 of 15 different", world -> TinyWorlds.account(world, 25, 15, 0));
    }

    @Test
    void whatNewOrTheBridgeOrNobodyAnsweredIsNot() {
        finds("comparisons", Result.PASS, "15", world -> {
            answered(world, 200, ServedBy.BRIDGE, Outcome.REFUSED, DUAL_NS + 4_000);
            answered(world, 201, ServedBy.NOBODY, Outcome.REFUSED, DUAL_NS + 4_000);
            answered(world, 202, ServedBy.OLD, Outcome.UNKNOWN, DUAL_NS + 4_000);
            answered(world, 203, ServedBy.OLD, Outcome.OK, 2 * DUAL_NS - 5);
        });
        finds(
                "comparisons",
                Result.FAIL,
                "15",
                world -> answered(world, 204, ServedBy.NOBODY, Outcome.OK, DUAL_NS + 4_000));
        finds(
                "comparisons",
                Result.FAIL,
                "15",
                world -> answered(world, 205, ServedBy.OLD, Outcome.REFUSED, DUAL_NS + 4_000));
    }

    @Test
    void anAccountMayHaveDiedWithTheBridge() {
        finds("comparisons", Result.UNKNOWN, "15", world -> {
            TinyWorlds.account(world, 19, 15, 0);
            killed(world, DUAL_NS + 2);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"crash", "restart", "out-of-memory"})
    void whateverEndsAProcessTakesItsAccountAlong(String fault) {
        finds("comparisons", Result.UNKNOWN, "15", world -> {
            TinyWorlds.account(world, 19, 15, 0);
            world.event(DUAL_NS + 2, new FaultEvent.Intended("only-1", fault, "bridge", "only", 0, null));
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"pause", "latency"})
    void whatEndsNothingExcusesNothing(String fault) {
        finds("comparisons", Result.FAIL, "15", world -> {
            TinyWorlds.account(world, 19, 15, 0);
            world.event(DUAL_NS + 2, new FaultEvent.Intended("only-1", fault, "bridge", "only", 0, null));
        });
    }

    @Test
    void butNotBeforeItBeganNorAfterItWasRead() {
        finds("comparisons", Result.FAIL, "15", world -> {
            TinyWorlds.account(world, 19, 15, 0);
            world.event(2 * DUAL_NS + 10, new Observed("comparisons", 1, 2, true, ""));
            killed(world, DUAL_NS - 1);
            killed(world, 2 * DUAL_NS + 11);
        });
    }

    private static void killed(World world, long ns) {
        world.event(ns, new FaultEvent.Intended("only-1", "kill", "bridge", "only", 0, null));
    }

    @Test
    void whatWasAskedForButNotAnsweredShowsNothing() {
        finds("canaries", Result.UNKNOWN, "0 of 1 planted", world -> {
            planted(world, 1, true);
            world.without(CanaryEvent.class).event(DUAL_NS + 5_000, new CanaryEvent("only", 5, 0, false, "lost"));
        });
    }

    @Test
    void whoComparesHardlyAnythingShowsNothing() {
        finds("comparisons", Result.PASS, "0 of 2 different", world -> TinyWorlds.account(world, 20, 2, 0));
        finds("comparisons", Result.UNKNOWN, "0 of 1 different", world -> TinyWorlds.account(world, 20, 1, 0));
    }

    @Test
    void whatIsAccountedForByOperationIsHeldAgainstEach() {
        finds("comparisons", Result.PASS, "15", world -> ofReads(world, 20, 15));
        finds("comparisons", Result.FAIL, "15", world -> ofReads(world, 19, 15));
        finds("comparisons", Result.PASS, "0 of 50 different", world -> {
            TinyWorlds.account(world, 90, 50, 0);
            ofReads(world, 50, 5);
        });
        finds("comparisons", Result.UNKNOWN, "0 of 50 different", world -> {
            TinyWorlds.account(world, 90, 50, 0);
            ofReads(world, 50, 4);
        });
    }

    private static void ofReads(World world, long eligible, long compared) {
        GateMutation.ofOperation(world, World.READ, eligible, compared);
    }

    @Test
    void whatIsPlantedIsReportedAndNothingElse() {
        Consumer<World> seen = world -> planted(world, 2, true);
        finds("canaries", Result.PASS, "1 of 1 planted", seen);
        finds(
                "comparisons",
                Result.PASS,
                "2 of 15 different",
                seen.andThen(world -> TinyWorlds.account(world, 20, 15, 2)));
        finds(
                "comparisons",
                Result.FAIL,
                "3 of 15 different",
                seen.andThen(world -> TinyWorlds.account(world, 20, 15, 3)));
    }

    @Test
    void whoSeesNoDifferenceComparesNothing() {
        finds("canaries", Result.FAIL, "0 of 1 planted", world -> planted(world, 5, false));
    }

    @Test
    void whatCouldNotBePlantedShowsNothing() {
        finds("canaries", Result.UNKNOWN, "0 of 1 planted", world -> planted(world, 0, false));
        finds("canaries", Result.UNKNOWN, "0 of 1 planted", world -> {
            planted(world, 1, true);
            world.without(CanaryEvent.class);
        });
    }
}
