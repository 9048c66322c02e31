package dev.cutover.reports.run;

import dev.cutover.record.event.LogEntry;
import dev.cutover.record.event.Sample;
import dev.cutover.record.journal.JournalReader;
import dev.cutover.record.run.RunDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Fills the buckets from the injectors' journals; where there are none, from the samples among the events. */
final class TimeBucketsReader {
    private final List<LogEntry> log;
    private final List<String> gaps;
    private final OpenBuckets buckets;

    TimeBucketsReader(List<Phase> phases, List<LogEntry> log, List<String> gaps) {
        this.log = log;
        this.gaps = gaps;
        long first = log.isEmpty() ? 0 : log.getFirst().ns();
        long origin = times(phases.stream().map(Phase::beginNs)).min().orElse(first);
        boolean open = phases.stream().anyMatch(phase -> phase.beginNs() != null && phase.endNs() == null);
        long last = open && !log.isEmpty() ? log.getLast().ns() : origin;
        this.buckets = new OpenBuckets(
                origin,
                Math.max(last, times(phases.stream().map(Phase::endNs)).max().orElse(last)));
    }

    TimeBuckets read(RunDirectory directory) {
        journals(directory).forEach(this::add);
        if (buckets.filled()) {
            return buckets.closed("the client's journal");
        }
        gaps.add("the journal has no operations: the charts show the samples taken during the run, if any");
        for (LogEntry entry : log) {
            if (entry.event() instanceof Sample sample) {
                buckets.add(entry.ns(), sample);
            }
        }
        return buckets.closed("samples taken during the run");
    }

    private static LongStream times(Stream<@Nullable Long> times) {
        return times.filter(Objects::nonNull).mapToLong(ns -> ns);
    }

    private List<Path> journals(RunDirectory directory) {
        if (!Files.isDirectory(directory.journal())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(directory.journal())) {
            return files.filter(file -> file.toString().endsWith(".slots"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            gaps.add("the journals cannot be listed: " + e.getMessage());
            return List.of();
        }
    }

    private void add(Path file) {
        try (JournalReader journal = JournalReader.open(file)) {
            long damaged = 0;
            for (long slot = 0; slot < journal.size(); slot++) {
                if (journal.intact(slot)) {
                    buckets.add(journal, slot);
                } else {
                    damaged++;
                }
            }
            if (damaged > 0) {
                gaps.add(damaged + " of the slots in the journal " + file.getFileName()
                        + " are damaged or were never written: the charts lack them");
            }
        } catch (IOException | RuntimeException e) {
            gaps.add("the journal " + file.getFileName() + " cannot be read to its end: " + e.getMessage());
        }
    }
}
