package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A simulation of Gatling's, run by the Gatling that the testbed has.
 *
 * @param main its class
 * @param classpath jars, and directories of classes; relative to the plan's folder
 * @param tells what of the answers it records, beside their outcomes
 */
public record SimulationSpec(
        @JsonProperty("class") String main,
        @JsonProperty("classpath") List<String> classpath,

        @JsonProperty("tells") @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Tells> tells)
        implements OwnLoad {

    public SimulationSpec {
        classpath = List.copyOf(classpath);
        tells = List.copyOf(tells);
        if (!main.matches("([A-Za-z_$][\\w$]*\\.)*[A-Za-z_$][\\w$]*")) {
            throw WrongValue.at(
                    "must be the name of a class, such as com.example.MySimulation, but is '" + main + "'", "class");
        }
        if (classpath.isEmpty()) {
            throw WrongValue.at("must name the jar, or the directory of classes, that holds " + main, "classpath");
        }
    }

    /** The same, with its files where they lie. */
    SimulationSpec in(Path folder) {
        List<String> found = new ArrayList<>();
        for (int index = 0; index < classpath.size(); index++) {
            Path file = folder.resolve(classpath.get(index)).toAbsolutePath().normalize();
            if (!Files.exists(file)) {
                throw WrongValue.at(
                        "is '" + classpath.get(index) + "', but there is no " + file + "; build it first",
                        "load",
                        "simulation",
                        "classpath",
                        index);
            }
            found.add(file.toString());
        }
        return new SimulationSpec(main, found, tells);
    }

    /** Its jars and directories. */
    public List<Path> paths() {
        return classpath.stream().map(Path::of).toList();
    }
}
