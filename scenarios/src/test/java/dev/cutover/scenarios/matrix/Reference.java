package dev.cutover.scenarios.matrix;

import dev.cutover.chaos.fault.Faults;
import dev.cutover.rehearse.plan.PlanReader;
import dev.cutover.rehearse.plan.ResolvedPlan;
import java.nio.file.Path;
import java.util.List;

/** The matrix of the reference plan. */
final class Reference {

    static final ResolvedPlan READ = new PlanReader(Faults.KINDS).read(Path.of("plans/reference.yaml"), List.of());
    static final Grid GRID = Grid.of(READ.plan(), READ.environment(), false);
    static final Packing PACKING = new Packing(READ.plan());

    private Reference() {}

    static Cell cell(String id) {
        return GRID.possible().stream()
                .filter(cell -> cell.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    static String skipped(String id) {
        return GRID.skipped().stream()
                .filter(one -> one.cell().id().equals(id))
                .map(Grid.Skipped::because)
                .findFirst()
                .orElse("not skipped");
    }
}
