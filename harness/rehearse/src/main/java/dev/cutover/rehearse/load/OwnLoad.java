package dev.cutover.rehearse.load;

import java.util.List;

/** A load that the plan brings itself, in the place of stories and requests. */
public sealed interface OwnLoad permits ProgramSpec, SimulationSpec {

    /** What of the answers it records, beside their outcomes. */
    enum Tells {
        VERSION,
        SERVED_BY
    }

    List<Tells> tells();
}
