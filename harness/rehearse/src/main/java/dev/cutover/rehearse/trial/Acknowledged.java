package dev.cutover.rehearse.trial;

import dev.cutover.record.run.Role;
import dev.cutover.rehearse.load.LoadModel;
import dev.cutover.rehearse.trial.Asked.Sent;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** What the systems owe by now: all that was answered OK. */
final class Acknowledged {

    private final LoadModel load;
    private final Map<Long, Sent> all = new LinkedHashMap<>();
    private final Set<Long> deleted = new HashSet<>();

    Acknowledged(LoadModel load) {
        this.load = load;
    }

    void add(Sent sent) {
        all.put(sent.id(), sent);
        if (load.operation(sent.operation()).role() == Role.DELETE) {
            deleted.add(sent.subject());
        }
    }

    /** Those of one operation whose row must be there. */
    List<Sent> there(String operation) {
        return of(operation).filter(sent -> !deleted.contains(sent.id())).toList();
    }

    /** Those of one operation whose row was deleted. */
    List<Sent> gone(String operation) {
        return of(operation).filter(sent -> deleted.contains(sent.id())).toList();
    }

    /** By its key, the last one of an operation that sets a value. */
    Map<String, Sent> last(String operation) {
        Map<String, Sent> last = new LinkedHashMap<>();
        of(operation).forEach(sent -> last.put(sent.key(), sent));
        return last;
    }

    /** Those of one operation that say what they ask for, whether their row is there or not. */
    List<Sent> asking(String operation) {
        return of(operation).filter(sent -> sent.asks() != null).toList();
    }

    private Stream<Sent> of(String operation) {
        return all.values().stream().filter(sent -> sent.operation().equals(operation));
    }
}
