package dev.cutover.rehearse.load;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How often each operation comes, by the stories' weights and the length of sessions, if no step lacks a value. */
public final class Expected {
    /** About half of all visits are to hot keys. */
    private static final double HOT = 0.5;

    private Expected() {}

    /** The share of each operation in all; 0 for one that no step asks for. */
    public static Map<String, Double> shares(LoadModel load) {
        Map<String, Double> shares = new LinkedHashMap<>();
        load.operations().keySet().forEach(name -> shares.put(name, 0.0));
        add(load, true, HOT, shares);
        add(load, false, 1 - HOT, shares);
        return shares;
    }

    /** A session's stories begin one after the other until its length is reached, so the n-th place is reached by all stories that end there. */
    private static void add(LoadModel load, boolean hot, double share, Map<String, Double> shares) {
        List<StorySpec> stories = load.stories().stream()
                .filter(story -> story.keys().include(hot))
                .toList();
        double weights = stories.stream().mapToDouble(StorySpec::weight).sum();
        int longest = (int) load.session().to();
        double[] begins = new double[longest];
        begins[0] = 1;
        for (int place = 0; place < longest; place++) {
            for (StorySpec story : stories) {
                double chance = begins[place] * story.weight() / weights;
                for (int step = 0; step < story.steps().size() && place + step < longest; step++) {
                    double reached = chance
                            * reaching(load, place + step + 1)
                            / load.session().mean();
                    shares.merge(story.steps().get(step).operation(), share * reached, Double::sum);
                }
                if (place + story.steps().size() < longest) {
                    begins[place + story.steps().size()] += chance;
                }
            }
        }
    }

    /** How many sessions of all have so many operations or more. */
    private static double reaching(LoadModel load, int operations) {
        double lengths = load.session().to() - load.session().from() + 1.0;
        return Math.min(1, (load.session().to() - operations + 1) / lengths);
    }
}
