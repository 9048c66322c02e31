package dev.cutover.environment.running;

import dev.cutover.environment.spec.EnvironmentException;
import dev.cutover.environment.yaml.Nearest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;

/**
 * The files of a component that are written from templates.
 *
 * @param templates name in the scratch directory to template
 */
public record ComponentFiles(Map<String, Path> templates, Placeholders placeholders, Path work) {

    /** What the plan's control says later, as it is before it has said anything: everybody is on the old system. */
    private static final Map<String, String> AT_FIRST =
            Map.of("mode", "old", "share", "0", "percent", "0", "old-percent", "100");

    public static ComponentFiles of(ComponentContext context, Path work) {
        return new ComponentFiles(context.component().files(), context.placeholders(), work);
    }

    /** Writes all of them, before the component starts for the first time. */
    public void writeFirst() {
        templates.keySet().forEach(name -> write(name, AT_FIRST));
    }

    /**
     * Writes one again; whoever reads it meanwhile sees all of the old one or all of the new one.
     *
     * @param values what {@code ${name}} stands for, besides the component's placeholders
     */
    public void write(String name, Map<String, String> values) {
        Path template = templates.get(name);
        if (template == null) {
            throw new IllegalStateException("component '" + placeholders.component() + "' has no file '" + name + "'"
                    + Nearest.question(name, templates.keySet()) + " its files are: "
                    + String.join(", ", templates.keySet()));
        }
        try {
            Path file = work.resolve(name);
            Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
            Files.createDirectories(unfinished.getParent());
            Files.writeString(unfinished, placeholders.with(values).fillKnown(Files.readString(template)));
            Files.setPosixFilePermissions(unfinished, Files.getPosixFilePermissions(template));
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new EnvironmentException(
                    "component '" + placeholders.component() + "': its file " + name + " cannot be written from "
                            + template + ": " + e,
                    e);
        }
    }
}
