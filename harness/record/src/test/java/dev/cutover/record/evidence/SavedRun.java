package dev.cutover.record.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Section;
import dev.cutover.record.dump.StateDump;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A saved run to read evidence from, whole until a test damages it. */
abstract class SavedRun {

    static final String CHARGES = "charges";
    static final String STREAM = "forward";
    static final BigDecimal CREDIT = new BigDecimal("500.10");

    @TempDir
    Path root;

    RunDirectory run = new RunDirectory(Path.of("unset"));

    @BeforeEach
    void saveARun() throws IOException {
        run = new RunDirectory(root.resolve("reference-1-42"));
        Files.createDirectories(run.observed("payments"));
        Files.createDirectories(run.journal());
        manifest().write(run);
        try (Journal journal = Journal.open(journal())) {
            journal.complete(journal.invoke(1, (byte) 0, 7, 11), Outcome.OK, 1, (short) 0, 1, (byte) 1);
            journal.invoke(2, (byte) 1, 7, 12);
        }
        try (FileEventLog events = FileEventLog.open(run.events())) {
            events.record(new RunEvent.Ended());
        }
        dump("old", "initial");
        dump("old", "final");
        lines(
                "effects.jsonl",
                "{\"ns\":5,\"operation\":\"11\",\"caller\":\"old\",\"subject\":\"3\",\"amount\":99,\"status\":201}",
                "{\"ns\":6,\"operation\":\"abc\",\"caller\":\"new\",\"subject\":\"3\",\"amount\":99,\"status\":402}");
        try (StreamLog.Writer stream = new StreamLog.Writer(run.observed().resolve(StreamLog.file(STREAM)))) {
            stream.entry(0, 0, "11");
            stream.entry(0, 1, null);
            stream.end(new StreamLog.Extent("t", "delete", 2, List.of(new StreamLog.Part(0, 0, 2, 2))));
        }
        lines(
                "updates.jsonl",
                "{\"sequence\":1,\"key\":\"S1\",\"text\":\"99 at 1\",\"sentNs\":5}",
                "{\"sequence\":2,\"key\":\"S2\",\"text\":\"98 at 2\",\"sentNs\":6}",
                "{\"sequence\":1,\"acknowledgedNs\":7}");
        lines("dead-letters.jsonl", "{}", "{}");
        Checksums.write(run);
    }

    void assertIncomplete(String reason) {
        Evidence evidence = EvidenceReader.read(run);
        StateDump dump = evidence.dump("old", "final").orElseThrow();
        assertThat(dump.complete()).isFalse();
        assertThat(dump.reason()).contains(reason);
        assertThat(dump.applied()).isEmpty();
    }

    void lines(String file, String... lines) throws IOException {
        Files.write(run.observed().resolve(file), List.of(lines));
    }

    Path journal() {
        return run.journal().resolve("injector-1.slots");
    }

    void dump(String system, String moment) throws IOException {
        DumpWriter writer = new DumpWriter(run.observed(), system, moment);
        try (DumpWriter.Table ledger = writer.table(Section.APPLIED, "ledger", "key", "version", "operation")) {
            ledger.row("7", "1", "11");
        }
        try (DumpWriter.Table customers = writer.table(Section.ENTITIES, "customer", "id", "text")) {
            customers.row("21", "7 name 'a\tb' credit 500");
        }
        writer.totals(new TreeMap<>(Map.of("credit-cents", CREDIT)));
        writer.finish(1, 2, "");
    }

    static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "reference",
                42,
                "reference",
                "processes",
                "2026-11-22T00:00:00Z",
                "",
                new Manifest.ClockBase(5, "2026-11-22T00:00:00Z"),
                new Manifest.Machine(2, 1_024, "Linux", "25"),
                new Manifest.Versions("0.1.0", "abc"),
                List.of(new Manifest.Kind("place-order", Role.EFFECT), new Manifest.Kind("read-orders", Role.READ)),
                List.of("bootstrap", "dual"),
                List.of("old", "new"),
                new Obligations(
                        Map.of("old", reads(), "new", reads()),
                        "old",
                        1,
                        true,
                        List.of("place-order"),
                        0,
                        List.of("old-to-new"),
                        new TreeMap<>(Map.of(
                                CHARGES, new Obligations.Effects(List.of("place-order"), "effects.jsonl", true, true))),
                        new TreeMap<>(Map.of(
                                STREAM,
                                new Obligations.Topic(
                                        List.of("place-order"), "old", StreamLog.file(STREAM), false, 0.0, 2.0))),
                        "price",
                        false,
                        true,
                        true,
                        true,
                        List.of(),
                        false,
                        new TreeMap<>(),
                        new Limits(1, 1, 1_000, 250, 0, new TreeMap<>(Map.of("dual", 0L)))));
    }

    /** The same, if this is read of its systems. */
    static Manifest owing(Manifest manifest, Map<String, Reads> reads) {
        Obligations owed = manifest.obligations();
        return new Manifest(
                manifest.schema(),
                manifest.plan(),
                manifest.seed(),
                manifest.bridge(),
                manifest.runtime(),
                manifest.startedAt(),
                manifest.replay(),
                manifest.clock(),
                manifest.machine(),
                manifest.versions(),
                manifest.kinds(),
                manifest.phases(),
                manifest.systems(),
                new Obligations(
                        reads,
                        owed.rollbackSystem(),
                        owed.rollbacks(),
                        owed.bootstrap(),
                        owed.compared(),
                        owed.canaries(),
                        owed.streams(),
                        owed.effects(),
                        owed.topics(),
                        owed.updated(),
                        owed.keysNamed(),
                        owed.versions(),
                        owed.servedBy(),
                        owed.deadLetters(),
                        owed.faults(),
                        owed.losses(),
                        owed.hazards(),
                        owed.limits()));
    }

    private static Reads reads() {
        return new Reads(
                new TreeMap<>(Map.of("ledger", new Reads.Table(List.of("place-order"), true))),
                List.of(),
                List.of("customer"),
                List.of("credit-cents"),
                List.of());
    }
}
