package dev.cutover.scenarios.matrix;

import dev.cutover.rehearse.plan.CrashSpec;
import dev.cutover.rehearse.plan.Disturbance;
import dev.cutover.rehearse.plan.FaultSpec;
import dev.cutover.rehearse.plan.MatrixSpec;
import dev.cutover.rehearse.plan.PhaseSpec;
import dev.cutover.rehearse.plan.Plan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Puts cells into runs: each into exactly one, in each phase several, one after the other, so far apart that one is over and recovered from
 * before the next begins. What can only be hit when a routing changes, or data is copied, comes first in its phase.
 *
 * @param plan whose phases the cells belong to
 */
public record Packing(Plan plan) {

    static final int PER_PHASE = 3;
    static final Duration APART = Duration.ofSeconds(5);
    /** For the last fault of a phase to heal and be recovered from. */
    private static final Duration SETTLED = Duration.ofSeconds(3);
    /** The fault is active, or armed, before the change is asked for. */
    private static final Duration BEFORE_THE_CHANGE = Duration.ofSeconds(1);

    /** It was asked for, and is under way. */
    private static final Duration IN_THE_CHANGE = BEFORE_THE_CHANGE.plusMillis(200);

    private static final Duration AFTER_A_CANARY = Duration.ofSeconds(3);

    /** In as few runs as can be; the seed decides who comes together. */
    public List<List<Cell>> covering(List<Cell> cells, long seed) {
        List<List<Cell>> runs = new ArrayList<>();
        for (PhaseSpec phase : plan.phases()) {
            List<Cell> mine = new ArrayList<>(cells.stream()
                    .filter(cell -> cell.phase().equals(phase.name()))
                    .toList());
            Collections.shuffle(mine, new Random(seed ^ phase.name().hashCode()));
            spread(phase, mine, runs);
        }
        return runs;
    }

    private void spread(PhaseSpec phase, List<Cell> cells, List<List<Cell>> runs) {
        List<Cell> first =
                cells.stream().filter(cell -> meetsTheChange(phase, cell)).toList();
        List<Cell> others =
                cells.stream().filter(cell -> !meetsTheChange(phase, cell)).toList();
        int needed = Math.max(first.size(), (cells.size() + PER_PHASE - 1) / PER_PHASE);
        while (runs.size() < needed) {
            runs.add(new ArrayList<>());
        }
        var left = others.iterator();
        for (int run = 0; run < needed; run++) {
            int place = 0;
            if (run < first.size()) {
                Cell cell = first.get(run);
                runs.get(run).add(cell.at(momentary(cell) ? begin(phase, place) : IN_THE_CHANGE));
                place++;
            }
            while (place < PER_PHASE && left.hasNext()) {
                runs.get(run).add(left.next().at(begin(phase, place++)));
            }
        }
    }

    /** Who is killed or paused is so while the routing changes, where that is possible. */
    private boolean meetsTheChange(PhaseSpec phase, Cell cell) {
        boolean ofAComponent = cell.fault().what().target() == Disturbance.Target.COMPONENT
                && cell.fault().what().crashesAt().isEmpty();
        return momentary(cell)
                || (ofAComponent && phase.route().isPresent() && phase.canary().isEmpty());
    }

    /** Once its moment in the phase is over it cannot be hit any more. */
    private boolean momentary(Cell cell) {
        CrashSpec crash = plan.control().crash().get(cell.fault().target());
        return cell.fault()
                .what()
                .crashesAt()
                .filter(point -> crash != null && !crash.always().contains(point))
                .isPresent();
    }

    private static Duration begin(PhaseSpec phase, int place) {
        Duration least = phase.canary()
                .map(canary -> BEFORE_THE_CHANGE.plus(canary.at()).plus(AFTER_A_CANARY))
                .orElse(Duration.ZERO);
        return least.plus(APART.multipliedBy(place));
    }

    /** The phases of the plan with these cells for their only faults, each held until the last is over. */
    public List<PhaseSpec> phases(List<Cell> cells) {
        List<String> insisting = plan.matrix().orElse(MatrixSpec.NONE).route();
        return plan.phases().stream()
                .map(phase -> {
                    List<FaultSpec> faults = cells.stream()
                            .filter(cell -> cell.phase().equals(phase.name()))
                            .map(Cell::fault)
                            .toList();
                    Duration over = faults.stream()
                            .map(fault -> fault.at().plus(fault.lasts()).plus(SETTLED))
                            .max(Duration::compareTo)
                            .orElse(Duration.ZERO);
                    return phase.with(faults, insisting, BEFORE_THE_CHANGE, over);
                })
                .toList();
    }

    /** The cells that the plan chose, at the times it gave them. */
    public List<Cell> chosen() {
        return plan.matrix().orElse(MatrixSpec.NONE).chosen().entrySet().stream()
                .flatMap(phase -> phase.getValue().stream().map(fault -> new Cell(phase.getKey(), fault)))
                .toList();
    }
}
