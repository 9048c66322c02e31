package dev.cutover.scenarios.score;

import dev.cutover.record.run.RunDirectory;
import dev.cutover.scenarios.stage.BrokenBridge;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** From run directories to a score, and from a score to a document. */
public final class Scoring {
    private static final String BEGIN = "<!-- generated: score -->\n";
    private static final String END = "<!-- end -->";

    private Scoring() {}

    /**
     * Of judged runs of the plan that has the catalogue.
     *
     * @param file what was found of other runs before; what is found of these is added to it
     */
    public static Score of(Map<String, BrokenBridge> catalogue, List<RunDirectory> judged, Optional<Path> file)
            throws IOException {
        List<ScoredRun> runs = new ArrayList<>();
        for (RunDirectory run : judged) {
            runs.addAll(ScoredRun.of(run, catalogue));
        }
        Series series = file.isPresent() ? Series.read(file.get()).with(runs) : new Series(runs);
        if (file.isPresent()) {
            series.write(file.get());
        }
        return Score.of(catalogue.values(), series.runs());
    }

    /** What has to be rehearsed so that each of a catalogue's bridges is in one run: those that no other shares its run with. */
    public static List<BrokenBridge> series(Collection<BrokenBridge> catalogue) {
        Set<String> shared = catalogue.stream()
                .flatMap(bridge -> bridge.members().stream())
                .map(BrokenBridge::name)
                .collect(Collectors.toSet());
        return catalogue.stream()
                .filter(bridge -> !shared.contains(bridge.name()))
                .toList();
    }

    /** Puts tables in their place in a document; its other text stays. */
    public static void write(Path file, String tables) throws IOException {
        String text = Files.exists(file) ? Files.readString(file) : "# Detection\n\n" + BEGIN + END + "\n";
        int from = text.indexOf(BEGIN);
        int until = text.indexOf(END, Math.max(0, from));
        if (from < 0 || until < 0) {
            throw new IOException(
                    file + " has no lines " + BEGIN.strip() + " and " + END + " to write the tables between");
        }
        Files.writeString(file, text.substring(0, from + BEGIN.length()) + tables + text.substring(until));
    }
}
