package dev.cutover.newsystem.api;

import dev.cutover.newsystem.orders.Resources.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the resource for a method and a path. */
final class Router {
    private final List<Route> routes;

    Router(List<Resource> resources) {
        routes = resources.stream()
                .map(resource -> new Route(resource, resource.template().split("/", -1)))
                .toList();
    }

    /** A resource and the values of the variables in its template. */
    record Match(Resource resource, Map<String, String> variables) {}

    Optional<Match> find(String method, String path) {
        String[] segments = path.split("/", -1);
        return routes.stream()
                .filter(route -> route.resource().method().equals(method) && route.fits(segments))
                .findFirst()
                .map(route -> new Match(route.resource(), route.variables(segments)));
    }

    private record Route(Resource resource, String... template) {
        boolean fits(String... segments) {
            if (segments.length != template.length) {
                return false;
            }
            for (int i = 0; i < segments.length; i++) {
                if (!isVariable(template[i]) && !template[i].equals(segments[i])) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> variables(String... segments) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < segments.length; i++) {
                if (isVariable(template[i])) {
                    variables.put(template[i].substring(1, template[i].length() - 1), segments[i]);
                }
            }
            return variables;
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }
}
