package dev.cutover.harness.environment.processes;

import dev.cutover.harness.environment.Kind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** A Java program, on the virtual machine that runs the testbed. */
record JavaLaunch(
        Kind.Program program,
        ClassPath classPath,
        AotCache aot,
        boolean training,
        List<String> arguments,
        Supplier<Probe.Look> probe)
        implements Launch {

    static JavaLaunch of(
            Kind.Program program, ProcessSettings settings, List<String> arguments, Supplier<Probe.Look> probe) {
        Path module = settings.home().resolve(program.module());
        ClassPath classPath = ClassPath.of(module);
        AotCache aot = AotCache.of(settings.cache(), module, classPath, program.flags());
        return new JavaLaunch(program, classPath, aot, settings.training(), arguments, probe);
    }

    @Override
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(aot.flags(training));
        command.addAll(program.flags());
        command.addAll(List.of("-cp", classPath.argument(), program.main()));
        command.addAll(arguments);
        return command;
    }

    @Override
    public Probe.Look look() {
        return probe.get();
    }
}
