package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.journal.Outcome;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PowerTest {

    private static void gap(String saying, Consumer<World> weaken) {
        World world = TinyWorlds.good();
        weaken.accept(world);
        Finding finding = world.finding("power");
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains(saying);
        assertThat(VerdictReports.of(world.evidence()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void tooLittleIsUnknown() {
        gap(
                "phase only has 5 acknowledged operations, needs 6",
                world -> world.obligations = World.obligations(6, List.of(), false));
        gap("no operation of kind read-orders", world -> world.operations.removeIf(o -> o.kind() == World.READ));
        gap(
                "did not come to its end",
                world -> world.events.removeIf(event -> event.kind().equals("run")));
        gap("old-to-new", world -> world.event(5, "sentinel", Map.of("stream", "old-to-new", "crossed", false)));
    }

    @Test
    void aPlannedFaultMustBeSeenActiveAndHealed() {
        gap(
                "fault dual-1 was never seen to be active",
                world -> world.obligations = World.obligations(1, List.of("dual-1"), false));
        gap(
                "fault dual-1 was never seen to be active",
                world -> world.event(3, "fault", fault("intent"))
                        .event(4, "fault", fault("not-verified"))
                        .event(5, "fault", fault("healed")));
        gap("fault dual-1 was never seen to be healed", world -> world.event(3, "fault", fault("verified")));
        World world = TinyWorlds.good().event(3, "fault", fault("verified")).event(4, "fault", fault("healed"));
        world.obligations = World.obligations(1, List.of("dual-1"), false);
        assertThat(world.finding("power").result()).isEqualTo(Result.PASS);
    }

    @Test
    void faultsThatLoseAnswersMustHaveLostSome() {
        World world = TinyWorlds.good();
        world.obligations = World.obligations(1, List.of(), true);
        assertThat(world.finding("power").result()).isEqualTo(Result.PASS);
        gap("every operation was answered at its first attempt", weak -> {
            weak.obligations = World.obligations(1, List.of(), true);
            weak.operations.removeIf(o -> o.outcome() == Outcome.UNKNOWN);
            weak.dumps.values().forEach(dump -> dump.ledger.removeIf(entry -> entry.operation() == 15));
        });
    }

    private static Map<String, Object> fault(String state) {
        return Map.of("id", "dual-1", "fault", "down", "target", "bridge->new", "phase", "only", "state", state);
    }
}
