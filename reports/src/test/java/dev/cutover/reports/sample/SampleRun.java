package dev.cutover.reports.sample;

import dev.cutover.record.run.Hazard;
import dev.cutover.record.run.Limits;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.Obligations;
import dev.cutover.record.run.Reads;
import dev.cutover.record.run.Role;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Makes run directories as rehearsals leave them: a good one, a bad one, one that was killed. */
public final class SampleRun {
    static final String STARTED = "2026-11-22T18:14:03.512Z";
    static final Manifest.Machine MACHINE = new Manifest.Machine(2, 24_000, "Linux 6.8", "25.0.1");
    private static final int FEW = 8;
    private static final String COMPARISONS = """
            {"eligible":1912,"compared":1861,"equal":1859,"different":2,"dropped":{"timeout":38,"version":13},
             "samples":[{"operation":"77120","path":"/date","old":{"date":"20261122"},"new":{"date":"20261121"}}]}
            """;

    private SampleRun() {}

    public static RunDirectory go(Path root) throws IOException {
        return judged(root, Verdicts.go(), FEW);
    }

    public static RunDirectory noGo(Path root) throws IOException {
        return judged(root, noGoVerdict(), FEW);
    }

    /** A complete run with another verdict. */
    public static RunDirectory judged(Path root, VerdictReport verdict) throws IOException {
        return judged(root, verdict, FEW);
    }

    /** The verdict of the NO-GO run, to be changed. */
    public static VerdictReport noGoVerdict() {
        return Verdicts.noGo();
    }

    /** Killed in the middle of the fourth phase, in the middle of writing an event: no verdict, nothing observed. */
    public static RunDirectory interrupted(Path root) throws IOException {
        long killedNs = Schedule.phases().get(3).injectedNs() + Schedule.SECOND;
        RunDirectory run = evidence(root, killedNs, FEW);
        String events = Files.readString(run.events());
        Files.writeString(run.events(), events.substring(0, events.length() - 20));
        return run;
    }

    private static RunDirectory judged(Path root, VerdictReport verdict, int perSecond) throws IOException {
        RunDirectory run = evidence(root, Long.MAX_VALUE, perSecond);
        verdict.write(run);
        Files.createDirectories(run.observed());
        Files.writeString(run.observed().resolve("comparisons.json"), COMPARISONS);
        return run;
    }

    private static RunDirectory evidence(Path root, long endNs, int perSecond) throws IOException {
        RunDirectory run = new RunDirectory(root);
        Files.createDirectories(root);
        manifest().write(run);
        Files.writeString(run.plan(), "name: reference\n");
        JournalFile.write(run.journal().resolve("injector-1.slots"), perSecond, endNs);
        Events.write(run.events(), endNs);
        return run;
    }

    private static Manifest manifest() {
        return new Manifest(
                Manifest.SCHEMA,
                "reference",
                42,
                "reference",
                "processes",
                STARTED,
                "./cutover rehearse --seed 42",
                new Manifest.ClockBase(Schedule.ORIGIN, STARTED),
                MACHINE,
                new Manifest.Versions("0.1.0", "5b98cd0"),
                List.of(new Manifest.Kind("append", Role.APPEND), new Manifest.Kind("read", Role.READ)),
                Schedule.phases().stream().map(Schedule.Phase::name).toList(),
                List.of("old", "new"),
                new Obligations(
                        Map.of("old", Reads.NOTHING, "new", Reads.NOTHING),
                        "old",
                        1,
                        true,
                        List.of("place-order"),
                        0,
                        List.of(),
                        new TreeMap<>(),
                        new TreeMap<>(),
                        null,
                        false,
                        true,
                        true,
                        true,
                        Schedule.phases().stream()
                                .map(phase -> phase.name() + "-1")
                                .toList(),
                        true,
                        new TreeMap<>(Map.of(Hazard.IN_FLIGHT_AT_A_MOVE, 10L)),
                        new Limits(150, 300, 30_000, 500, 0, new TreeMap<>())));
    }

    /** Writes samples with a lively load to look at: {@code go}, {@code no-go}, {@code interrupted}. */
    public static void main(String[] directory) throws IOException {
        Path root = Path.of(directory[0]);
        judged(root.resolve("go"), Verdicts.go(), 180);
        judged(root.resolve("no-go"), Verdicts.noGo(), 180);
        interrupted(root.resolve("interrupted"));
    }
}
