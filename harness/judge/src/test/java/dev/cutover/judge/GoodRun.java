package dev.cutover.judge;

import dev.cutover.record.dump.DumpWriter;
import dev.cutover.record.dump.Section;
import dev.cutover.record.event.Event;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.record.event.FileEventLog;
import dev.cutover.record.event.Observed;
import dev.cutover.record.event.PhaseEvent;
import dev.cutover.record.event.PlanEvent;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.event.RunEvent;
import dev.cutover.record.event.Sample;
import dev.cutover.record.event.SentinelEvent;
import dev.cutover.record.event.Step;
import dev.cutover.record.event.StepEvent;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.TotalRead;
import dev.cutover.record.evidence.TotalsFile;
import dev.cutover.record.journal.Journal;
import dev.cutover.record.journal.Outcome;
import dev.cutover.record.journal.ServedBy;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.Checksums;
import dev.cutover.record.run.HealthFile;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small whole run on disk, made by the writers that real runs use, whose verdict is GO. Order 11 is placed before the cutover; 12 pays it,
 * and the new system charges; 13 is of unknown outcome and did happen; 14 reads; 15 is
 * placed after the rollback, on old.
 */
final class GoodRun {
    private static final int READS = 100;

    /** How many there are in the journal. */
    private static final int OPERATIONS = 5 + 2 * READS;

    /** Of the journal's bytes; the rest are zeros. */
    static final int JOURNAL_USED = 4_096 + OPERATIONS * 64;

    private final RunDirectory run;

    private GoodRun(RunDirectory run) {
        this.run = run;
    }

    /** Writes it below a directory. */
    static RunDirectory in(Path parent) throws IOException {
        var run = new RunDirectory(parent.resolve("good-1-7"));
        Files.createDirectories(run.journal());
        Files.createDirectories(run.observed());
        new GoodRun(run).write();
        return run;
    }

    private void write() throws IOException {
        Files.writeString(run.plan(), "name: good\n");
        Files.writeString(run.environment(), "components: {}\n");
        manifest().write(run);
        totals("old-initial");
        play();
        try (TotalsFile totals = TotalsFile.create(run.totals())) {
            long now = System.nanoTime();
            totals.add(new TotalRead("old", World.CREDIT, now, now, new BigDecimal("1000.50")));
            totals.add(new TotalRead("new", World.CREDIT, now, now, new BigDecimal("1000.5")));
        }
        dump("old", "final");
        dump("new", "final");
        lines(
                "updates.jsonl",
                "{\"sequence\":1,\"key\":\"S1\",\"text\":\"99 at 1\",\"sentNs\":1}",
                "{\"sequence\":1,\"acknowledgedNs\":2}",
                "{\"sequence\":2,\"key\":\"S1\",\"text\":\"98 at 2\",\"sentNs\":3}",
                "{\"sequence\":2,\"acknowledgedNs\":4}");
        lines("dead-letters.jsonl");
        Json.write(
                run.observed().resolve("comparisons.json"),
                new Comparisons(10, 9, 9, 0, new TreeMap<>(Map.of("version", 1L)), new TreeMap<>()));
        HealthFile.write(run.journal().resolve("injector-1.health.json"), World.health(5));
        cutOff(run.journal().resolve("injector-1.slots"));
        Checksums.write(run);
    }

    /** Nearly all of a file that is made for 130,000 operations, which would be hashed a thousand times over. */
    private static void cutOff(Path journal) throws IOException {
        try (FileChannel file = FileChannel.open(journal, StandardOpenOption.WRITE)) {
            file.truncate(JOURNAL_USED + 64 * 64);
        }
    }

    private void play() throws IOException {
        try (FileEventLog log = FileEventLog.open(run.events());
                Journal journal = Journal.open(run.journal().resolve("injector-1.slots"))) {
            untilTheSplit(log, journal);
            faultAndRollback(log, journal);
            untilTheEnd(log);
        }
    }

    private static void untilTheSplit(FileEventLog log, Journal journal) {
        record(
                log,
                new RunEvent.Started(),
                new StepEvent.Ended(Step.ENVIRONMENT, 900, ""),
                new StepEvent.Ended(Step.BOOTSTRAP, 100, "1 copied"),
                new PhaseEvent.Began("old-only", 0));
        reads(journal, 100);
        record(
                log,
                new PhaseEvent.Ended("old-only", 0),
                new PhaseEvent.Began("split", 1),
                new RoutingEvent.Requested(RoutingMode.SPLIT, 0.5, false),
                new RoutingEvent.Effective(RoutingMode.SPLIT, 0.5, 2L, 10, false, List.of()));
        journal.control().phase(1);
        reads(journal, 200);
    }

    private void faultAndRollback(FileEventLog log, Journal journal) throws IOException {
        record(
                log,
                new FaultEvent.Intended("split-1", "down", "bridge->new", "split", 0, null),
                new FaultEvent.Injected("split-1", "down", "bridge->new", "split"),
                new FaultEvent.Verified("split-1", "down", "bridge->new", "split", "refused 5 of 5"));
        operations(journal);
        record(
                log,
                new FaultEvent.Healed("split-1", "down", "bridge->new", "split", null),
                new RoutingEvent.Requested(RoutingMode.OLD, 0, true),
                new RoutingEvent.Effective(RoutingMode.OLD, 0, 3L, 310.5, true, List.of()));
        answered(journal, World.PLACE, 15, Outcome.OK, 4, ServedBy.OLD);
        dump("old", "rollback");
    }

    private static void untilTheEnd(FileEventLog log) {
        record(
                log,
                new Sample("split", 4, 0, 1, 1.0, 2.0, new Sample.Lag(1.0, 2.0), 0.5, 0.0),
                new PhaseEvent.Ended("split", 1),
                new PlanEvent.Completed(),
                new SentinelEvent("old-to-new", true, 5, null),
                new SentinelEvent("new-to-old", true, 5, null),
                new Observed("old-final", 1, 2, true, ""),
                new RunEvent.Ended());
    }

    private static void record(FileEventLog log, Event... events) {
        for (Event event : events) {
            log.record(event);
        }
    }

    private void operations(Journal journal) throws IOException {
        answered(journal, World.PLACE, 11, Outcome.OK, 1, ServedBy.NEW);
        answered(journal, World.PAY, 12, Outcome.OK, 2, ServedBy.NEW);
        lines(
                "effects.jsonl",
                "{\"ns\":%d,\"at\":\"\",\"operation\":\"12\",\"caller\":\"new\",\"subject\":\"o11\",\"amount\":50,\"status\":201}"
                        .formatted(System.nanoTime()));
        answered(journal, World.PLACE, 13, Outcome.UNKNOWN, 0, ServedBy.NOBODY);
        answered(journal, World.READ, 14, Outcome.OK, 3, ServedBy.NEW);
    }

    /** As many of another key, on old, as the gates against the baseline need of a phase. */
    private static void reads(Journal journal, long firstId) {
        for (int i = 0; i < READS; i++) {
            long slot = journal.invoke(1, (byte) World.READ, 8, firstId + i);
            journal.complete(slot, Outcome.OK, 1, (short) 0, 1, ServedBy.OLD.code());
        }
    }

    private static void answered(Journal journal, int kind, long id, Outcome outcome, int version, ServedBy by) {
        long slot = journal.invoke(1, (byte) kind, 7, id);
        journal.complete(slot, outcome, version, (short) 0, 1, by.code());
    }

    private void dump(String system, String moment) throws IOException {
        long begin = System.nanoTime();
        DumpWriter dump = new DumpWriter(run.observed(), system, moment);
        try (DumpWriter.Table ledger =
                dump.table(Section.APPLIED, "ledger", "key", "version", "operation", "position")) {
            ledger.row("7", "1", "11", "1");
            ledger.row("7", "2", "12", "2");
            ledger.row("7", "3", "13", "3");
            ledger.row("7", "4", "15", "4");
        }
        try (DumpWriter.Table orders = dump.table(Section.ENTITIES, "order", "number", "text")) {
            orders.row("o11", "paid 50");
            orders.row("o13", "open 50");
            orders.row("o15", "open 50");
        }
        try (DumpWriter.Table prices = dump.table(Section.ENTITIES, "price", "sku", "text")) {
            prices.row("S1", "98 at 2");
        }
        totals(system + "-" + moment);
        dump.finish(begin, System.nanoTime(), "");
    }

    private void totals(String dump) throws IOException {
        int dash = dump.indexOf('-');
        new DumpWriter(run.observed(), dump.substring(0, dash), dump.substring(dash + 1))
                .totals(new TreeMap<>(Map.of(World.CREDIT, new BigDecimal("1000.50"))));
    }

    private void lines(String file, String... lines) throws IOException {
        Files.write(run.observed().resolve(file), List.of(lines));
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "good",
                7,
                "reference",
                "processes",
                "2026-11-24T00:00:00Z",
                "",
                new Manifest.ClockBase(1, "2026-11-24T00:00:00Z"),
                new Manifest.Machine(2, 1_024, "Linux", "25"),
                new Manifest.Versions("0.1.0", ""),
                World.KINDS,
                List.of("old-only", "split"),
                List.of("old", "new"),
                obligations());
    }

    private static Obligations obligations() {
        Owes owes = new Owes();
        owes.both(Owes.always(owes.of("old")));
        owes.bootstrap = true;
        owes.streams = List.of("old-to-new", "new-to-old");
        owes.faults = List.of("split-1");
        owes.losses = true;
        owes.limits = new Limits(0.5, 1, 1_000, 250, 0, new TreeMap<>(Map.of("split", 1L)));
        return owes.made();
    }
}
