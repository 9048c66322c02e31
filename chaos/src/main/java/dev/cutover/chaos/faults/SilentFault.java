package dev.cutover.chaos.faults;

import dev.cutover.chaos.network.LinkProxy;
import dev.cutover.record.event.FaultEvent;
import dev.cutover.rehearse.Fault;
import dev.cutover.rehearse.plan.FaultSpec;
import java.util.Map;
import java.util.function.Supplier;

/** What faults have in common that leave a link connected and let nothing through. */
abstract class SilentFault implements Fault, Recoverable {

    private final LinkToxics toxics;

    SilentFault(
            FaultSpec spec, Supplier<LinkProxy> link, String toxic, Map<String, Long> attributes, Direction direction) {
        this.toxics = new LinkToxics(spec, link, toxic, attributes, direction);
    }

    @Override
    public final FaultEvent.Undo undo() {
        return toxics.undo();
    }

    @Override
    public final void inject() {
        toxics.add();
    }

    @Override
    public final Verification verify() {
        return toxics.silent();
    }

    @Override
    public final void heal() {
        toxics.heal();
    }
}
