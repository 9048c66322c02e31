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
                .map(resource -> new Route(resource, List.of(resource.template().split("/", -1))))
                .toList();
    }

    /** A resource and the values of the variables in its template. */
    record Match(Resource resource, Map<String, String> variables) {}

    Optional<Match> find(String method, String path) {
        List<String> segments = List.of(path.split("/", -1));
        return routes.stream()
                .filter(route -> route.resource().method().equals(method) && route.fits(segments))
                .findFirst()
                .map(route -> new Match(route.resource(), route.variables(segments)));
    }

    private record Route(Resource resource, List<String> template) {
        boolean fits(List<String> segments) {
            if (segments.size() != template.size()) {
                return false;
            }
            for (int i = 0; i < segments.size(); i++) {
                if (!isVariable(template.get(i)) && !template.get(i).equals(segments.get(i))) {
                    return false;
                }
            }
            return true;
        }

        Map<String, String> variables(List<String> segments) {
            Map<String, String> variables = new HashMap<>();
            for (int i = 0; i < segments.size(); i++) {
                if (isVariable(template.get(i))) {
                    variables.put(template.get(i).substring(1, template.get(i).length() - 1), segments.get(i));
                }
            }
            return variables;
        }

        private static boolean isVariable(String segment) {
            return segment.startsWith("{");
        }
    }
}
