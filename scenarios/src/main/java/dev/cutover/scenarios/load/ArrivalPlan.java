package dev.cutover.scenarios.load;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.PoissonSampler;

/** When each session is to start: Poisson arrivals at the curve's rate, second by second; all from the seed. */
final class ArrivalPlan {
    private static final long SECOND = 1_000_000_000L;

    private final long seed;
    private final double twins;
    private final int[] perSecond;
    private final long[] intended;

    private ArrivalPlan(long seed, double twins, int[] perSecond, long[] intended) {
        this.seed = seed;
        this.twins = twins;
        this.perSecond = perSecond;
        this.intended = intended;
    }

    /**
     * Plans a run.
     *
     * @param twins of this share of session pairs both users come at the same instant with the same key
     */
    static ArrivalPlan of(ArrivalCurve curve, double sessionsPerSecond, int seconds, double twins, long seed) {
        SplittableRandom random = Randomness.of(seed, "arrivals", 0);
        UniformRandomProvider rng = Randomness.provider(random);
        int[] perSecond = new int[seconds];
        Arrays.setAll(
                perSecond,
                second -> PoissonSampler.of(rng, sessionsPerSecond * curve.factor(second))
                        .sample());
        ArrivalPlan plan = new ArrivalPlan(seed, twins, perSecond, instants(perSecond, random));
        for (int session = 0; session < plan.sessions(); session++) {
            plan.intended[session] = plan.intended[plan.leader(session)];
        }
        return plan;
    }

    private static long[] instants(int[] perSecond, SplittableRandom random) {
        long[] instants = new long[Arrays.stream(perSecond).sum()];
        int next = 0;
        for (int second = 0; second < perSecond.length; second++) {
            int from = next;
            for (; next < from + perSecond[second]; next++) {
                instants[next] = second * SECOND + random.nextLong(SECOND);
            }
            Arrays.sort(instants, from, next);
        }
        return instants;
    }

    int seconds() {
        return perSecond.length;
    }

    int inSecond(int second) {
        return perSecond[second];
    }

    int sessions() {
        return intended.length;
    }

    /** Nanoseconds from the start of load to the session's intended start; never falls from session to session. */
    long intendedNs(int session) {
        return intended[session];
    }

    /** The session whose instant and key this one shares; mostly itself. */
    int leader(int session) {
        boolean twin = session % 2 == 1 && Randomness.of(seed, "twins", session).nextDouble() < twins;
        return twin ? session - 1 : session;
    }

    /** How many sessions were to start before that instant. */
    int before(long ns) {
        int low = 0;
        int high = intended.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (intended[middle] < ns) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
