package dev.cutover.scenarios.matrix;

import dev.cutover.record.verdict.Verdict;
import dev.cutover.scenarios.matrix.Campaign.Found;
import dev.cutover.scenarios.matrix.Campaign.Ran;
import dev.cutover.scenarios.matrix.Grid.Skipped;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A matrix for people: a line for each fault, a column for each phase. */
public final class MatrixText {

    private static final String LEGEND =
            "G: GO, N: NO-GO, ?: INCONCLUSIVE, o: to be rehearsed, .: possible, -: skipped";

    private final Grid grid;
    private final List<String> phases;
    private final Map<String, Character> marks = new HashMap<>();

    private MatrixText(Grid grid, List<String> phases) {
        this.grid = grid;
        this.phases = List.copyOf(phases);
        grid.possible().forEach(cell -> marks.put(cell.id(), '.'));
        grid.skipped().forEach(one -> marks.put(one.cell().id(), '-'));
    }

    /** What would be rehearsed. */
    public static String of(Grid grid, List<String> phases, List<List<Cell>> runs) {
        var text = new MatrixText(grid, phases);
        List<Cell> cells = runs.stream().flatMap(List::stream).toList();
        cells.forEach(cell -> text.marks.put(cell.id(), 'o'));
        return text.table(cells)
                + text.skips()
                + "%d cells in %d run%s%n".formatted(cells.size(), runs.size(), runs.size() == 1 ? "" : "s");
    }

    /** What came of it. */
    public static String of(Grid grid, List<String> phases, Campaign campaign) {
        var text = new MatrixText(grid, phases);
        campaign.cells().forEach(found -> text.marks.put(found.cell().id(), mark(found.verdict())));
        StringBuilder all = new StringBuilder(
                text.table(campaign.cells().stream().map(Found::cell).toList()));
        all.append(text.skips());
        for (Found found : campaign.cells()) {
            if (found.verdict() != Verdict.GO) {
                all.append("%s: %s, %s%n"
                        .formatted(found.cell().id(), found.verdict().text(), found.run()));
            }
        }
        for (Ran run : campaign.onlyTogether()) {
            all.append("only together: %s was %s, and each of its cells alone is GO: %s%n"
                    .formatted(run.run(), run.verdict().text(), run.reason()));
        }
        return all.append("%s: %d cells in %d runs%n"
                        .formatted(
                                campaign.verdict().text(),
                                campaign.cells().size(),
                                campaign.runs().size()))
                .toString();
    }

    private static char mark(Verdict verdict) {
        return switch (verdict) {
            case GO -> 'G';
            case NO_GO -> 'N';
            case INCONCLUSIVE -> '?';
        };
    }

    /** The lines of faults of which a cell is meant. */
    private String table(List<Cell> meant) {
        Map<String, Cell> rows = new TreeMap<>();
        meant.forEach(cell -> rows.putIfAbsent(row(cell), cell));
        int width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        StringBuilder table = new StringBuilder();
        table.append(" ".repeat(width + 2)).append(String.join(" ", phases)).append(System.lineSeparator());
        rows.forEach((row, cell) -> {
            String line = phases.stream()
                    .map(phase -> centred(mark(phase, cell), phase.length()))
                    .collect(Collectors.joining(" "));
            table.append(row).append(" ".repeat(width + 2 - row.length()));
            table.append(line.stripTrailing()).append(System.lineSeparator());
        });
        return table.append(LEGEND).append(System.lineSeparator()).toString();
    }

    private static String row(Cell cell) {
        return cell.fault().target() + " " + cell.what();
    }

    private char mark(String phase, Cell cell) {
        return marks.getOrDefault(new Cell(phase, cell.fault()).id(), ' ');
    }

    private static String centred(char mark, int width) {
        int left = (width - 1) / 2;
        return " ".repeat(left) + mark + " ".repeat(width - 1 - left);
    }

    private String skips() {
        StringBuilder text = new StringBuilder("%d cells possible, %d skipped:%n"
                .formatted(grid.possible().size(), grid.skipped().size()));
        grid.skips().forEach((reason, count) -> text.append("  %4d  %s%n".formatted(count, reason)));
        return text.toString();
    }

    /** For programs: who was skipped for which reason, by the cells' names. */
    static Map<String, List<String>> skipped(Grid grid) {
        return grid.skipped().stream()
                .collect(Collectors.groupingBy(
                        Skipped::because,
                        LinkedHashMap::new,
                        Collectors.mapping(one -> one.cell().id(), Collectors.toList())));
    }
}
