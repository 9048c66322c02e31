package dev.cutover.reports.reading;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.record.verdict.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that a report tells of one run; parts may be missing.
 *
 * @param verdict {@code verdict.json}, missing if the run was not judged
 * @param gaps what the run directory lacks, one sentence each
 */
public record RunRecord(
        RunDirectory directory,
        Json manifest,
        Json verdict,
        Json comparisons,
        List<LoggedEvent> events,
        List<Phase> phases,
        List<FaultRecord> faults,
        Series series,
        List<String> gaps) {

    /**
     * Reads a run directory, also that of a run which was killed.
     *
     * @throws IOException if there is no such directory or it cannot be read
     */
    public static RunRecord read(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.root())) {
            throw new IOException("no run directory at " + directory.root() + "; give one such as runs/latest");
        }
        Gaps gaps = new Gaps();
        Json manifest = JsonFiles.json(directory.manifest(), "seed, machine and versions are not known", gaps);
        Json verdict = JsonFiles.json(
                directory.verdict(), "the run was not judged; try ./cutover check " + directory.root(), gaps);
        List<LoggedEvent> events = JsonFiles.events(directory.events(), gaps);
        List<Phase> phases = Course.phases(verdict, events);
        Json comparisons = comparisons(directory, events, gaps);
        Series series = SeriesReader.read(directory, phases, events, gaps);
        return new RunRecord(
                directory,
                manifest,
                verdict,
                comparisons,
                events,
                phases,
                Course.faults(verdict, events),
                series,
                gaps.sentences());
    }

    /** Only a run that was in dual mode owes comparisons. */
    private static Json comparisons(RunDirectory directory, List<LoggedEvent> events, Gaps gaps) throws IOException {
        boolean dual = events.stream()
                .anyMatch(e -> e.is("routing", "effective") && e.text("mode").equals("dual"));
        Path file = directory.observed().resolve("comparisons.json");
        return dual ? JsonFiles.json(file, "no sample of compared answers can be shown", gaps) : Json.MISSING;
    }

    public Standing standing() {
        return Standing.of(verdict);
    }

    public List<Judged> findings() {
        return verdict.list("findings").stream().map(Judged::finding).toList();
    }

    public List<Judged> gates() {
        return verdict.list("gates").stream().map(Judged::gate).toList();
    }

    /** Findings and gates with this result. */
    public List<Judged> judged(Result result) {
        return Stream.concat(findings().stream(), gates().stream())
                .filter(judged -> judged.result() == result)
                .toList();
    }

    /** What decided a verdict other than GO: the first of the gravest. */
    public Optional<Judged> deciding() {
        Stream<Judged> gravestFirst = Stream.of(Result.FAIL, Result.UNKNOWN).flatMap(r -> judged(r).stream());
        return gravestFirst.findFirst();
    }

    public Json figures() {
        return verdict.at("figures");
    }

    /** A fact of the run: from the verdict, or from the manifest where nothing was judged. */
    public Json about(String name) {
        Json judged = verdict.at("run").at(name);
        return judged.present() ? judged : manifest.at(name);
    }

    public List<LoggedEvent> events(String kind) {
        return events.stream().filter(event -> event.kind().equals(kind)).toList();
    }

    /** The command that runs this again. */
    public String replay() {
        String replay = verdict.text("replay");
        return replay.isEmpty() ? "./cutover rehearse --seed " + about("seed").text() : replay;
    }
}
