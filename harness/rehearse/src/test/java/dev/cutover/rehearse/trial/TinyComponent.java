package dev.cutover.rehearse.trial;

import dev.cutover.environment.ComponentControl;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/** A component in which programs are run, and nothing else is done. */
record TinyComponent(String name, BiFunction<List<String>, Map<String, String>, Ran> programs)
        implements ComponentControl {

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) {
        return programs.apply(command, values);
    }

    @Override
    public long pid() {
        return 0;
    }

    @Override
    public boolean alive() {
        return true;
    }

    @Override
    public boolean paused() {
        return false;
    }

    @Override
    public String state() {
        return "tiny";
    }

    @Override
    public boolean outOfMemory() {
        return false;
    }

    @Override
    public void kill() {}

    @Override
    public void terminate() {}

    @Override
    public void exhaustMemory() {}

    @Override
    public void pause() {}

    @Override
    public void resume() {}

    @Override
    public void start() {}

    @Override
    public void write(String file, Map<String, String> values) {}
}
