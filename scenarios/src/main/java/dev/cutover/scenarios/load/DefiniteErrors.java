package dev.cutover.scenarios.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/** The answers that promise by contract that nothing happened. */
final class DefiniteErrors {
    private static final String RESOURCE = "definite-errors.csv";

    private final Set<Code> codes;

    private DefiniteErrors(Set<Code> codes) {
        this.codes = codes;
    }

    static DefiniteErrors ofContract() {
        try (InputStream in = DefiniteErrors.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not on the class path");
            }
            return new DefiniteErrors(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(Code::parse)
                    .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    boolean contains(int status, int returnCode) {
        return codes.contains(new Code(status, returnCode));
    }

    private record Code(int status, int returnCode) {
        static Code parse(String line) {
            String[] parts = line.split(",", 3);
            return new Code(Integer.parseInt(parts[0].strip()), Integer.parseInt(parts[1].strip()));
        }
    }
}
