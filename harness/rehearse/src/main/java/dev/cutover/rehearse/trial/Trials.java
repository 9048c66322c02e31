package dev.cutover.rehearse.trial;

import dev.cutover.environment.yaml.Problem;
import dev.cutover.environment.yaml.YamlFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Consumer;

/** What was tried of a plan so far; each trial is told as soon as it is over. For one thread. */
public final class Trials {

    private final YamlFile plan;
    private final Consumer<Trial> listener;
    private final List<Trial> all = new ArrayList<>();

    public Trials(YamlFile plan, Consumer<Trial> listener) {
        this.plan = plan;
        this.listener = listener;
    }

    public void ok(String what, String found) {
        add(Trial.ok(what, found));
    }

    /** Something is wrong that the plan says at this place. */
    public void wrong(String what, String found, String advice, Object... place) {
        add(Trial.wrong(what, found, advice, at(place)));
    }

    public void notTried(String what, String because) {
        add(Trial.notTried(what, because));
    }

    void addAll(Collection<Trial> trials) {
        trials.forEach(this::add);
    }

    public void add(Trial trial) {
        all.add(trial);
        listener.accept(trial);
    }

    /** File and line of a place in the plan, by the keys and list positions that lead there. */
    String at(Object... place) {
        if (place.length == 0) {
            return "";
        }
        Problem there = plan.problem("", place);
        return there.line() > 0 ? there.file() + ":" + there.line() : there.file();
    }

    public List<Trial> all() {
        return List.copyOf(all);
    }

    public long count(Trial.Result result) {
        return all.stream().filter(trial -> trial.result() == result).count();
    }
}
