package dev.cutover.scenarios.cli;

import dev.cutover.record.run.EvidenceException;
import dev.cutover.record.run.Manifest;
import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Verdict;
import dev.cutover.record.verdict.VerdictReport;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Comparator;
import org.jspecify.annotations.Nullable;

/**
 * One run among others; what is not known is absent.
 *
 * @param run the run directory's name
 * @param startedAt ISO instant
 * @param verdict absent as long as the run was not judged
 * @param damage what cannot be read, and why
 */
record RunSummary(
        String run,
        String directory,
        @Nullable String plan,
        @Nullable Long seed,
        @Nullable String bridge,
        @Nullable String runtime,
        @Nullable String startedAt,
        @Nullable Verdict verdict,
        @Nullable String reason,
        @Nullable String damage) {

    static final Comparator<RunSummary> NEWEST_FIRST = Comparator.comparing(
                    (RunSummary summary) -> shown(summary.startedAt()))
            .thenComparing(RunSummary::run)
            .reversed();

    static RunSummary of(RunDirectory directory) {
        String name = directory.root().getFileName().toString();
        String path = directory.root().toString();
        try {
            Manifest manifest = Manifest.read(directory);
            VerdictReport report = Files.exists(directory.verdict()) ? VerdictReport.read(directory) : null;
            return new RunSummary(
                    name,
                    path,
                    manifest.plan(),
                    manifest.seed(),
                    manifest.bridge(),
                    manifest.runtime(),
                    manifest.startedAt(),
                    report == null ? null : report.verdict(),
                    report == null ? null : report.reason(),
                    null);
        } catch (EvidenceException | IOException e) {
            String why = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
            return new RunSummary(name, path, null, null, null, null, null, null, null, why);
        }
    }

    /** Its verdict, or why there is none, in a word. */
    String state() {
        if (damage != null) {
            return "unreadable";
        }
        return verdict == null ? "not judged" : verdict.text();
    }

    static String shown(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
