package dev.cutover.rehearse;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A component of a scripted world, in which programs are run and files are written.
 *
 * @param hooks what happens when a program is run, by its whole command, or a file is written, by its name; a program that throws exits
 *     with 1, and says why
 */
record ScriptedComponent(String name, Map<String, ScriptedWorld.Hook> hooks) implements IdleComponent {

    @Override
    public Ran run(List<String> command, Map<String, String> values, Duration limit) throws InterruptedException {
        String line = String.join(" ", command).replace("${percent}", values.getOrDefault("percent", "?"));
        try {
            hooks.getOrDefault(line, () -> {}).run();
            return new Ran(0, "done");
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            return new Ran("hangs".equals(e.getMessage()) ? null : 1, String.valueOf(e.getMessage()));
        }
    }

    @Override
    public void write(String file, Map<String, String> values) {
        ScriptedWorld.reach(hooks, "write " + file + " for " + values.getOrDefault("mode", "?"));
    }
}
