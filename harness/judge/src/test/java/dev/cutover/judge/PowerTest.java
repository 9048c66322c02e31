package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.evidence.EvidencePart;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.record.verdict.Finding;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class PowerTest {

    private static void gap(String saying, Consumer<World> weaken) {
        World world = TinyWorlds.good();
        weaken.accept(world);
        Finding finding = world.finding("power");
        assertThat(finding.result()).as(finding.message()).isEqualTo(Result.UNKNOWN);
        assertThat(finding.message()).contains(saying);
        assertThat(Judge.judge(world.evidence()).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
    }

    @Test
    void tooLittleIsUnknown() {
        gap(
                "phase only has 5 acknowledged operations, needs 6",
                world -> world.obligations = World.obligations(6, List.of(), false));
        gap("no operation of kind read-orders", world -> world.operations.removeIf(o -> o.kind() == World.READ));
        gap("did not come to its end", world -> world.without(RunEvent.class));
        gap(
                "old-to-new",
                world -> world.event(10, new SentinelEvent("old-to-new", false, 1, "it was not there in time")));
    }

    @Test
    void aPlannedFaultMustBeSeenActiveAndHealed() {
        gap(
                "fault dual-1 was never seen to be active",
                world -> world.obligations = World.obligations(1, List.of("dual-1"), false));
        gap(
                "fault dual-1 was never seen to be active",
                world -> world.event(13, new FaultEvent.Intended("dual-1", "down", "bridge->new", "only", 0, null))
                        .event(14, new FaultEvent.NotVerified("dual-1", "down", "bridge->new", "only", "it answers"))
                        .event(15, new FaultEvent.Healed("dual-1", "down", "bridge->new", "only", null)));
        FaultEvent verified = new FaultEvent.Verified("dual-1", "down", "bridge->new", "only", "refused");
        gap("fault dual-1 was never seen to be healed", world -> world.event(13, verified));
        World world = TinyWorlds.good()
                .event(13, verified)
                .event(14, new FaultEvent.Healed("dual-1", "down", "bridge->new", "only", null));
        world.obligations = World.obligations(1, List.of("dual-1"), false);
        assertThat(world.finding("power").result()).isEqualTo(Result.PASS);
        assertThat(world.finding("power").examined())
                .as("a phase, three kinds, a fault")
                .isEqualTo(5);
    }

    @Test
    void justEnoughIsEnough() {
        World world = TinyWorlds.good();
        world.obligations = World.obligations(5, List.of(), true);
        assertThat(world.finding("power").result()).isEqualTo(Result.PASS);
        assertThat(world.finding("power").examined())
                .as("a phase, three kinds, the losses")
                .isEqualTo(5);
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

    @Test
    void aFaultThatMetNothingSaysNothing() {
        World world = HazardsTest.fault(TinyWorlds.good(), 150, 160);
        assertThat(world.finding("power").result()).isEqualTo(Result.PASS);
        gap("no operation was under way while fault f was active", idle -> HazardsTest.fault(idle, 4_000, 5_000));
        World withoutRate = HazardsTest.fault(TinyWorlds.good(), 4_000, 5_000);
        withoutRate.obligations = World.obligations(List.of(), false, new Limits(0, 1, 1_000, 250, 0, new TreeMap<>()));
        assertThat(withoutRate.finding("power").result()).isEqualTo(Result.PASS);
    }

    @Test
    void aHazardMustHaveOccurredAsOftenAsThePlanSays() {
        World enough = owing(Hazard.REQUEST_LOST, 1);
        assertThat(enough.finding("power").result()).isEqualTo(Result.PASS);
        assertThat(enough.finding("power").examined())
                .as("a phase, three kinds, a hazard")
                .isEqualTo(5);
        gap(
                "hazard request-lost occurred 1 times, needs 2",
                world -> world.obligations = owing(Hazard.REQUEST_LOST, 2).obligations);
        gap("hazard request-lost cannot be counted, needs 1", world -> {
            world.obligations = owing(Hazard.REQUEST_LOST, 1).obligations;
            world.dump("new-final").complete = false;
        });
    }

    private static World owing(Hazard hazard, long least) {
        World world = TinyWorlds.good();
        Owes owes = Owes.like(world.obligations);
        owes.hazards = new TreeMap<>(Map.of(hazard, least));
        world.obligations = owes.made();
        return world;
    }

    @Test
    void everyPartThatIsOwedMustBeWhole() {
        Manifest manifest = TinyWorlds.good().evidence().manifest();
        for (EvidencePart part : EvidencePart.values()) {
            if (part.owed(manifest)) {
                gap(part + " is torn", world -> world.damage.put(part, part + " is torn"));
            }
        }
    }

    @Test
    void partsThatNobodyOwesMayBeAbsent() {
        World world = TinyWorlds.whole();
        world.kinds =
                List.of(World.KINDS.getFirst(), new Manifest.Kind("pay-order", Role.APPEND), World.KINDS.getLast());
        Owes owes = Owes.like(world.obligations);
        Reads all = owes.of("old");
        owes.both(new Reads(all.applied(), List.of(), all.entities(), List.of(), List.of()));
        owes.compared = List.of();
        owes.effects = new TreeMap<>();
        owes.updated = null;
        owes.deadLetters = false;
        world.obligations = owes.made();
        for (EvidencePart part : List.of(
                EvidencePart.EFFECTS,
                EvidencePart.UPDATES,
                EvidencePart.COMPARISONS,
                EvidencePart.INITIAL_TOTALS,
                EvidencePart.DEAD_LETTERS)) {
            world.damage.put(part, part + " is absent");
        }
        assertThat(Judge.judge(world.evidence()).verdict()).isEqualTo(Verdict.GO);
        assertThat(world.results()).doesNotContainKeys("side-effects", "no-update-lost", "conservation");
    }
}
