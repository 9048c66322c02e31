package dev.cutover.scenarios.cli;

import dev.cutover.scenarios.matrix.Cell;
import dev.cutover.scenarios.stage.Assembly;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The command that runs something again, to be typed as it is. */
final class Replay {
    private static final Pattern PLAIN = Pattern.compile("[\\w@%+=:,./-]+");

    private Replay() {}

    /**
     * The same plan, bridge, seed and runtime.
     *
     * @param changes the options by which the plan was changed
     */
    static String of(Assembly assembly, List<String> changes) {
        List<String> words = new ArrayList<>(List.of(launcher(), "rehearse"));
        String plan = Home.nameOrPath(assembly.resolved().file());
        if (!plan.equals(PlanOptions.REFERENCE)) {
            words.add(plan);
        }
        assembly.bridge().ifPresent(bridge -> words.addAll(List.of("--bridge", bridge.name())));
        words.addAll(List.of("--seed", Long.toString(assembly.seed())));
        words.addAll(List.of("--runtime", assembly.choice().name().toString()));
        words.addAll(changes);
        return line(words);
    }

    /**
     * What rehearses a plan that was only looked at, on what it was looked at.
     *
     * @param given the options that were given
     */
    static String first(Path plan, List<String> given) {
        return of("rehearse", plan, given);
    }

    /** A command with a plan and options. */
    static String of(String command, Path plan, List<String> given) {
        List<String> words = new ArrayList<>(List.of(launcher(), command));
        String name = Home.nameOrPath(plan);
        if (!name.equals(PlanOptions.REFERENCE)) {
            words.add(name);
        }
        words.addAll(given);
        return line(words);
    }

    /** The command that rehearses cells of a plan's matrix together, at the times they had. */
    static String of(Assembly assembly, List<Cell> cells, List<String> changes) {
        List<String> words = new ArrayList<>(List.of(
                launcher(), "matrix", Home.nameOrPath(assembly.resolved().file()), "--rehearse"));
        cells.forEach(cell -> words.addAll(List.of("--only", cell.placed())));
        words.addAll(List.of("--seed", Long.toString(assembly.seed())));
        words.addAll(List.of("--runtime", assembly.choice().name().toString()));
        words.addAll(changes);
        return line(words);
    }

    private static String line(List<String> words) {
        return words.stream().map(Replay::quoted).collect(Collectors.joining(" "));
    }

    /** As the script was called that started this. */
    private static String launcher() {
        return System.getProperty("cutover.launcher", "cutover");
    }

    /** For a shell. */
    private static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
