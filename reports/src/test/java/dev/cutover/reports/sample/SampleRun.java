package dev.cutover.reports.sample;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Makes run directories as rehearsals leave them: a good one, a bad one, one that was killed. */
public final class SampleRun {
    private static final int FEW = 8;

    private SampleRun() {}

    public static RunDirectory go(Path root) throws IOException {
        return judged(root, Verdicts.complete("go.json"), FEW);
    }

    public static RunDirectory noGo(Path root) throws IOException {
        return judged(root, Verdicts.complete("no-go.json"), FEW);
    }

    /** A complete run with another verdict. */
    public static RunDirectory judged(Path root, ObjectNode verdict) throws IOException {
        return judged(root, verdict, FEW);
    }

    /** The verdict of the NO-GO run, to be changed. */
    public static ObjectNode noGoVerdict() throws IOException {
        return Verdicts.complete("no-go.json");
    }

    /** Killed in the middle of the fourth phase, in the middle of writing an event: no verdict, nothing observed. */
    public static RunDirectory interrupted(Path root) throws IOException {
        long killedNs = Schedule.phases().get(3).injectedNs() + Schedule.SECOND;
        RunDirectory run = evidence(root, killedNs, FEW);
        String events = Files.readString(run.events());
        Files.writeString(run.events(), events.substring(0, events.length() - 20));
        return run;
    }

    private static RunDirectory judged(Path root, ObjectNode verdict, int perSecond) throws IOException {
        RunDirectory run = evidence(root, Long.MAX_VALUE, perSecond);
        Files.writeString(run.verdict(), Verdicts.text(verdict));
        Files.createDirectories(run.observed());
        Files.writeString(run.observed().resolve("comparisons.json"), Verdicts.text(Verdicts.read("comparisons.json")));
        return run;
    }

    private static RunDirectory evidence(Path root, long endNs, int perSecond) throws IOException {
        RunDirectory run = new RunDirectory(root);
        Files.createDirectories(root);
        Files.writeString(run.manifest(), Verdicts.text(Verdicts.read("manifest.json")));
        Files.writeString(run.plan(), "name: reference\n");
        JournalFile.write(run.journal().resolve("injector-1.slots"), perSecond, endNs);
        Events.write(run.events(), endNs);
        return run;
    }

    /** Writes samples with a lively load to look at: {@code go}, {@code no-go} and {@code interrupted} below a directory. */
    public static void main(String[] directory) throws IOException {
        Path root = Path.of(directory[0]);
        judged(root.resolve("go"), Verdicts.complete("go.json"), 180);
        judged(root.resolve("no-go"), Verdicts.complete("no-go.json"), 180);
        interrupted(root.resolve("interrupted"));
    }
}
