package dev.cutover.scenarios.matrix;

import dev.cutover.record.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A matrix for programs.
 *
 * @param possible how many cells could be rehearsed
 * @param skipped the cells that are left out, by the reason
 * @param cells those that are meant
 * @param runs those that were rehearsed, or else would be
 * @param verdict absent if nothing was rehearsed
 */
public record MatrixReport(
        String plan,
        long seed,
        int possible,
        Map<String, List<String>> skipped,
        List<CellReport> cells,
        List<RunReport> runs,
        @Nullable Verdict verdict) {

    /**
     * One cell.
     *
     * @param verdict absent if it was not rehearsed
     * @param run the run that says so
     * @param alone whether it was the only one in that run
     */
    public record CellReport(
            String cell,
            String phase,
            String fault,
            String on,
            @Nullable Verdict verdict,
            @Nullable String run,
            boolean alone) {
        private static CellReport of(Cell cell, Optional<Campaign.Found> found) {
            return new CellReport(
                    cell.id(),
                    cell.phase(),
                    cell.what(),
                    cell.fault().target(),
                    found.map(Campaign.Found::verdict).orElse(null),
                    found.map(Campaign.Found::run).orElse(null),
                    found.map(Campaign.Found::alone).orElse(false));
        }
    }

    /**
     * One run.
     *
     * @param run absent if it was not rehearsed
     */
    public record RunReport(
            List<String> cells,
            @Nullable String run,
            @Nullable Verdict verdict,
            @Nullable String reason) {}

    /** What would be rehearsed. */
    public static MatrixReport of(String plan, long seed, Grid grid, List<List<Cell>> runs) {
        return new MatrixReport(
                plan,
                seed,
                grid.possible().size(),
                MatrixText.skipped(grid),
                runs.stream()
                        .flatMap(List::stream)
                        .map(cell -> CellReport.of(cell, Optional.empty()))
                        .toList(),
                runs.stream()
                        .map(run -> new RunReport(ids(run), null, null, null))
                        .toList(),
                null);
    }

    /** What came of it. */
    public static MatrixReport of(String plan, long seed, Grid grid, Campaign campaign) {
        return new MatrixReport(
                plan,
                seed,
                grid.possible().size(),
                MatrixText.skipped(grid),
                campaign.cells().stream()
                        .map(found -> CellReport.of(found.cell(), Optional.of(found)))
                        .toList(),
                campaign.runs().stream()
                        .map(run -> new RunReport(ids(run.cells()), run.run(), run.verdict(), run.reason()))
                        .toList(),
                campaign.verdict());
    }

    private static List<String> ids(List<Cell> cells) {
        return cells.stream().map(Cell::id).toList();
    }
}
