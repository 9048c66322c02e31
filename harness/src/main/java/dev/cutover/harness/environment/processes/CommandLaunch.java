package dev.cutover.harness.environment.processes;

import java.util.List;

/** Any other program. */
record CommandLaunch(List<String> command) implements Launch {}
