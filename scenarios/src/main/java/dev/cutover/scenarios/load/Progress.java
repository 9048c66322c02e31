package dev.cutover.scenarios.load;

import dev.cutover.record.run.InjectorHealth.StartLag;
import dev.cutover.record.run.InjectorHealth.Window;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How far a load has come.
 *
 * @param running whether it has begun
 * @param seconds since it began
 * @param planned sessions that should have started by now
 * @param started sessions that have
 * @param operationsPlanned that should have been asked for by now
 * @param operations that have ended
 * @param lag null: nobody knows when sessions were to start
 */
record Progress(
        boolean running,
        double seconds,
        long planned,
        long started,
        double operationsPlanned,
        long operations,
        long attempts,
        @Nullable StartLag lag,
        List<Window> windows) {}
