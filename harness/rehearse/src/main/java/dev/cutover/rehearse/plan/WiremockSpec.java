package dev.cutover.rehearse.plan;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import dev.cutover.environment.yaml.WrongValue;
import dev.cutover.rehearse.load.RequestSpec;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which requests in the journal of a WireMock are calls for an effect, and where they say what for.
 *
 * @param component the component of kind {@code wiremock}
 * @param port its port
 * @param request by method, path ({@code *} stands for any one part of it) and, where there are such, headers
 * @param operation where the operation's id is
 * @param subject where it says what it is for
 * @param amount where it says how much, as a number
 */
public record WiremockSpec(
        String component,
        @JsonProperty(defaultValue = "http") String port,
        RequestSpec request,
        Place operation,
        Optional<Place> subject,
        Optional<Place> amount) {
    public WiremockSpec {
        if (request.body().isPresent()) {
            throw WrongValue.at("tells no request from another; leave it out", "request", "body");
        }
    }

    /** What the paths of its requests look like. */
    public Pattern path() {
        String parts = Pattern.quote(request.path()).replace("*", "\\E[^/]+\\Q");
        return Pattern.compile(parts);
    }

    /** Where in a request a value is. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.DEDUCTION)
    @JsonSubTypes({
        @JsonSubTypes.Type(Place.Header.class),
        @JsonSubTypes.Type(Place.Body.class),
        @JsonSubTypes.Type(Place.Path.class)
    })
    public sealed interface Place {

        /**
         * In a header.
         *
         * @param header its name
         */
        record Header(String header) implements Place {}

        /**
         * In the body.
         *
         * @param body a JSON pointer
         */
        record Body(String body) implements Place {
            public Body {
                ReadingSpec.checkPointer(body, "body");
            }
        }

        /**
         * In the path.
         *
         * @param path which part of it, counted from 1
         */
        record Path(int path) implements Place {
            public Path {
                if (path < 1) {
                    throw WrongValue.at("must be a part of the path, counted from 1, but is " + path, "path");
                }
            }
        }
    }
}
