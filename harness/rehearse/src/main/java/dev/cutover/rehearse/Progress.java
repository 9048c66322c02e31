package dev.cutover.rehearse;

import dev.cutover.record.event.Sample;
import java.time.Duration;

/** Told what a rehearsal is doing, for a person who watches. Called from several threads. */
public interface Progress {

    /** Nobody watches. */
    Progress NONE = new Progress() {
        @Override
        public void step(String what) {}

        @Override
        public void phase(String name, int index, int count, Duration left) {}

        @Override
        public void note(String text) {}

        @Override
        public void sample(Sample sample) {}
    };

    /** A long step begins: environment, quiesce, observe. */
    void step(String what);

    /** A phase begins; {@code left} is how long the rest of the load takes if all goes as planned. */
    void phase(String name, int index, int count, Duration left);

    /** Something worth a line: a routing in force, a fault injected or healed. */
    void note(String text);

    /** Once a second. */
    void sample(Sample sample);
}
