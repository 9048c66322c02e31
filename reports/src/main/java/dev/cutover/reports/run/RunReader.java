package dev.cutover.reports.run;

import dev.cutover.record.event.EventReader;
import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.RoutingEvent;
import dev.cutover.record.event.RoutingMode;
import dev.cutover.record.evidence.Comparisons;
import dev.cutover.record.evidence.Differences;
import dev.cutover.record.json.Json;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.PlainFile;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.FaultsOfRun;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a run for all reports, also one that was killed or not judged: what is absent or torn becomes a gap. */
public final class RunReader {
    private static final int TOLD = 5;

    private final RunDirectory directory;
    private final List<String> gaps = new ArrayList<>();

    private RunReader(RunDirectory directory) {
        this.directory = directory;
    }

    /**
     * Reads a run directory.
     *
     * @throws IOException if there is no such directory
     */
    public static Run read(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.root())) {
            throw new IOException("no run directory at " + directory.root() + "; give one such as runs/latest");
        }
        return new RunReader(directory).read();
    }

    private Run read() {
        Manifest manifest = this.<@Nullable Manifest>part(
                directory.manifest(),
                file -> Manifest.read(directory),
                null,
                "seed, machine and versions are not known");
        VerdictReport judged = this.<@Nullable VerdictReport>part(
                directory.verdict(),
                file -> VerdictReport.read(directory),
                null,
                "the run was not judged; try cutover check " + directory.root());
        List<LogEntry> log =
                part(directory.events(), this::events, List.of(), "what the testbed did, and when, is not known");
        List<Phase> phases = judged == null ? Phase.begun(log) : Phase.judged(judged.phases());
        return new Run(
                directory,
                manifest,
                judged,
                judged == null ? about(manifest) : judged.run(),
                log,
                phases,
                judged == null ? FaultsOfRun.of(log) : judged.faults(),
                compared(judged, comparing(manifest, log)),
                differences(comparing(manifest, log)),
                new TimeBucketsReader(phases, log, gaps).read(directory),
                gaps);
    }

    private interface Reading<T extends @Nullable Object> {
        T from(Path file) throws IOException;
    }

    private <T extends @Nullable Object> T part(Path file, Reading<T> reading, T otherwise, String consequence) {
        if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            gaps.add(file.getFileName() + " is missing: " + consequence);
            return otherwise;
        }
        try {
            PlainFile.require(file);
            return reading.from(file);
        } catch (IOException | RuntimeException e) {
            gaps.add(file.getFileName() + " cannot be read, so " + consequence + ": " + e.getMessage());
            return otherwise;
        }
    }

    private List<LogEntry> events(Path file) throws IOException {
        EventReader.Events read = EventReader.read(file);
        gaps.addAll(read.damage().stream().limit(TOLD).toList());
        if (read.damage().size() > TOLD) {
            gaps.add(file.getFileName() + " is damaged in " + (read.damage().size() - TOLD) + " more places");
        }
        return read.entries();
    }

    private VerdictReport.@Nullable Run about(@Nullable Manifest manifest) {
        return manifest == null
                ? null
                : new VerdictReport.Run(
                        directory
                                .root()
                                .toAbsolutePath()
                                .normalize()
                                .getFileName()
                                .toString(),
                        manifest.plan(),
                        manifest.seed(),
                        manifest.bridge(),
                        manifest.runtime(),
                        manifest.startedAt(),
                        null,
                        manifest.versions().commit(),
                        manifest.machine());
    }

    private @Nullable Comparisons compared(@Nullable VerdictReport judged, boolean comparing) {
        if (judged != null) {
            return judged.figures().comparisons();
        }
        return !comparing
                ? null
                : this.<@Nullable Comparisons>part(
                        comparisons(), file -> Json.read(file, Comparisons.class), null, "no counts can be shown");
    }

    private Differences differences(boolean comparing) {
        Differences none = new Differences(List.of());
        return !comparing
                ? none
                : part(
                        comparisons(),
                        file -> Json.read(file, Differences.class),
                        none,
                        "no sample of compared answers can be shown");
    }

    /** Only a run that was in dual mode owes comparisons, and only if its plan says where they are. */
    private static boolean comparing(@Nullable Manifest manifest, List<LogEntry> log) {
        boolean owed = manifest == null || manifest.obligations().comparing();
        return owed
                && log.stream()
                        .anyMatch(entry -> entry.event() instanceof RoutingEvent.Effective change
                                && change.mode() == RoutingMode.DUAL);
    }

    private Path comparisons() {
        return directory.observed().resolve("comparisons.json");
    }
}
