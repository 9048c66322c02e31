package dev.cutover.scenarios.cli;

import dev.cutover.environment.yaml.Nearest;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks for what no option has said.
 *
 * @param asks whether anybody is there to answer; else defaults are taken
 */
record Questions(BufferedReader in, PrintWriter out, boolean asks) {

    /** What was said already, or else is answered, or else the default. */
    String text(String question, @Nullable String said, String usual) throws IOException {
        return said != null ? said : asks ? ask(question, usual) : usual;
    }

    /** One of an enumeration's; asked again until it is. */
    <E extends Enum<E>> E choice(String question, @Nullable E said, E usual) throws IOException {
        if (said != null || !asks) {
            return said != null ? said : usual;
        }
        List<E> all = Arrays.asList(usual.getDeclaringClass().getEnumConstants());
        List<String> names = all.stream().map(Enum::toString).toList();
        while (true) {
            String answer = ask(question + " (" + String.join(", ", names) + ")", usual.toString());
            Optional<E> chosen = all.stream()
                    .filter(one -> one.toString().equalsIgnoreCase(answer))
                    .findFirst();
            if (chosen.isPresent()) {
                return chosen.get();
            }
            out.println("there is no '" + answer + "'" + Nearest.question(answer, names));
        }
    }

    private String ask(String question, String usual) throws IOException {
        out.print(question + " [" + usual + "]: ");
        out.flush();
        String answer = in.readLine();
        return answer == null || answer.isBlank() ? usual : answer.strip();
    }
}
