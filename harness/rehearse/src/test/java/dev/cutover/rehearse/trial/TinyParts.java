package dev.cutover.rehearse.trial;

import dev.cutover.record.dump.Texts;
import dev.cutover.rehearse.FaultControl;
import dev.cutover.rehearse.LoadControl;
import dev.cutover.rehearse.Parts;
import dev.cutover.rehearse.Processors;
import dev.cutover.rehearse.plan.FaultSpec;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A tiny world, with a load and faults that nobody may start. */
final class TinyParts {
    private TinyParts() {}

    static Parts of(TinyWorld world) {
        return new Parts(
                world, new NoLoad(), new NoFaults(), world, world, Texts.AS_THEY_ARE, new Processors(), Map.of(), 42);
    }

    private record NoLoad() implements LoadControl {
        @Override
        public Path journal() {
            throw new UnsupportedOperationException();
        }

        @Override
        public void start() {
            throw new UnsupportedOperationException();
        }

        @Override
        public boolean alive() {
            return false;
        }

        @Override
        public String lastWords() {
            return "";
        }

        @Override
        public void stop() {}

        @Override
        public void close() {}
    }

    private record NoFaults() implements FaultControl {
        @Override
        public void start(String phase, List<FaultSpec> faults) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void awaitDone() {}

        @Override
        public void healAll() {}
    }
}
