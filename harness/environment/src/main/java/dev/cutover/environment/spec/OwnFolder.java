package dev.cutover.environment.spec;

import dev.cutover.environment.yaml.WrongValue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The folder that an environment's files are relative to. */
record OwnFolder(Path here) {

    /** Name in the scratch directory to template. */
    Map<String, Path> templates(String component, Map<String, String> files) {
        Map<String, Path> templates = new LinkedHashMap<>();
        files.forEach((name, template) -> {
            Path place = Path.of(name).normalize();
            if (place.isAbsolute() || place.startsWith("..") || place.toString().isEmpty()) {
                throw WrongValue.at(
                        "must be a name inside of ${work}, such as nginx.conf", "components", component, "files", name);
            }
            templates.put(name, existing(template, "components", component, "files", name));
        });
        return templates;
    }

    /** Every file of a folder, as a template of one of the same name in a folder of the scratch directory. */
    Map<String, Path> texts(String folder, String target, Object... path) {
        Path from = here.resolve(folder).normalize();
        if (!Files.isDirectory(from)) {
            throw WrongValue.at("is '" + folder + "', but there is no folder " + from, path);
        }
        Map<String, Path> templates = new LinkedHashMap<>();
        try (Stream<Path> files = Files.walk(from)) {
            files.filter(Files::isRegularFile)
                    .sorted()
                    .forEach(file -> templates.put(target + "/" + from.relativize(file), file));
        } catch (IOException | UncheckedIOException e) {
            throw WrongValue.at("is '" + folder + "', but " + from + " cannot be read: " + e.getMessage(), path);
        }
        if (templates.isEmpty()) {
            throw WrongValue.at("is '" + folder + "', but there is no file in " + from, path);
        }
        return templates;
    }

    List<Path> scripts(String component, List<String> init) {
        List<Path> scripts = new ArrayList<>();
        for (int i = 0; i < init.size(); i++) {
            scripts.add(existing(init.get(i), "components", component, "postgres", "init", i));
        }
        return scripts;
    }

    /** Jars, and directories of classes. */
    List<String> classpath(String component, List<String> jars) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < jars.size(); i++) {
            Path jar = here.resolve(jars.get(i)).toAbsolutePath().normalize();
            if (!Files.isReadable(jar)) {
                throw WrongValue.at(
                        "is '" + jars.get(i) + "', but there is no " + jar,
                        "components",
                        component,
                        "jdbc",
                        "classpath",
                        i);
            }
            found.add(jar.toString());
        }
        return found;
    }

    private Path existing(String file, Object... path) {
        Path found = here.resolve(file).normalize();
        if (!Files.isReadable(found) || Files.isDirectory(found)) {
            throw WrongValue.at("is '" + file + "', but there is no file " + found, path);
        }
        return found;
    }
}
