package dev.cutover.rehearse.trial;

import dev.cutover.rehearse.IdleComponent;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A component in which programs are run, and nothing else is done. */
record TinyComponent(String name, BiFunction<List<String>, Map<String, String>, Ran> programs)
        implements IdleComponent {

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) {
        return programs.apply(command, values);
    }
}
