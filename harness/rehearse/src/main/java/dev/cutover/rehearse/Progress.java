package dev.cutover.rehearse;

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

    /**
     * One second of load.
     *
     * @param lagOldToNew seconds, NaN if the sync did not answer
     * @param lagNewToOld seconds, NaN if the sync did not answer
     * @param busy share of the machine's processor time that was in use, NaN if it is not known
     * @param stolen share of it that the machine's host gave to others, NaN if it is not known
     */
    record Sample(
            String phase,
            long operations,
            long refused,
            long unknown,
            double p50Ms,
            double p99Ms,
            double lagOldToNew,
            double lagNewToOld,
            double busy,
            double stolen) {}
}
