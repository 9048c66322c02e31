package dev.cutover.reports.reading;

import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Makes the series from the injectors' journals; where there are none, from the samples among the events. */
final class SeriesReader {
    private SeriesReader() {}

    static Series read(RunDirectory directory, List<Phase> phases, List<LoggedEvent> events, Gaps gaps)
            throws IOException {
        long origin = phases.stream()
                .mapToLong(Phase::beginNs)
                .filter(ns -> ns != 0)
                .min()
                .orElseGet(() -> events.isEmpty() ? 0 : events.getFirst().ns());
        long end = phases.stream().mapToLong(Phase::endNs).max().orElse(origin);
        Bins bins = new Bins(origin, end);
        for (Path journal : journals(directory)) {
            add(journal, bins, gaps);
        }
        if (bins.filled()) {
            return bins.series("the client's journal");
        }
        gaps.add("the journal has no operations: the charts show the samples taken during the run, if any");
        events.stream().filter(event -> event.kind().equals("sample")).forEach(event -> bins.addSample(event));
        return bins.series("samples taken during the run");
    }

    private static List<Path> journals(RunDirectory directory) throws IOException {
        if (!Files.isDirectory(directory.journal())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.journal())) {
            return files.filter(file -> file.toString().endsWith(".slots"))
                    .sorted()
                    .toList();
        }
    }

    private static void add(Path file, Bins bins, Gaps gaps) {
        try (JournalReader journal = JournalReader.open(file)) {
            for (long slot = 0; slot < journal.size(); slot++) {
                bins.add(journal, slot);
            }
        } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
            gaps.add("the journal " + file.getFileName() + " cannot be read to its end: " + e.getMessage());
        }
    }
}
