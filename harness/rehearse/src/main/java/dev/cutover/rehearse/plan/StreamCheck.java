package dev.cutover.rehearse.plan;

import java.util.List;

/** Whether a plan's {@code streams} are topics of its environment, and carry what is read of their systems. */
record StreamCheck(Plan plan, Findings found) {
    private static final String STREAMS = "streams";

    void check() {
        plan.streams().forEach((name, stream) -> {
            if (!name.matches(Plan.NAME)) {
                found.wrong("must be letters, digits, '-', '_' and '.', since files are called by it", STREAMS, name);
            }
            found.topic(stream.component(), stream.topic(), STREAMS, name);
            ObservationSpec system = plan.observe().get(stream.from());
            if (system == null) {
                found.known(stream.from(), plan.observe().keySet(), "is no system that is read", STREAMS, name, "from");
            } else {
                carried(name, stream.of(), system);
            }
        });
    }

    private void carried(String name, List<String> of, ObservationSpec system) {
        List<String> leaving = StreamSpec.leavingRows(system);
        if (leaving.isEmpty()) {
            found.wrong("is from a system of which no rows with operations are read", STREAMS, name, "from");
        }
        for (int at = 0; at < of.size(); at++) {
            found.known(
                    of.get(at),
                    leaving,
                    "is '" + of.get(at) + "', which leaves no row in that system",
                    STREAMS,
                    name,
                    "of",
                    at);
        }
    }
}
