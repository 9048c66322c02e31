package dev.cutover.scenarios.score;

import dev.cutover.record.json.JsonLines;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What was found of runs, a line for each bridge in each, so that it still counts when their directories are gone. */
record Series(List<ScoredRun> runs) {
    Series {
        runs = runs.stream()
                .sorted(Comparator.comparing(ScoredRun::run).thenComparing(ScoredRun::bridge))
                .toList();
    }

    /** From its file; none, if there is no file yet. */
    static Series read(Path file) throws IOException {
        List<ScoredRun> runs = new ArrayList<>();
        if (Files.exists(file)) {
            JsonLines.each(file, ScoredRun.class, runs::add);
        }
        return new Series(runs);
    }

    /** With more; what was found before of one of their runs is replaced. */
    Series with(List<ScoredRun> more) {
        Set<String> again = more.stream().map(ScoredRun::run).collect(Collectors.toSet());
        List<ScoredRun> all = new ArrayList<>(more);
        runs.stream().filter(run -> !again.contains(run.run())).forEach(all::add);
        return new Series(all);
    }

    void write(Path file) throws IOException {
        List<String> lines = new ArrayList<>();
        for (ScoredRun run : runs) {
            lines.add(JsonLines.line(run));
        }
        Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
        Files.write(unfinished, lines);
        Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
