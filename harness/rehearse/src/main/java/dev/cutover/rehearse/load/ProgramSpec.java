package dev.cutover.rehearse.load;

import com.fasterxml.jackson.annotation.JsonFormat;
import dev.cutover.environment.yaml.WrongValue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A program in any language that sends the load and tells what it does by lines of JSON.
 *
 * @param command with its arguments; {@code ${here}} is the plan's folder
 * @param tells what of the answers it records, beside their outcomes
 */
public record ProgramSpec(
        List<String> command,

        @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
        List<Tells> tells) implements OwnLoad {

    private static final String HERE = "${here}";

    public ProgramSpec {
        command = List.copyOf(command);
        tells = List.copyOf(tells);
        if (command.isEmpty()) {
            throw WrongValue.at("must be a program and its arguments, such as [python3, '${here}/load.py']", "command");
        }
        for (int index = 0; index < command.size(); index++) {
            if (command.get(index).replace(HERE, "").contains("${")) {
                throw WrongValue.at(
                        "may use ${here}, and nothing else; what else there is to know is in environment variables",
                        "command",
                        index);
            }
        }
    }

    /** The same, with its files where they lie. */
    ProgramSpec in(Path folder) {
        List<String> filled = new ArrayList<>();
        for (int index = 0; index < command.size(); index++) {
            String written = command.get(index);
            String text =
                    written.replace(HERE, folder.toAbsolutePath().normalize().toString());
            if (written.startsWith(HERE) && !Files.exists(Path.of(text))) {
                throw WrongValue.at("needs a file that is not there: " + text, "load", "program", "command", index);
            }
            filled.add(text);
        }
        return new ProgramSpec(filled, tells);
    }
}
