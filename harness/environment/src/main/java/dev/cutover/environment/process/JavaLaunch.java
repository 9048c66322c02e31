package dev.cutover.environment.process;

import dev.cutover.environment.running.AotCache;
import dev.cutover.environment.running.ClassPath;
import dev.cutover.environment.running.RuntimeSettings;
import dev.cutover.environment.spec.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A Java program, on the virtual machine that runs the testbed. */
record JavaLaunch(Kind.Program program, ClassPath classPath, AotCache aot, boolean training) implements Launch {

    static JavaLaunch of(Kind.Program program, RuntimeSettings settings) {
        ClassPath classPath = ClassPath.of(settings.home(), program.module());
        String facts = System.getProperty("java.vm.version") + " " + System.getProperty("java.home");
        AotCache aot = new AotCache(
                settings.cache().resolve("aot"),
                String.valueOf(Path.of(program.module()).getFileName()),
                classPath.fingerprint(facts, String.join(" ", program.flags())));
        return new JavaLaunch(program, classPath, aot, settings.training());
    }

    /** The same, with others behind its own; its start-up cache stays good. */
    JavaLaunch with(List<Path> others) {
        return new JavaLaunch(program, classPath.and(others), aot, training);
    }

    @Override
    public List<String> command() {
        return command(List.of(), List.of());
    }

    List<String> command(List<String> options, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(aot.flags(training));
        command.addAll(program.flags());
        command.addAll(options);
        command.addAll(List.of("-cp", classPath.argument(), program.main()));
        command.addAll(arguments);
        return command;
    }
}
