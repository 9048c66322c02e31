package dev.cutover.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.judge.facts.Capabilities;
import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Reads;
import dev.cutover.record.verdict.Result;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What a plan can show at best, before anything is started. */
class CapabilitiesTest {

    private static Capabilities of(World world, Consumer<Owes> change) {
        Owes owes = Owes.like(world.obligations);
        change.accept(owes);
        world.obligations = owes.made();
        return Capabilities.of(world.evidence().manifest());
    }

    private static void falls(World world, String missing, Consumer<Owes> change) {
        Capabilities capabilities = of(world, change);
        assertThat(capabilities.best()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(capabilities.shortOfGo()).contains(missing);
        assertThat(world.finding("power").result()).isNotEqualTo(Result.PASS);
        assertThat(Judge.judge(world.evidence()).verdict()).isNotEqualTo(Verdict.GO);
    }

    @Test
    void worldsThatReadEnoughMayBeGo() {
        assertThat(of(TinyWorlds.whole(), owes -> {}).best()).isEqualTo(Verdict.GO);
        assertThat(of(RoleWorld.good(), owes -> {}).best()).isEqualTo(Verdict.GO);
    }

    @Test
    void whatCorePropertiesNeedCannotBeLeftOut() {
        falls(RoleWorld.good(), "nothing read of new shows operation name", owes -> {
            Reads all = owes.of("new");
            owes.reads.put("new", new Reads(all.applied(), List.of(), List.of(), all.totals(), List.of()));
        });
        falls(RoleWorld.good(), "nothing read of old shows operation drop", owes -> {
            Reads all = owes.of("old");
            owes.reads.put("old", new Reads(new TreeMap<>(), all.registers(), List.of("x"), all.totals(), List.of()));
        });
        falls(RoleWorld.good(), "nothing is summed up in new, so what transfers move may be lost there", owes -> {
            Reads all = owes.of("new");
            owes.reads.put("new", new Reads(all.applied(), all.registers(), List.of(), List.of(), List.of()));
        });
        falls(
                TinyWorlds.whole(),
                "no record of the effects outside is read for operation pay-order",
                owes -> owes.effects = new TreeMap<>());
        falls(
                TinyWorlds.whole(),
                "no sentinel proves that everything has come to rest",
                owes -> owes.streams = List.of());
        falls(TinyWorlds.whole(), "no phase is a rollback", owes -> owes.rollbacks = 0);
        falls(
                TinyWorlds.whole(),
                "no table, register or entity is read of two systems, so they cannot be compared",
                owes -> owes.reads.remove("new"));
    }

    @Test
    void aHazardThatMustOccurMustBePossible() {
        Map<Hazard, String> why = Map.of(
                Hazard.WRITE_INSIDE_THE_COPY, "no phase copies existing data",
                Hazard.FAULT_INSIDE_THE_COPY, "no fault is planned",
                Hazard.FAULT_DURING_A_MOVE, "no fault is planned",
                Hazard.REQUEST_LOST, "no rows with operations are read",
                Hazard.LONG_TEXT_ON_EACH_SIDE, "nothing read says what was asked for",
                Hazard.READ_BESIDE_A_WRITE, "no operation reads",
                Hazard.READ_BACK_AFTER_A_ROLLBACK, "no operation reads");
        for (Hazard hazard : Hazard.values()) {
            World world = TinyWorlds.whole();
            Capabilities possible = of(world, owes -> {
                owes.hazards = new TreeMap<>(Map.of(hazard, 1L));
                owes.bootstrap = true;
                owes.faults = List.of("f");
                owes.reads.replaceAll((system, reads) -> Owes.asking(reads));
            });
            assertThat(possible.best()).as(hazard.text()).isEqualTo(Verdict.GO);
            world.kinds = World.KINDS.subList(0, 2);
            world.operations.removeIf(o -> o.kind() == World.READ);
            Capabilities poor = of(world, owes -> {
                owes.bootstrap = false;
                owes.faults = List.of();
                owes.reads.replaceAll((system, reads) ->
                        new Reads(new TreeMap<>(), List.of(), reads.entities(), reads.totals(), List.of()));
            });
            assertThat(poor.shortOfGo())
                    .filteredOn(sentence -> sentence.startsWith("hazard "))
                    .isEqualTo(
                            why.containsKey(hazard)
                                    ? List.of("hazard " + hazard.text() + " must occur, but " + why.get(hazard))
                                    : List.of());
        }
    }

    @Test
    void whatIsMerelyNotOwedIsToldAndHarmsNobody() {
        World world = TinyWorlds.whole();
        Capabilities capabilities = of(world, owes -> {
            owes.versions = false;
            owes.servedBy = false;
            owes.updated = null;
            owes.compared = List.of();
            owes.deadLetters = false;
        });
        assertThat(capabilities.notExamined())
                .extracting(VerdictReport.NotExamined::property)
                .containsExactly(
                        "last-write",
                        "as-asked",
                        "freshness",
                        "content",
                        "routing",
                        "no-update-lost",
                        "amounts of effects",
                        "conservation in between",
                        "invariants",
                        "kept",
                        "comparisons",
                        "dead-letters",
                        "streams");
        VerdictReport report = Judge.judge(world.evidence());
        assertThat(report.verdict()).as(report.reason()).isEqualTo(Verdict.GO);
        assertThat(report.reason())
                .endsWith(
                        "not examined: last-write, as-asked, freshness, content, routing, no-update-lost,"
                                + " amounts of effects, conservation in between, invariants, kept, comparisons, dead-letters, streams, authority");
    }

    @Test
    void orderIsNotExaminedWhereNothingGivesIt() {
        World world = TinyWorlds.whole();
        world.dumps.values().forEach(dump -> dump.known.clear());
        VerdictReport report = Judge.judge(world.evidence());
        assertThat(report.notExamined())
                .contains(new VerdictReport.NotExamined(
                        "order-per-key", "no table gives its rows' keys with positions or versions"));
        assertThat(report.verdict()).as(report.reason()).isEqualTo(Verdict.GO);
    }

    @Test
    void oneThingReadOfBothIsEnoughToCompare() {
        String missing = "no table, register or entity is read of two systems, so they cannot be compared";
        Reads ledger = Owes.reads("ledger", true, "place-order");
        Reads table = new Reads(ledger.applied(), List.of("a"), List.of("b"), List.of(), List.of());
        Reads register = new Reads(new TreeMap<>(), List.of("name"), List.of("c"), List.of(), List.of());
        Reads entity = new Reads(new TreeMap<>(), List.of(), List.of("order"), List.of(), List.of());
        for (Reads one : List.of(table, register, entity)) {
            for (Reads other : List.of(table, register, entity)) {
                Capabilities capabilities = of(TinyWorlds.whole(), owes -> {
                    owes.reads.put("old", one);
                    owes.reads.put("new", other);
                });
                assertThat(capabilities.shortOfGo().contains(missing))
                        .as("%s, %s", one, other)
                        .isEqualTo(!one.equals(other));
            }
        }
    }

    @Test
    void aPlanThatOnlyReadsLeavesAllElseUnexamined() {
        World world = TinyWorlds.whole();
        world.kinds = List.of(World.KINDS.get(World.READ));
        world.operations.clear();
        Capabilities capabilities = of(world, owes -> {
            owes.both(Reads.NOTHING);
            owes.effects = new TreeMap<>();
        });
        assertThat(capabilities.notExamined())
                .extracting(VerdictReport.NotExamined::property)
                .containsExactly(
                        "no-acknowledged-loss, no-duplicate, no-phantom, order-per-key",
                        "last-write",
                        "as-asked",
                        "content",
                        "side-effects",
                        "conservation",
                        "invariants",
                        "kept",
                        "streams");
    }

    @Test
    void whatOperationsDoIsExaminedEvenIfNothingOfItIsRead() {
        Capabilities effects = of(TinyWorlds.whole(), owes -> owes.effects = new TreeMap<>());
        assertThat(effects.notExamined()).noneMatch(left -> left.property().equals("side-effects"));
        Capabilities transfers = of(RoleWorld.good(), owes -> owes.both(Reads.NOTHING));
        assertThat(transfers.notExamined()).noneMatch(left -> left.property().equals("conservation"));
    }
}
