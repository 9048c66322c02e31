package dev.cutover.scenarios.load;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The lines of a program, none of which may be longer than a line can reasonably be. */
final class ProgramLines {
    static final int LONGEST = 64 * 1_024;

    private final InputStream in;

    ProgramLines(InputStream in) {
        this.in = new BufferedInputStream(in);
    }

    /**
     * The next line without its end; null if there is none any more.
     *
     * @throws WrongLine if it does not end
     */
    @Nullable
    String next() throws IOException, WrongLine {
        var line = new ByteArrayOutputStream();
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                return line.size() == 0 ? null : text(line);
            }
            if (line.size() == LONGEST) {
                throw new WrongLine("a line has more than " + LONGEST + " bytes: "
                        + text(line).substring(0, 200));
            }
            line.write(read);
        }
        return text(line);
    }

    private static String text(ByteArrayOutputStream line) {
        return line.toString(StandardCharsets.UTF_8).strip();
    }
}
