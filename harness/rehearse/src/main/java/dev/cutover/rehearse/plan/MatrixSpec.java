package dev.cutover.rehearse.plan;

import dev.cutover.environment.yaml.WrongValue;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the fault matrix needs to know of a plan: the grid of its phases by all faults follows from the plan itself.
 *
 * @param route the lists that change the routing while faults may meet the change; they must ask again. Without it those of the plan
 * @param chosen faults of the cells that matter most, by phase, in the place of the phase's own
 * @param skip cells that are left out, and why
 */
public record MatrixSpec(List<String> route, Map<String, List<FaultSpec>> chosen, List<Skip> skip) {

    /** Nothing is chosen, nothing left out. */
    public static final MatrixSpec NONE = new MatrixSpec(List.of(), Map.of(), List.of());

    public MatrixSpec {
        route = List.copyOf(route);
        skip = List.copyOf(skip);
        Map<String, List<FaultSpec>> lists = new LinkedHashMap<>();
        chosen.forEach((phase, faults) -> lists.put(phase, List.copyOf(faults)));
        chosen = Plan.inOrder(lists);
    }

    /**
     * Cells that are left out: each of the phases with each of the faults on each of the targets.
     *
     * @param phases the phases; without them all
     * @param faults the kinds of fault; without them all
     * @param on the links and components; without them all
     * @param because why, in a sentence
     */
    public record Skip(List<String> phases, List<String> faults, List<String> on, String because) {
        public Skip {
            phases = List.copyOf(phases);
            faults = List.copyOf(faults);
            on = List.copyOf(on);
            if (because.isBlank()) {
                throw WrongValue.at("must say why", "because");
            }
        }

        /** Whether it leaves a cell out. */
        public boolean covers(String phase, String fault, String target) {
            return any(phases, phase) && any(faults, fault) && any(on, target);
        }

        private static boolean any(List<String> named, String one) {
            return named.isEmpty() || named.contains(one);
        }
    }
}
